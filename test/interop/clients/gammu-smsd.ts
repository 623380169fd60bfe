/** Debian's `gammu-smsd`, the daemon, with files for its queue: configuration, queueing, its inbox. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirePackage } from '../debian-packages.js';
import type { Bench } from './bench.js';
import type { ClientProcess } from './client-process.js';
import { gammuSection } from './gammu.js';
import type { Sample } from './texts.js';

export class GammuSmsd {
  readonly #bench: Bench;
  readonly #config: string;
  readonly #inbox: string;
  readonly #sent: string;

  constructor(bench: Bench) {
    requirePackage('gammu-smsd');
    this.#bench = bench;
    this.#inbox = bench.makeDirectory('inbox');
    this.#sent = bench.makeDirectory('sent');
    const outbox = bench.makeDirectory('outbox');
    const errors = bench.makeDirectory('errors');
    this.#config = bench.write(
      'smsdrc',
      `${gammuSection(bench.device)}
[smsd]
service = files
logfile = ${this.#logFile}
debuglevel = 1
phoneid = bench
pin =
inboxpath = ${this.#inbox}/
outboxpath = ${outbox}/
sentsmspath = ${this.#sent}/
errorsmspath = ${errors}/
inboxformat = unicode
deliveryreport = log
commtimeout = 1
sendtimeout = 10
receivefrequency = 1
loopsleep = 1
statusfrequency = 1
checksecurity = 0
`,
    );
  }

  get #logFile(): string {
    return join(this.#bench.directory, 'smsd.log');
  }

  start(): ClientProcess {
    return this.#bench.start('gammu-smsd', ['-c', this.#config]);
  }

  async queue(to: string, sample: Pick<Sample, 'text' | 'encoding'>): Promise<void> {
    const alphabet = sample.encoding === 'ucs2' ? ['-unicode'] : [];
    await this.#bench.run('gammu-smsd-inject', [
      ...['-c', this.#config, 'TEXT', to, '-report', '-len', '600', ...alphabet],
      ...['-text', sample.text],
    ]);
  }

  /** What `gammu-smsd-monitor` says, by its own words; undefined where no daemon has told yet. */
  async status(): Promise<ReadonlyMap<string, string> | undefined> {
    const { exitCode, stdout } = await this.#bench.start('gammu-smsd-monitor', [
      ...['-c', this.#config, '-n', '1', '-d', '1'],
    ]).ended;
    const lines = [...stdout.matchAll(/^(\w+): *(.*)$/gm)];
    return exitCode === 0
      ? new Map(lines.map(([, key = '', value = '']) => [key, value]))
      : undefined;
  }

  /** How many messages it holds for sent. */
  get sentCount(): number {
    return readdirSync(this.#sent).length;
  }

  /** What came, in order, parts joined: they share a name up to their number. */
  get received(): readonly string[] {
    const messages = new Map<string, string>();
    for (const name of readdirSync(this.#inbox).sort()) {
      const message = name.replace(/_\d+\.txt$/, '');
      messages.set(message, `${messages.get(message) ?? ''}${this.#textOf(name)}`);
    }
    return [...messages.values()];
  }

  /** The recipients of deliveries and the references of their messages, as its log has them. */
  get deliveries(): readonly string[] {
    const log = readFileSync(this.#logFile, 'utf8');
    return [...log.matchAll(/Delivery report: Delivered to (.*)$/gm)].map(
      ([, words = '']) => words,
    );
  }

  /** UTF-16, high octet first; a text ends at a NUL, and behind it may stand memory that is no text. */
  #textOf(name: string): string {
    const octets = readFileSync(join(this.#inbox, name)).swap16();
    const [text = ''] = octets.toString('utf16le').split('\0');
    return text.replace(/^\ufeff/, '');
  }
}
