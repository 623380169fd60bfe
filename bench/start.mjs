/** From spawning the process until `/readyz` says 200, the modem initialised: the median of five (quick: two). */
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { median } from './statistics.mjs';
import { below } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const aimMs = 1_000;

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const runs = surroundings.quick ? 2 : 5;
  const line = await openModem();
  try {
    const installation = new Installation(surroundings, line.port);
    /** @type {number[]} */
    const durations = [];
    for (let run = 1; run <= runs; run += 1) {
      const gateway = installation.start();
      const readyMs = await gateway.untilReady();
      durations.push(readyMs);
      surroundings.progress(`start ${run} of ${runs}: ${readyMs.toFixed(0)} ms`);
      await gateway.stop();
    }
    const what = `start until ready, median of ${runs}`;
    return [below({ what, value: median(durations), unit: ' ms', aim: aimMs })];
  } finally {
    await line.close();
  }
}
