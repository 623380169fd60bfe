/**
 * A soak: the whole daemon on a simulated modem in memory for a long simulated time, with messages in
 * and out and a fault every 5 to 40 seconds. In memory, since on a pseudo-terminal each byte costs
 * real time: an hour with 20,000 messages would take hours. The seed settles all that is drawn.
 */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Database from 'better-sqlite3';
import { vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { loadConfig } from '../../src/config/load.js';
import { type Gateway, startGateway } from '../../src/gateway.js';
import { silentLog } from '../../src/log.js';
import {
  connectInMemory,
  parseFault,
  type RecordEntry,
  SimulatedModem,
} from '../../src/simulator/index.js';
import { decodePdu } from '../../src/sms/index.js';
import { Random } from '../interop/random.js';
import { FakeClock } from '../support/fake-clock.js';
import { drawMishap, type Mishap, pin } from './mishaps.js';
import {
  type InboundKind,
  inboundText,
  Oracle,
  oldSender,
  outboundText,
  recipient,
  recipientCount,
} from './oracle.js';

export interface SoakOptions {
  readonly seed: number;
  /** Of simulated time in which messages go in and out; settling comes after it. */
  readonly minutes: number;
  /** Each way. */
  readonly messages: number;
  readonly dataDir: string;
  /** Told each five simulated minutes. */
  readonly progress?: (line: string) => void;
}

export interface SoakResult {
  /** What went wrong; empty if all is well. */
  readonly problems: readonly string[];
  readonly statuses: Readonly<Record<string, number>>;
  readonly inbound: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  readonly counts: Readonly<Record<string, number>>;
  /** Simulated seconds until nothing was left to do, after the last message. */
  readonly settledAfter: number;
  readonly realSeconds: number;
  /** Octets in use after a collection, at the end of each quarter. */
  readonly heap: readonly number[];
}

const settleMinutes = 90;
const progressMs = 5 * 60_000;
/** The last tenth of the time is without new messages: what was held up goes out meanwhile. */
const busyShare = 0.9;
const stopEvery = 60;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

export async function runSoak(options: SoakOptions): Promise<SoakResult> {
  const jitter = new Random(options.seed + 1);
  const spy = vi
    .spyOn(Math, 'random')
    .mockImplementation(() => jitter.integer(0, 0xffff) / 0x1_0000);
  const clock = new FakeClock();
  const modem = new SimulatedModem({ clock, pin, submitLatencyMs: 60, commandLatencyMs: 3 });
  const gateway = await startGateway({
    config: configOf(options.dataDir),
    clock,
    log: silentLog,
    connect: () => connectInMemory(modem),
  });
  try {
    return await new Soak(options, clock, modem, gateway).run();
  } finally {
    let hasStopped = false;
    const stopping = gateway.stop().finally(() => {
      hasStopped = true;
    });
    while (!hasStopped) await clock.advance(100);
    await stopping;
    modem.close();
    spy.mockRestore();
  }
}

class Soak {
  readonly #options: SoakOptions;
  readonly #random: Random;
  readonly #clock: FakeClock;
  readonly #modem: SimulatedModem;
  readonly #gateway: Gateway;
  readonly #oracle: Oracle;
  readonly #database: string;
  readonly #faults: Record<string, number> = {};
  readonly #counts = { posted: 0, suppressed: 0, canceled: 0, came: 0, stops: 0 };
  readonly #stoppedAtMs = new Float64Array(recipientCount);
  readonly #heap: number[] = [];
  #calmAtMs = Number.POSITIVE_INFINITY;
  #restartWhenCalm: boolean = false;
  #lastWrittenTo = 0;

  constructor(options: SoakOptions, clock: FakeClock, modem: SimulatedModem, gateway: Gateway) {
    this.#options = options;
    this.#random = new Random(options.seed);
    this.#clock = clock;
    this.#modem = modem;
    this.#gateway = gateway;
    this.#database = join(options.dataDir, 'stopgate.db');
    const { consent } = gateway.services.store;
    this.#oracle = new Oracle(
      options.messages,
      (number) => (consent.suppressionsOf as (number: string) => unknown[])(number).length > 0,
    );
    modem.onSubmit((submit) => this.#oracle.handedOver(submit));
  }

  async run(): Promise<SoakResult> {
    const { minutes, messages, progress } = this.#options;
    const startedMs = systemClock.monotonicMs();
    const totalMs = minutes * 60_000;
    let faultDueMs = 5_000;
    let progressDueMs = progressMs;
    while (this.#nowMs < totalMs) {
      await this.#clock.advance(this.#random.integer(50, 600));
      const due = Math.min(messages, (this.#nowMs / (totalMs * busyShare)) * messages);
      while (this.#counts.posted < due) this.#post();
      while (this.#counts.came < due) this.#comeIn('any');
      while (this.#counts.stops < Math.floor(due / stopEvery)) this.#stop();
      if (this.#nowMs >= this.#calmAtMs) this.#calm();
      if (this.#nowMs >= faultDueMs) {
        this.#goWrong(drawMishap(this.#random));
        faultDueMs = this.#nowMs + this.#random.integer(5_000, 40_000);
      }
      if (this.#nowMs >= ((this.#heap.length + 1) * totalMs) / 4) this.#weigh();
      if (this.#nowMs >= progressDueMs) {
        progressDueMs += progressMs;
        progress?.(this.#inWords(startedMs));
      }
    }
    this.#calm();
    const settledAfter = await this.#settle();
    progress?.(this.#inWords(startedMs));
    this.#oracle.compare(this.#database);
    return {
      problems: this.#oracle.problems,
      statuses: this.#tally('SELECT status AS name, count(*) AS count FROM messages GROUP BY 1'),
      inbound: this.#tally(
        `SELECT coalesce(kind, 'none') AS name, count(*) AS count FROM received_pdus GROUP BY 1
          UNION ALL SELECT 'messages', count(*) FROM inbound`,
      ),
      faults: this.#faults,
      counts: this.#counts,
      settledAfter,
      realSeconds: (systemClock.monotonicMs() - startedMs) / 1_000,
      heap: this.#heap,
    };
  }

  get #nowMs(): number {
    return this.#clock.monotonicMs();
  }

  #post(): void {
    this.#counts.posted += 1;
    const index = this.#counts.posted;
    const { outbox } = this.#gateway.services;
    const place = this.#random.integer(0, recipientCount - 1);
    const result = outbox.send({
      to: recipient(place),
      text: outboundText(index),
      reference: String(index),
      ...(this.#random.chance(0.01) && { validMinutes: 1 }),
    });
    if (result.kind === 'suppressed') this.#counts.suppressed += 1;
    else if (result.kind !== 'accepted') throw new Error(`not accepted: ${result.kind}`);
    else if (this.#random.chance(0.01)) {
      if (outbox.cancel(result.message.id).kind === 'canceled') this.#counts.canceled += 1;
    }
    this.#lastWrittenTo = place;
  }

  /** Each person writes once, so that no two long messages can be taken for one. */
  #comeIn(asked: InboundKind | 'any'): void {
    if (this.#counts.came >= this.#options.messages) return;
    this.#counts.came += 1;
    const index = this.#counts.came;
    const kind = asked !== 'any' ? asked : this.#random.chance(0.1) ? 'long' : 'short';
    this.#oracle.cameIn(index, kind);
    this.#modem.receive({
      from: `+4477009${20_000 + index}`,
      text: inboundText(index, kind),
    });
  }

  /** Mostly from whom a message is on its way to; now and then somebody says it again. */
  #stop(): void {
    this.#counts.stops += 1;
    let place = this.#lastWrittenTo;
    if (this.#random.chance(0.2) || this.#oracle.stopsOf(place) > 0) {
      place = this.#random.integer(0, recipientCount - 1);
    }
    // Two that are equal to the second are one message to anybody.
    const saidBeforeMs = this.#stoppedAtMs[place] ?? 0;
    if (this.#oracle.stopsOf(place) > 0 && this.#nowMs - saidBeforeMs < 60_000) return;
    this.#stoppedAtMs[place] = this.#nowMs;
    this.#oracle.saidStop(place);
    this.#modem.receive({ from: recipient(place), text: 'STOP' });
  }

  #goWrong({ fault, meets, calmedAfter, fromPowerOn }: Mishap): void {
    const modem = this.#modem;
    // The damage would meet what waits already.
    if (meets === 'damaged' && modem.waiting.length > 0) return;
    if (meets !== undefined && this.#counts.came >= this.#options.messages) return;
    const name = fault.split(':')[0] ?? fault;
    const oldBefore = this.#oldStored();
    if (name === 'sim-full' && oldBefore > 0) return;
    this.#faults[name] = (this.#faults[name] ?? 0) + 1;
    modem.play(parseFault(fault));
    if (meets !== undefined) this.#comeIn(meets);
    if (name === 'sim-full') this.#oracle.putOldMessages(this.#oldStored());
    if (fromPowerOn === true) {
      modem.restart();
      this.#restartWhenCalm = true;
    }
    if (calmedAfter !== undefined) {
      const [least, most] = calmedAfter;
      const calmAtMs = this.#nowMs + this.#random.integer(least * 1_000, most * 1_000);
      this.#calmAtMs = Math.min(this.#calmAtMs, calmAtMs);
    }
  }

  #calm(): void {
    this.#calmAtMs = Number.POSITIVE_INFINITY;
    this.#modem.calm();
    if (this.#restartWhenCalm) this.#modem.restart();
    this.#restartWhenCalm = false;
  }

  #oldStored(): number {
    return this.#modem.stored.filter(({ hex }) => {
      const pdu = decodePdu(hex, { direction: 'from-network' });
      return !(pdu instanceof Error) && pdu.type === 'deliver' && pdu.from.value === oldSender;
    }).length;
  }

  /** Lets time pass until nothing is left to do; in simulated seconds. */
  async #settle(): Promise<number> {
    const sinceMs = this.#nowMs;
    const endMs = sinceMs + settleMinutes * 60_000;
    while (this.#leftToDo() !== '') {
      if (this.#nowMs >= endMs) {
        this.#oracle.problems.push(`never settled: ${this.#leftToDo()}`);
        break;
      }
      await this.#clock.advance(1_000);
    }
    const seconds = (this.#nowMs - sinceMs) / 1_000;
    // What was handed over last is still reported on.
    await this.#clock.advance(60_000);
    return seconds;
  }

  #leftToDo(): string {
    const { stored, waiting } = this.#modem;
    const open = this.#tally(
      `SELECT status AS name, count(*) AS count FROM message_parts
        WHERE status IN ('queued', 'sending') GROUP BY 1`,
    );
    const left = { ...open, stored: stored.length, waiting: waiting.length };
    return Object.values(left).some((count) => count > 0) ? JSON.stringify(left) : '';
  }

  #tally(query: string): Record<string, number> {
    const db = new Database(this.#database, { readonly: true });
    try {
      const rows = db.prepare<[], { name: string; count: number }>(query).all();
      return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
    } finally {
      db.close();
    }
  }

  /** The simulator's record grows for ever and is no part of the gateway: it is emptied before. */
  #weigh(): void {
    const { record } = this.#modem;
    const lists: readonly (readonly RecordEntry[])[] = [
      record.commands,
      record.submits,
      record.withdrawals,
      record.answers,
      record.arrivals,
      record.deletes,
      record.restarts,
    ];
    for (const list of lists) (list as RecordEntry[]).length = 0;
    collect();
    this.#heap.push(process.memoryUsage().heapUsed);
  }

  #inWords(startedMs: number): string {
    const minutes = (this.#nowMs / 60_000).toFixed(1);
    const real = Math.round((systemClock.monotonicMs() - startedMs) / 1_000);
    const faults = Object.values(this.#faults).reduce((sum, count) => sum + count, 0);
    const { posted, came, stops } = this.#counts;
    return `${minutes} min (${real} s): ${posted} posted, ${came} came in, ${stops} STOP, ${faults} faults, ${this.#oracle.problems.length} problems, left ${this.#leftToDo() || 'nothing'}`;
  }
}

function configOf(dataDir: string) {
  return loadConfig({
    file: 'soak',
    env: {},
    hostName: 'soak',
    readFile: () => `
[gateway]
country = "GB"
data_dir = ${JSON.stringify(dataDir)}
[http]
listen = "127.0.0.1:0"
[[modem]]
name = "main"
port = "/dev/main"
pin = "${pin}"
[optout]
brand = "Corner Shop"
footer = false
`,
  });
}
