/**
 * What a load runs on: the built daemon with several simulated modems on pseudo-terminals, which live
 * in this process, a database with several keys, and a webhook. Knows nothing of who asks for what.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../../src/clock.js';
import { openPty, type PtyPort, SimulatedModem } from '../../../src/simulator/index.js';
import { webhookToml } from '../../support/test-webhooks.js';
import { type Ended, type Running, startProgram } from '../../system/program.js';
import { until } from '../../system/until.js';

export interface SiteOptions {
  readonly directory: string;
  readonly modems: number;
  readonly keys: number;
  readonly webhook: string;
  /** For the daemon's process: `--cpu-prof`, say. */
  readonly nodeOptions: readonly string[];
}

/** What the kernel says of the daemon's process; Linux only. */
export interface ProcessFigures {
  /** 10^6 octets, resident now and at most so far. */
  readonly residentMb: number;
  readonly peakMb: number;
  readonly cpuSeconds: number;
}

/** `USER_HZ`, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

export class Site {
  readonly modems: readonly SimulatedModem[];
  readonly database: string;
  keys: readonly string[] = [];
  address = '';
  readonly #options: SiteOptions;
  readonly #config: string;
  readonly #ports: PtyPort[] = [];
  #daemon: Running | undefined;

  constructor(options: SiteOptions) {
    this.#options = options;
    this.modems = Array.from(
      { length: options.modems },
      () => new SimulatedModem({ clock: systemClock }),
    );
    const { directory, webhook } = options;
    this.database = join(directory, 'data', 'stopgate.db');
    this.#config = join(directory, 'stopgate.toml');
    const ports = this.modems.map(
      (_modem, place) => `[[modem]]
name = "modem-${place}"
port = ${JSON.stringify(this.#link(place))}
poll_seconds = 3600
`,
    );
    mkdirSync(directory, { recursive: true });
    writeFileSync(
      this.#config,
      `[gateway]
name = "load"
country = "GB"
data_dir = ${JSON.stringify(join(directory, 'data'))}
[http]
listen = "127.0.0.1:0"
[optout]
brand = "Corner Shop"
footer = false
${ports.join('')}${webhookToml(webhook)}`,
    );
  }

  /** Plugs the modems in, makes the keys, starts the daemon and waits until all modems are ready. */
  async open(): Promise<void> {
    for (const [place, modem] of this.modems.entries()) {
      this.#ports.push(await openPty(modem, { link: this.#link(place) }));
    }
    const keys: string[] = [];
    for (let place = 0; place < this.#options.keys; place += 1) {
      const { exitCode, stdout, stderr } = await this.command(
        ...['keys', 'create', '--name', `client-${place}`, '--scope', 'send,read'],
      );
      if (exitCode !== 0) throw new Error(`no key: ${stderr}`);
      keys.push(stdout.trim());
    }
    this.keys = keys;
    const daemon = startProgram(['run', '--config', this.#config], {
      nodeArgs: this.#options.nodeOptions ?? [],
    });
    this.#daemon = daemon;
    this.address = await until('the daemon listens', () => {
      if (daemon.hasEnded()) throw new Error(`the daemon ended: ${daemon.stderr()}`);
      return /"address":"(http:[^"]+)"/.exec(daemon.stdout())?.[1];
    });
    await until('all modems are ready', async () => {
      const response = await fetch(`${this.address}/readyz`);
      return (await response.text()).split('"ready"').length > this.modems.length;
    });
  }

  /** Another command beside the daemon. */
  command(...args: string[]): Promise<Ended> {
    return startProgram([...args, '--config', this.#config]).ended;
  }

  figures(): ProcessFigures {
    const pid = this.#daemon?.pid;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const inMb = (field: string) =>
      (Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'mu').exec(status)?.[1]) * 1024) / 1e6;
    // The name of the program, in parentheses, may hold anything; utime and stime are the 12th and 13th after it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /u, '')
      .split(' ');
    return {
      residentMb: inMb('VmRSS'),
      peakMb: inMb('VmHWM'),
      cpuSeconds: (Number(stat[11]) + Number(stat[12])) / ticksPerSecond,
    };
  }

  /** Asks the daemon to stop, as systemd does. */
  async stop(): Promise<Ended> {
    if (this.#daemon === undefined) throw new Error('the daemon was never started');
    this.#daemon.signal('SIGTERM');
    return this.#daemon.ended;
  }

  /** Ends all that is left, however it stands. */
  async close(): Promise<void> {
    this.#daemon?.signal('SIGKILL');
    await this.#daemon?.ended;
    for (const port of this.#ports) await port.close();
    for (const modem of this.modems) modem.close();
  }

  #link(place: number): string {
    return join(this.#options.directory, `modem-${place}`);
  }
}
