/**
 * How long after the modem has announced a STOP (`+CMTI`) the API refuses the number: until a POST is
 * answered 403. It is asked tightly by a GET, which adds nothing to the queue; the POST that follows
 * counts. The modem is idle: one that is submitting takes no other command until it has answered.
 */
import { sleep, systemClock } from '../dist/clock.js';
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { percentile } from './statistics.mjs';
import { below } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { Gateway } from './gateway.mjs' */
/** @import { BenchModem } from './modem.mjs' */

const aimMs = 60;
const betweenMs = 50;
const withinMs = 10_000;

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const count = surroundings.quick ? 10 : 50;
  const line = await openModem();
  const gateway = new Installation(surroundings, line.port).start();
  try {
    await gateway.untilReady();
    surroundings.progress(`${count} numbers say STOP`);
    /** @type {number[]} */
    const delays = [];
    for (let number = 0; number < count; number += 1) {
      const from = `+447700900${String(number).padStart(3, '0')}`;
      delays.push(await untilRefused(gateway, line, from));
      await line.untilSubmitted(delays.length);
      await sleep(systemClock, betweenMs);
    }
    const what = '`+CMTI` of a STOP until the API refuses';
    return [
      below({
        what: `${what}, median`,
        value: percentile(delays, 0.5),
        unit: ' ms',
        aim: aimMs,
        digits: 1,
      }),
      below({
        what: `${what}, p95`,
        value: percentile(delays, 0.95),
        unit: ' ms',
        aim: aimMs,
        digits: 1,
      }),
    ];
  } finally {
    await gateway.stop();
    await line.close();
  }
}

/** Milliseconds. @param {Gateway} gateway @param {BenchModem} line @param {string} from */
async function untilRefused(gateway, line, from) {
  line.modem.receive({ from, text: 'STOP' });
  const announcedMs =
    line.moments.findLast(({ entry }) => entry.kind === 'arrival')?.atMs ?? Number.NaN;
  const path = `/v1/suppressions/${encodeURIComponent(from)}`;
  while (!(await gateway.ask('GET', path)).body.suppressed) {
    if (systemClock.monotonicMs() - announcedMs > withinMs) {
      throw new Error(`a STOP was not heard within ${withinMs} ms`);
    }
  }
  const { status } = await gateway.ask('POST', '/v1/messages', { to: from, text: 'refused?' });
  if (status !== 403) throw new Error(`a suppressed number was answered ${status} instead of 403`);
  return systemClock.monotonicMs() - announcedMs;
}
