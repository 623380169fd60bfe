/**
 * Messages a second through a modem that answers at once: what the gateway itself costs. Everything
 * is queued before the modem finds its network; counted from the first SUBMIT that the modem was
 * handed to the last. Delivery reports are on, as by default, and come at once.
 */
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { atLeast } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const count = 500;
const aim = 200;
/** Measured once on such a modem, not in this run. */
const peers = { smstools3: 2.1, 'gammu-smsd': 1.4 };

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const line = await openModem({ searching: true });
  const gateway = new Installation(surroundings, line.port).start();
  try {
    await gateway.untilListening();
    surroundings.progress(`queueing ${count} messages`);
    await gateway.queue(count);
    surroundings.progress('sending them');
    line.register();
    await line.untilSubmitted(count);
    const { submissions } = line;
    const first = submissions[0]?.handedMs ?? Number.NaN;
    const last = submissions[count - 1]?.handedMs ?? Number.NaN;
    const value = ((count - 1) * 1000) / (last - first);
    const what = 'messages a second, modem that answers at once';
    return [atLeast({ what, value, unit: ' /s', aim, peers })];
  } finally {
    await gateway.stop();
    await line.close();
  }
}
