/**
 * What stands on the test bench: a directory with a configuration and a database, a simulated modem
 * on a pseudo-terminal that lives in the test's own process, and the real program beside it. The
 * modem's record is the oracle: what it was handed is what recipients get.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { systemClock } from '../../src/clock.js';
import {
  Handset,
  openPty,
  type PtyPort,
  type RecordedSubmit,
  SimulatedModem,
  type SimulatedModemOptions,
} from '../../src/simulator/index.js';
import { decodePdu, encodeDeliver } from '../../src/sms/index.js';
import { Daemon } from './daemon.js';
import { type Ended, type Launch, type Running, startProgram } from './program.js';

/** From the range that Ofcom keeps for drama, as are all numbers in these tests. */
export const person = '+447700900123';
export const neighbour = '+447700900456';

export interface RigOptions {
  readonly modem?: Omit<SimulatedModemOptions, 'clock'>;
  /** An hour when absent: what has to be noticed at once must not be found by chance. */
  readonly pollSeconds?: number;
  /** Lines for the `[[modem]]` table. */
  readonly modemToml?: string;
  /** Where its API listens; any free port when absent. */
  readonly listen?: string;
  /** Further tables of the configuration. */
  readonly toml?: string;
}

/** A message that the modem was handed. */
export interface Handed {
  readonly to: string;
  readonly text: string;
  readonly submit: RecordedSubmit;
}

interface FirstKey {
  readonly key: string;
  readonly database: Buffer;
}

/** Made by the program itself, once for the rigs of a file: to start it each time takes too long. */
let firstKey: Promise<FirstKey> | undefined;

export class Rig {
  readonly directory = mkdtempSync(join(tmpdir(), 'stopgate-rig-'));
  readonly config = join(this.directory, 'stopgate.toml');
  readonly dataDirectory = join(this.directory, 'data');
  readonly modem: SimulatedModem;
  readonly #database = join(this.dataDirectory, 'stopgate.db');
  readonly #link = join(this.directory, 'modem');
  readonly #started: Running[] = [];
  #port: PtyPort | undefined;
  #key = '';

  constructor(options: RigOptions) {
    const { modem, pollSeconds = 3600, modemToml = '', toml = '' } = options;
    const { listen = '127.0.0.1:0' } = options;
    this.modem = new SimulatedModem({ ...modem, clock: systemClock });
    writeFileSync(
      this.config,
      `
[gateway]
name = "test"
country = "GB"
data_dir = ${JSON.stringify(this.dataDirectory)}

[[modem]]
name = "main"
port = ${JSON.stringify(this.#link)}
poll_seconds = ${pollSeconds}
${modemToml}

[http]
listen = "${listen}"

[optout]
brand = "Corner Shop"
footer = false
help_text = "Call 020 7946 0000."

${toml}`,
    );
  }

  /** Plugs the modem in and has a database with a key of all scopes; starts no daemon. */
  async open(): Promise<this> {
    await this.plugIn();
    firstKey ??= this.#makeFirstKey();
    const { key, database } = await firstKey;
    this.#key = key;
    if (!existsSync(this.dataDirectory)) {
      mkdirSync(this.dataDirectory, { mode: 0o700 });
      writeFileSync(this.#database, database, { mode: 0o600 });
    }
    return this;
  }

  async #makeFirstKey(): Promise<FirstKey> {
    const key = await this.makeKey('test', 'send,read,admin');
    return { key, database: readFileSync(this.#database) };
  }

  /** Ends all that was started, however it stands, and leaves nothing behind. */
  async close(): Promise<void> {
    for (const program of this.#started) program.signal('SIGKILL');
    await Promise.all(this.#started.map((program) => program.ended));
    await this.#port?.close();
    this.modem.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** Starts the daemon and waits until it listens and its modem is ready. */
  async start(...args: string[]): Promise<Daemon> {
    const daemon = await this.startUnready(...args);
    await daemon.untilReady();
    return daemon;
  }

  /** Starts the daemon and waits until it listens. */
  startUnready(...args: string[]): Promise<Daemon> {
    return this.listening(this.run(['run', ...args]));
  }

  /** Waits until a daemon that was started by {@link run} listens; rejects when it ends before. */
  listening(daemon: Running): Promise<Daemon> {
    return Daemon.listening(daemon, this.#key);
  }

  /** Runs another command on the same configuration, as an operator does beside the daemon. */
  command(...args: string[]): Promise<Ended> {
    return this.run(args).ended;
  }

  /** What a command prints with `--json`; throws what it says when it fails. */
  async json(...args: string[]): Promise<Readonly<Record<string, unknown>>> {
    return JSON.parse(await this.#output(...args, '--json'));
  }

  /** Queues a message by `stopgate send`, with or without a daemon; its id. */
  async queue(to: string, text: string): Promise<string> {
    return String((await this.json('send', to, text)).id);
  }

  async makeKey(name: string, scopes: string): Promise<string> {
    return (await this.#output('keys', 'create', '--name', name, '--scope', scopes)).trim();
  }

  async #output(...args: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.command(...args);
    if (exitCode !== 0) throw new Error(`"${args.join(' ')}" failed: ${stderr}`);
    return stdout;
  }

  /** Starts the program on this configuration and waits for nothing. */
  run(args: readonly string[], launch: Launch = {}): Running {
    const program = startProgram(['--config', this.config, ...args], launch);
    this.#started.push(program);
    return program;
  }

  async plugIn(): Promise<void> {
    this.#port = await openPty(this.modem, { link: this.#link });
  }

  /** In the blink of an eye. */
  unplug(): void {
    this.#port?.vanish();
  }

  /** That of all scopes. */
  get key(): string {
    return this.#key;
  }

  handset(number: string): Handset {
    return new Handset(this.modem, { number });
  }

  /** All that the modem was handed, in order, each part by itself. */
  get handed(): readonly Handed[] {
    return this.modem.record.submits.map(readSubmit);
  }

  /** Their texts, of those to one number. */
  textsTo(number: string): readonly string[] {
    return this.handed.filter(({ to }) => to === number).map(({ text }) => text);
  }

  /** The command lines with which the modem was asked for a prompt. */
  get prompts(): readonly { readonly sequence: number }[] {
    return this.modem.record.commands.filter(({ line }) => line.startsWith('AT+CMGS='));
  }

  /** Calls `act` at the moment at which the modem has been handed `text`: after Ctrl-Z, before `+CMGS`. */
  whenHanded(text: string, act: () => void): void {
    const stop = this.modem.onSubmit((submit) => {
      if (readSubmit(submit).text !== text) return;
      stop();
      act();
    });
  }

  /** Puts a text on the SIM, as one that came while nobody was there. */
  storeOnSim(from: string, text: string): void {
    const timestamp = { utc: systemClock.now(), offsetMinutes: 0 };
    for (const { hex } of encodeDeliver({ from, text, timestamp, concatReference: 1 })) {
      this.modem.storePdu(hex);
    }
  }

  /** Reads the database as an administrator does, beside whoever writes it. */
  rows(sql: string): readonly Record<string, unknown>[] {
    const db = new Database(this.#database, { readonly: true });
    try {
      return db.prepare<[], Record<string, unknown>>(sql).all();
    } finally {
      db.close();
    }
  }
}

function readSubmit(submit: RecordedSubmit): Handed {
  const { hex, tpduLength } = submit;
  const pdu = decodePdu(hex, { tpduLength, direction: 'to-network' });
  if (pdu instanceof Error || pdu.type !== 'submit') throw new Error(`no SUBMIT: ${hex}`);
  return { to: pdu.to.value, text: pdu.text ?? '', submit };
}
