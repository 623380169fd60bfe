/**
 * The daemon towards systemd: that it is ready, reloads or stops, how it is in one line, and, as long as
 * its work moves, that it need not be restarted. Decides nothing of the daemon's own.
 */
import type { Clock, Timer } from '../clock.js';
import type { Log } from '../log.js';
import { type Environment, Notifier } from './notifier.js';

/** The daemon, as far as systemd is told of it. */
export interface Watched {
  /** What of the work does not move, in words; undefined while all of it does. */
  standstill(): string | undefined;
  /** How the daemon is, in one line. */
  summary(): string;
}

export interface SupervisionOptions {
  readonly notifier: Pick<Notifier, 'tell'>;
  /** Undefined: systemd does not wait for a sign of life. */
  readonly watchdogMs: number | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** The machine's CLOCK_MONOTONIC. */
  readonly monotonicUsec: () => bigint;
}

/** How often the line is made anew; it is told when it has changed. */
const summaryMs = 5_000;
/** systemd shows one line. */
const longestSummary = 400;

export class Supervision {
  readonly #options: SupervisionOptions;
  readonly #timers = new Set<Timer>();
  #told = '';
  #standstill: string | undefined;
  #hasStopped: boolean = false;

  constructor(options: SupervisionOptions) {
    this.#options = options;
  }

  /** The API listens and the modems were started. From now on `watched` is looked at. */
  async ready(watched: Watched): Promise<void> {
    const { watchdogMs, notifier } = this.#options;
    const summary = lineOf(watched);
    this.#told = summary;
    await notifier.tell('READY=1', `STATUS=${summary}`);
    this.#every(summaryMs, () => this.#summarise(watched));
    // A sign that comes late, or is lost once, must not cost a restart.
    if (watchdogMs !== undefined) this.#every(watchdogMs / 3, () => this.#giveSign(watched));
  }

  /** Runs `reload`, which never rejects, and tells when it begins and when it ends. */
  async reloading(watched: Watched, reload: () => Promise<void>): Promise<void> {
    const { notifier, monotonicUsec } = this.#options;
    await notifier.tell('RELOADING=1', `MONOTONIC_USEC=${monotonicUsec()}`);
    await reload();
    this.#told = lineOf(watched);
    await notifier.tell('READY=1', `STATUS=${this.#told}`);
  }

  async stopping(): Promise<void> {
    this.#hasStopped = true;
    for (const timer of this.#timers) timer.cancel();
    await this.#options.notifier.tell('STOPPING=1', 'STATUS=stopping');
  }

  #summarise(watched: Watched): void {
    const summary = lineOf(watched);
    if (summary === this.#told) return;
    this.#told = summary;
    void this.#options.notifier.tell(`STATUS=${summary}`);
  }

  /** INVARIANT: no sign of life is given for the event loop alone: modems and database have to move. */
  #giveSign(watched: Watched): void {
    const { notifier, log } = this.#options;
    const standstill = watched.standstill();
    if (standstill === undefined) void notifier.tell('WATCHDOG=1');
    else if (this.#standstill === undefined) {
      log.error({ reason: standstill }, 'the work stands still: systemd will restart the daemon');
    }
    this.#standstill = standstill;
  }

  #every(periodMs: number, work: () => void): void {
    const timer = this.#options.clock.setTimer(periodMs, () => {
      this.#timers.delete(timer);
      work();
      if (!this.#hasStopped) this.#every(periodMs, work);
    });
    this.#timers.add(timer);
  }
}

/** Undefined where the process was not started by systemd, or not to tell it anything. */
export function supervisionOf(
  env: Environment,
  options: Pick<SupervisionOptions, 'clock' | 'log' | 'monotonicUsec'>,
): Supervision | undefined {
  const { NOTIFY_SOCKET: socket } = env;
  if (socket === undefined || socket === '') return undefined;
  const notifier = new Notifier(socket, env.PATH, options.log);
  return new Supervision({ ...options, notifier, watchdogMs: watchdogMsOf(env) });
}

/** sd_watchdog_enabled(3): the time is for the process that is named, where one is. */
function watchdogMsOf({ WATCHDOG_USEC, WATCHDOG_PID }: Environment): number | undefined {
  const ms = Number(WATCHDOG_USEC ?? 0) / 1_000;
  const isOurs = WATCHDOG_PID === undefined || Number(WATCHDOG_PID) === process.pid;
  return ms > 0 && isOurs ? ms : undefined;
}

function lineOf(watched: Watched): string {
  const line = watched.summary().replace(/\s+/gu, ' ');
  return line.length > longestSummary ? `${line.slice(0, longestSummary - 1)}…` : line;
}
