/** The questions of `stopgate init`, on a terminal: each asked until its answer can be used. */
import { createInterface, type Interface } from 'node:readline/promises';
import type { FirstAnswers } from '../config/first-file.js';
import type { SurveyedPort } from '../doctor/survey.js';
import { type CliContext, CommandError, printLine } from './context.js';
import { faultsOf } from './init-file.js';

export interface Asked {
  /** What is taken for what nobody answers. */
  readonly defaults: FirstAnswers;
  /** What the command line has answered. */
  readonly given: Partial<FirstAnswers>;
  /** Looks for modems; only where the port is asked for. */
  readonly survey: () => Promise<readonly SurveyedPort[]>;
}

/** Throws CommandError where the person leaves; nothing is written before all is answered. */
export async function askAll(context: CliContext, asked: Asked): Promise<FirstAnswers> {
  const left = new AbortController();
  const terminal = createInterface({ input: context.stdin, output: context.stdout });
  const leave = () => left.abort();
  terminal.once('close', leave);
  context.stop.addEventListener('abort', leave, { once: true });
  try {
    return await new Questions(context, terminal, left.signal, asked).all();
  } catch (error) {
    if (left.signal.aborted) throw new CommandError('nothing was written', { cause: error });
    throw error;
  } finally {
    terminal.removeListener('close', leave);
    context.stop.removeEventListener('abort', leave);
    terminal.close();
  }
}

class Questions {
  readonly #context: CliContext;
  readonly #terminal: Interface;
  readonly #left: AbortSignal;
  readonly #asked: Asked;
  #answers: FirstAnswers;

  constructor(context: CliContext, terminal: Interface, left: AbortSignal, asked: Asked) {
    this.#context = context;
    this.#terminal = terminal;
    this.#left = left;
    this.#asked = asked;
    this.#answers = { ...asked.defaults, ...asked.given };
  }

  async all(): Promise<FirstAnswers> {
    const { given } = this.#asked;
    if (given.country === undefined) {
      await this.#ask(
        'The country whose people you write to, as two letters',
        this.#answers.country,
        (text) => ({ country: text.toUpperCase() }),
      );
    }
    if (given.brand === undefined) {
      await this.#ask(
        'Who the answer to STOP says it is from: your name to recipients',
        this.#answers.brand,
        (brand) => ({ brand }),
      );
    }
    if (given.languages === undefined) {
      await this.#ask(
        'The languages of those people, the most usual first, with commas',
        this.#answers.languages.join(', '),
        (text) => ({ languages: languagesIn(text) }),
      );
    }
    if (given.port === undefined) await this.#askForPort();
    if (given.listen === undefined) {
      await this.#ask(
        'Where your programs reach the API (127.0.0.1: this machine alone)',
        this.#answers.listen,
        (listen) => ({ listen }),
      );
    }
    return this.#answers;
  }

  async #askForPort(): Promise<void> {
    printLine(this.#context, '\nLooking for modems at the serial ports …');
    const found = await this.#asked.survey();
    for (const [index, { path, modem }] of found.entries()) {
      const what = modem === undefined ? 'nothing answers' : modem.name || 'a modem';
      printLine(this.#context, `  ${index + 1}. ${path}: ${what}`);
    }
    if (found.length === 0)
      printLine(this.#context, '  there is no serial port; plug the modem in');
    const best = found.findIndex(({ modem }) => modem !== undefined);
    const chosen = (text: string) => found.find((_, index) => String(index + 1) === text);
    await this.#ask(
      `The modem's port${found.length === 0 ? '' : ': its number above'}, its path, or tcp://host:port`,
      best === -1 ? undefined : String(best + 1),
      (text) => settingsOf(chosen(text), text),
    );
    const { port } = this.#answers;
    if (!found.some(({ path, modem }) => path === port && modem?.asksForPin)) return;
    await this.#ask('The PIN that the SIM asks for', undefined, (pin) => ({ pin }));
  }

  /** Asks until the configuration can be made of it. */
  async #ask(
    question: string,
    usual: string | undefined,
    read: (text: string) => Partial<FirstAnswers>,
  ): Promise<void> {
    const prompt = usual === undefined ? `${question}: ` : `${question} [${usual}]: `;
    for (;;) {
      const typed = await this.#terminal.question(prompt, { signal: this.#left });
      const answers = { ...this.#answers, ...read(typed.trim() || (usual ?? '')) };
      const [fault] = faultsOf(answers, this.#context);
      if (fault === undefined) {
        this.#answers = answers;
        return;
      }
      printLine(this.#context, `  ${fault.message}`);
    }
  }
}

/** What a port brings into the configuration; its rate only where it is not the usual one. */
export function settingsOf(
  found: SurveyedPort | undefined,
  path: string,
): Pick<FirstAnswers, 'port' | 'baud'> {
  const baud = found?.modem?.baud;
  const isUsual = baud === undefined || baud === 115_200;
  return { port: found?.path ?? path, ...(!isUsual && { baud }) };
}

/** Their codes are in small letters in the configuration; people may type others. */
export function languagesIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((word) => word !== '');
}
