/**
 * The share of time that a modem is busy submitting which takes 1.5 s for a message, as real ones
 * do, while messages wait: from Ctrl-Z to `+CMGS`, of the time from the first Ctrl-Z to the last
 * `+CMGS`. What is missing to 1 is the gateway's.
 */
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { atLeast } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const submitLatencyMs = 1_500;
const aim = 0.99;

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const count = surroundings.quick ? 4 : 12;
  const line = await openModem({ submitLatencyMs, searching: true });
  const gateway = new Installation(surroundings, line.port).start();
  try {
    await gateway.untilListening();
    await gateway.queue(count);
    surroundings.progress(`sending ${count} messages of ${submitLatencyMs} ms`);
    line.register();
    await line.untilSubmitted(count);
    const { submissions } = line;
    const busyMs = submissions.reduce(
      (sum, { handedMs, answeredMs = Number.NaN }) => sum + answeredMs - handedMs,
      0,
    );
    const first = submissions[0]?.handedMs ?? Number.NaN;
    const last = submissions[count - 1]?.answeredMs ?? Number.NaN;
    const what = 'share of time busy, modem that takes 1.5 s a message';
    return [atLeast({ what, value: busyMs / (last - first), aim, digits: 4 })];
  } finally {
    await gateway.stop();
    await line.close();
  }
}
