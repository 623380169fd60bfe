/**
 * Resident memory of the gateway's process, as the kernel counts it (Linux only): with a modem
 * ready and nothing to do, and after 1,000 messages were posted and sent.
 */
import { sleep, systemClock } from '../dist/clock.js';
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { below } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const aim = 80;
/** What starting left behind may be collected by then. */
const settleMs = 2_000;

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const count = surroundings.quick ? 100 : 1_000;
  const line = await openModem();
  const gateway = new Installation(surroundings, line.port).start();
  try {
    await gateway.untilReady();
    await sleep(systemClock, settleMs);
    const started = gateway.memory();
    surroundings.progress(`sending ${count} messages`);
    await gateway.queue(count);
    await line.untilSubmitted(count);
    await sleep(systemClock, settleMs);
    return [
      figure('memory after start', started),
      figure(`memory after ${count.toLocaleString('en')} messages`, gateway.memory()),
    ];
  } finally {
    await gateway.stop();
    await line.close();
  }
}

/** @param {string} what @param {{ resident: number, peak: number }} memory */
function figure(what, { resident, peak }) {
  return below({
    what,
    value: resident,
    unit: ' MB',
    aim,
    digits: 1,
    beside: `peak ${peak.toFixed(1)}`,
  });
}
