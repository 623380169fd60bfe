/**
 * What a suppression list of a million costs whoever lives with it: the check that a send makes, the
 * daemon's start and memory, pages of the list at its beginning and its end, and the commands that
 * write all of it. Works on the database that `import` leaves behind.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sleep, systemClock } from '../dist/clock.js';
import { openStore } from '../dist/store/store.js';
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { residentPeakMb } from './process.mjs';
import { percentile } from './statistics.mjs';
import { below, told } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { Gateway } from './gateway.mjs' */
/** @import { Figure } from './table.mjs' */

const lookups = 1_000;
const checks = 20_000;
const pageSize = 1_000;
const fewPages = 20;
const settleMs = 2_000;
const aims = { memoryMb: 110 };

/**
 * `numberAt` gives the numbers of the list, `count` of them, in its order.
 * @param {Surroundings} surroundings @param {number} count @param {(place: number) => string} numberAt
 * @returns {Promise<Figure[]>}
 */
export async function measureList(surroundings, count, numberAt) {
  const { dir, progress } = surroundings;
  const of = `with ${count.toLocaleString('en')} suppressed`;
  progress('checking numbers');
  const figures = [checkFigure(dir, of, count, numberAt)];
  const line = await openModem();
  const installation = new Installation(surroundings, line.port);
  try {
    progress('starting the daemon');
    const gateway = installation.start();
    const readyMs = await gateway.untilReady();
    await sleep(systemClock, settleMs);
    const memory = gateway.memory();
    const refusedMs = await askOften(gateway, count, numberAt);
    const memoryAfter = gateway.memory();
    progress('reading all pages');
    const pages = await readPages(gateway);
    await gateway.stop();
    figures.push(
      told(`start until ready, ${of}`, `${readyMs.toFixed(0)} ms`),
      memoryFigure(`memory after start, ${of}`, memory.resident),
      memoryFigure(
        `memory after ${lookups.toLocaleString('en')} refused messages, ${of}`,
        memoryAfter.resident,
      ),
      told(`a message refused by the API, ${of}`, inMs(refusedMs)),
      told(`page of ${pageSize} at the beginning of the list, ${of}`, inMs(pages.first)),
      told(`page of ${pageSize} at its end, ${of}`, inMs(pages.last)),
      told(`memory after all pages, ${of}`, `${pages.resident.toFixed(1)} MB`),
    );
    for (const args of [
      ['list', '--limit', '1000'],
      ['export', `${dir}/list.out`],
    ]) {
      progress(`suppress ${args[0]}`);
      const { ms, peakMb } = await run(installation.config, ['suppress', ...args]);
      figures.push(
        told(`suppress ${args[0]}, ${of}`, `${(ms / 1_000).toFixed(1)} s`),
        memoryFigure(`memory of suppress ${args[0]}, ${of}, peak`, peakMb),
      );
    }
  } finally {
    await line.close();
  }
  return figures;
}

/** As the sender asks before each part: one number by turns on the list and not. */
function checkFigure(
  /** @type {string} */ dir,
  /** @type {string} */ of,
  /** @type {number} */ count,
  /** @type {(place: number) => string} */ numberAt,
) {
  const store = openStore({
    dataDir: `${dir}/data`,
    gatewayName: 'bench',
    newEventId: () => 'ev_none',
  });
  /** @type {number[]} */
  const micros = [];
  for (let check = 0; check < checks; check += 1) {
    const isListed = check % 2 === 0;
    const number = numberAt(Math.floor((count * ((check * 7919) % checks)) / checks));
    const asked = isListed ? number : number.replace('+4477', '+4478');
    const startedMs = systemClock.monotonicMs();
    const found = store.consent.suppressionsOf(asked);
    micros.push((systemClock.monotonicMs() - startedMs) * 1_000);
    if (found.length > 0 !== isListed) throw new Error(`${asked} is ${found.length} times listed`);
  }
  store.close();
  const [median, p99] = [0.5, 0.99].map((share) => percentile(micros, share).toFixed(0));
  return told(`check of a number before it is sent to, ${of}`, `median ${median}, p99 ${p99} µs`);
}

/** @param {Gateway} gateway @param {number} count @param {(place: number) => string} numberAt */
async function askOften(gateway, count, numberAt) {
  /** @type {number[]} */
  const times = [];
  for (let lookup = 0; lookup < lookups; lookup += 1) {
    const to = numberAt(Math.floor((count * lookup) / lookups));
    const startedMs = systemClock.monotonicMs();
    const { status } = await gateway.ask('POST', '/v1/messages', { to, text: 'refused?' });
    times.push(systemClock.monotonicMs() - startedMs);
    if (status !== 403) throw new Error(`${to} was answered ${status} instead of 403`);
  }
  return times;
}

/** From the first to the last. @param {Gateway} gateway */
async function readPages(gateway) {
  /** @type {number[]} */
  const times = [];
  let cursor = '';
  do {
    const startedMs = systemClock.monotonicMs();
    const { body } = await gateway.ask('GET', `/v1/suppressions?limit=${pageSize}${cursor}`);
    times.push(systemClock.monotonicMs() - startedMs);
    cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor}`;
  } while (cursor !== '');
  const { resident } = gateway.memory();
  return { first: times.slice(0, fewPages), last: times.slice(-fewPages), resident };
}

/** @param {string} config @param {readonly string[]} args */
async function run(config, args) {
  const main = new URL('../dist/main.js', import.meta.url).pathname;
  const startedMs = systemClock.monotonicMs();
  const child = spawn(process.execPath, [main, ...args, '--config', config], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const { peakMb, code } = await residentPeakMb(child, once(child, 'exit'));
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return { ms: systemClock.monotonicMs() - startedMs, peakMb };
}

/** @param {string} what @param {number} value */
function memoryFigure(what, value) {
  return below({ what, value, unit: ' MB', aim: aims.memoryMb, digits: 1 });
}

/** @param {readonly number[]} times */
function inMs(times) {
  return `median ${percentile(times, 0.5).toFixed(1)}, p99 ${percentile(times, 0.99).toFixed(1)} ms`;
}
