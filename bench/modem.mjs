/**
 * The simulated modem on a pseudo-terminal, in the measuring process, and the moments at which its
 * record was written. The gateway opens the terminal as it opens any tty.
 */
import { sleep, systemClock } from '../dist/clock.js';
import { openPty, SimulatedModem } from '../dist/simulator/index.js';

/** @import { RecordEntry } from '../src/simulator/index.js' */

/** `<stat>` of +CREG. */
const registration = { home: 1, searching: 2 };
const pollMs = 10;
const withinMs = 120_000;

/** @typedef {{ entry: RecordEntry, atMs: number }} Moment monotonic, finer than the record's own wall time */

export class BenchModem {
  /** Every entry of the record since the start. @type {Moment[]} */
  moments = [];
  #pty;

  /** @param {SimulatedModem} modem @param {Awaited<ReturnType<typeof openPty>>} pty */
  constructor(modem, pty) {
    this.modem = modem;
    this.#pty = pty;
    modem.record.onEntry((/** @type {RecordEntry} */ entry) => {
      this.moments.push({ entry, atMs: systemClock.monotonicMs() });
    });
  }

  get port() {
    return this.#pty.path;
  }

  /** The network is found: what was queued can go. */
  register() {
    this.modem.registration = registration.home;
  }

  /** When each message was handed over whole, Ctrl-Z included, and when it was answered; in order. */
  get submissions() {
    /** @type {Map<number, number>} */
    const answeredAt = new Map();
    for (const { entry, atMs } of this.moments) {
      if (entry.kind === 'answer') answeredAt.set(entry.command, atMs);
    }
    return this.moments.flatMap(({ entry, atMs }) =>
      entry.kind === 'submit'
        ? [{ handedMs: atMs, answeredMs: answeredAt.get(entry.command) }]
        : [],
    );
  }

  /**
   * Waits until `count` messages were handed over and answered; `look` may throw meanwhile.
   * @param {number} count @param {() => void} [look]
   */
  async untilSubmitted(count, look = () => undefined) {
    const startMs = systemClock.monotonicMs();
    const { record } = this.modem;
    for (;;) {
      const last = record.submits[count - 1];
      if (last !== undefined && record.answers.some(({ command }) => command === last.command))
        return;
      look();
      if (systemClock.monotonicMs() - startMs > withinMs) {
        throw new Error(
          `${record.submits.length} of ${count} messages were handed over in ${withinMs} ms`,
        );
      }
      await sleep(systemClock, pollMs);
    }
  }

  async close() {
    await this.#pty.close();
    this.modem.close();
  }
}

/**
 * Puts a simulated modem on a new pseudo-terminal. One that is `searching` takes no message before
 * {@link BenchModem.register}.
 * @param {{ submitLatencyMs?: number, searching?: boolean }} [options]
 */
export async function openModem({ submitLatencyMs = 0, searching = false } = {}) {
  const modem = new SimulatedModem({
    clock: systemClock,
    submitLatencyMs,
    registration: searching ? registration.searching : registration.home,
  });
  return new BenchModem(modem, await openPty(modem));
}
