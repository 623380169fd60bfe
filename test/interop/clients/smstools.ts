/** Debian's `smstools`: the daemon smsd with its spool of files, configured into a directory. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirePackage } from '../debian-packages.js';
import type { Bench } from './bench.js';
import type { ClientProcess } from './client-process.js';
import type { Sample } from './texts.js';

const SPOOLS = ['outgoing', 'checked', 'incoming', 'failed', 'sent', 'report'] as const;
type Spool = (typeof SPOOLS)[number];

/** A message file: header lines, a blank one, the body in the alphabet that the header names. */
export interface MessageFile {
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
}

export class SmsTools {
  readonly #bench: Bench;
  readonly #config: string;
  readonly #queued = new Set<string>();

  constructor(bench: Bench) {
    requirePackage('smstools');
    this.#bench = bench;
    const spools = SPOOLS.map((spool) => `${spool} = ${bench.makeDirectory(spool)}`);
    this.#config = bench.write(
      'smsd.conf',
      `devices = BENCH
${spools.join('\n')}
logfile = ${join(bench.directory, 'smsd.log')}
infofile = ${join(bench.directory, 'smsd.working')}
pidfile = ${join(bench.directory, 'smsd.pid')}
loglevel = 7
delaytime = 1
delaytime_mainprocess = 1
errorsleeptime = 1
receive_before_send = no
autosplit = 3
incoming_utf8 = yes
[BENCH]
device = ${bench.device}
init = AT+CNMI=2,1,0,2,0
incoming = yes
report = yes
baudrate = 115200
rtscts = no
memory_start = 1
`,
    );
  }

  start(): ClientProcess {
    return this.#bench.start('/usr/sbin/smsd', [`-c${this.#config}`, '-t']);
  }

  /**
   * Puts a message into the spool. What is no GSM 7-bit text goes as UCS-2: smstools cuts UTF-8 off
   * at the first character beyond the Basic Multilingual Plane.
   */
  queue(name: string, to: string, { text, encoding }: Pick<Sample, 'text' | 'encoding'>): void {
    const [alphabet, body] =
      encoding === 'ucs2'
        ? ['Unicode', Buffer.from(text, 'utf16le').swap16()]
        : ['UTF-8', Buffer.from(text)];
    const head = `To: ${to.replace('+', '')}\nReport: yes\nAlphabet: ${alphabet}\n\n`;
    this.#queued.add(name);
    this.#bench.write(join('outgoing', name), Buffer.concat([Buffer.from(head), body]));
  }

  /** What was queued and is sent; files of other names are on their way there. */
  get sent(): readonly MessageFile[] {
    return this.#files('sent', (name) => this.#queued.has(name));
  }

  get received(): readonly MessageFile[] {
    return this.#files('incoming');
  }

  get reports(): readonly MessageFile[] {
    return this.#files('report');
  }

  #files(spool: Spool, counts: (name: string) => boolean = () => true): readonly MessageFile[] {
    const directory = join(this.#bench.directory, spool);
    return readdirSync(directory)
      .filter(counts)
      .map((name) => readMessage(readFileSync(join(directory, name))));
  }
}

function readMessage(contents: Buffer): MessageFile {
  const end = contents.indexOf('\n\n');
  const head = contents.subarray(0, end).toString();
  const body = contents.subarray(end + 2);
  const fields = Object.fromEntries(
    [...head.matchAll(/^(\w+): (.*)$/gm)].map(([, key, value]) => [key, value]),
  );
  const text =
    fields.Alphabet === 'UCS2'
      ? Buffer.from(body.subarray(0, body.length & ~1))
          .swap16()
          .toString('utf16le')
      : body.toString().replace(/\n$/, '');
  return { fields, text };
}
