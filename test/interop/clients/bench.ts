/**
 * Where a foreign client meets the simulated modem: a temporary directory with a pseudo-terminal
 * in it, the modem in the test's own process, and the client beside it. The modem's record is the
 * oracle for what was sent.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.js';
import {
  openPty,
  type PtyPort,
  SimulatedModem,
  type SimulatedModemOptions,
} from '../../../src/simulator/index.js';
import { ClientProcess, type Ended } from './client-process.js';
import { type SentMessage, sentMessages } from './sent-messages.js';

/** From the range that Ofcom keeps for drama. */
export const PERSON = '+447700900123';

export class Bench {
  readonly directory = mkdtempSync(join(tmpdir(), 'stopgate-client-'));
  readonly modem: SimulatedModem;
  readonly #started: ClientProcess[] = [];
  readonly #closing: (() => Promise<void>)[] = [];
  #port: PtyPort | undefined;

  constructor(options: Omit<SimulatedModemOptions, 'clock'> = {}) {
    this.modem = new SimulatedModem({ storeSlots: 60, ...options, clock: systemClock });
  }

  /** What a client opens as its port. */
  get device(): string {
    return join(this.directory, 'modem');
  }

  async plugIn(): Promise<void> {
    this.#port = await openPty(this.modem, { link: this.device });
  }

  /** Has the modem told `line` before any client comes, as a profile that it was sold with. */
  preset(line: string): void {
    let type: (bytes: Uint8Array) => void = () => undefined;
    const unplug = this.modem.attach({
      write: () => undefined,
      onData: (listener) => {
        type = listener;
      },
    });
    type(Buffer.from(`${line}\r`));
    unplug();
  }

  /** Makes a directory in ours; its path. */
  makeDirectory(name: string): string {
    const path = join(this.directory, name);
    mkdirSync(path);
    return path;
  }

  /** Writes a file into our directory; its path. */
  write(name: string, contents: string | Uint8Array): string {
    const path = join(this.directory, name);
    writeFileSync(path, contents);
    return path;
  }

  start(command: string, args: readonly string[], env: Record<string, string> = {}): ClientProcess {
    const started = new ClientProcess(command, args, { directory: this.directory, env });
    this.#started.push(started);
    return started;
  }

  /** Runs a command to its end; throws what it said when it fails. */
  async run(
    command: string,
    args: readonly string[],
    env?: Record<string, string>,
  ): Promise<Ended> {
    const ended = await this.start(command, args, env).ended;
    if (ended.exitCode !== 0) {
      throw new Error(
        `${command} ${args.join(' ')}: ${ended.exitCode}\n${ended.stdout}${ended.stderr}`,
      );
    }
    return ended;
  }

  /** Has `close` called when the bench closes, once all programs are gone. */
  onClose(close: () => Promise<void>): void {
    this.#closing.push(close);
  }

  receive(...texts: readonly string[]): void {
    for (const text of texts) this.modem.receive({ from: PERSON, text });
  }

  get sent(): readonly SentMessage[] {
    return sentMessages(this.modem.record);
  }

  /** `AT` lines that were asked of the modem so far. */
  get commands(): readonly string[] {
    return this.modem.record.commands.map(({ line }) => line);
  }

  /** Ends what was started, the last first, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const started of this.#started.toReversed()) await started.end();
    for (const close of this.#closing.toReversed()) await close();
    await this.#port?.close();
    this.modem.close();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
