/**
 * Messages a second through a modem that answers at once: what the gateway itself costs, beside the
 * other daemons that send through a modem, on the same simulated one. Delivery reports are on, as by
 * default, and come at once. The others are given fewer messages, as many as take some ten seconds.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from './foreign-daemon.mjs';
import { gammuSmsd } from './gammu-smsd.mjs';
import { message } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { gatewayRate, rate } from './sending.mjs';
import { smstools } from './smstools.mjs';
import { atLeast, beside, failed } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { ForeignDaemon } from './foreign-daemon.mjs' */
/** @import { Figure } from './table.mjs' */

/**
 * @typedef {object} Peer
 * @property {string} name
 * @property {string} program its whole path
 * @property {string} install how to get it
 * @property {number} count of messages that it is given
 * @property {(places: { dir: string, port: string, messages: { to: string, text: string }[] }) => ForeignDaemon} start
 *   queues the messages and starts it
 */

/** @type {readonly Peer[]} */
const peers = [smstools, gammuSmsd];
const aim = 200;
const what = 'messages a second, modem that answers at once';

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const value = await gatewayRate(surroundings, surroundings.quick ? 100 : 500);
  const figures = [atLeast({ what, value, unit: ' /s', aim })];
  for (const peer of peers) figures.push(await figureBeside(peer, value, surroundings));
  return figures;
}

/** @param {Peer} peer @param {number} value ours @param {Surroundings} surroundings @returns {Promise<Figure>} */
async function figureBeside(peer, value, surroundings) {
  const { name, program, install } = peer;
  if (!isInstalled(program)) {
    return {
      what: `${what}: ${name}`,
      measured: '',
      aim: '',
      against: `not installed: \`${install}\``,
    };
  }
  const count = surroundings.quick ? Math.ceil(peer.count / 4) : peer.count;
  surroundings.progress(`sending ${count} messages by ${name}`);
  try {
    const theirs = await peerRate(peer, count, surroundings.dir);
    const named = `${name} with ${count} messages`;
    return beside({ what, value, unit: ' /s', peer: named, theirs, digits: 1 });
  } catch (error) {
    return failed(`${what}: ${name}`, error);
  }
}

/** @param {Peer} peer @param {number} count @param {string} parent */
async function peerRate(peer, count, parent) {
  const dir = join(parent, peer.name);
  mkdirSync(dir);
  const line = await openModem();
  try {
    const messages = Array.from({ length: count }, (_, number) => message(number));
    const daemon = peer.start({ dir, port: line.port, messages });
    try {
      await line.untilSubmitted(count, () => daemon.assertRunning());
      return rate(line, count);
    } finally {
      await daemon.stop();
    }
  } finally {
    await line.close();
  }
}
