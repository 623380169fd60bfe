/**
 * Messages that wait for a modem which answers at once, and how many of them go in a second: from
 * the first SUBMIT in the modem's record to the last, whoever hands them over.
 */
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { BenchModem } from './modem.mjs' */

/**
 * The gateway's: everything is queued before the modem finds its network.
 * @param {Surroundings} surroundings @param {number} count
 */
export async function gatewayRate(surroundings, count) {
  const line = await openModem({ searching: true });
  const gateway = new Installation(surroundings, line.port).start();
  try {
    await gateway.untilListening();
    surroundings.progress(`queueing ${count} messages`);
    await gateway.queue(count);
    surroundings.progress('sending them');
    line.register();
    await line.untilSubmitted(count);
    return rate(line, count);
  } finally {
    await gateway.stop();
    await line.close();
  }
}

/** SUBMITs a second, of the first `count`. @param {BenchModem} line @param {number} count */
export function rate({ submissions }, count) {
  const first = submissions[0]?.handedMs ?? Number.NaN;
  const last = submissions[count - 1]?.handedMs ?? Number.NaN;
  return ((count - 1) * 1000) / (last - first);
}
