/**
 * POST /v1/messages a second and how long each takes, with 1 and with 50 connections, beside a bare
 * node:http handler and one that commits an insert for each. The client is a process of its own. The
 * modem finds no network meanwhile: this is what taking a message costs, without sending any.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Installation } from './gateway.mjs';
import { openModem } from './modem.mjs';
import { percentile } from './statistics.mjs';
import { beside, times } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */
/** @import { Figure } from './table.mjs' */

/** @typedef {{ name: string, socket: string, key: string }} Server */
/** @typedef {{ perSecond: number, times: number[] }} Result */

const manyConnections = [1, 50];
const shares = { median: 0.5, p99: 0.99 };
const path = (/** @type {string} */ name) => fileURLToPath(new URL(name, import.meta.url));
const run = promisify(execFile);

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const { dir, quick, progress } = surroundings;
  const line = await openModem({ searching: true });
  const installation = new Installation(surroundings, line.port);
  const gateway = installation.start();
  const bare = { name: 'a bare handler', socket: join(dir, 'bare.sock'), key: '' };
  const inserting = {
    name: 'a bare handler that commits an insert',
    socket: join(dir, 'inserting.sock'),
    key: '',
  };
  /** @type {{ kill(): void }[]} */
  const handlers = [];
  try {
    await gateway.untilListening();
    handlers.push(await startHandler(bare.socket));
    handlers.push(await startHandler(inserting.socket, join(dir, 'bare.db')));
    const ours = { name: 'stopgate', ...installation };
    /** @type {Figure[]} */
    const figures = [];
    for (const connections of manyConnections) {
      progress(`posting over ${connections} at a time`);
      const results = await race([ours, bare, inserting], connections, quick);
      figures.push(...figuresOf(connections, results));
    }
    return figures;
  } finally {
    for (const handler of handlers) handler.kill();
    await gateway.stop();
    await line.close();
  }
}

/**
 * All of them in turns, so that a disk which others use is the same for each.
 * @param {readonly Server[]} servers @param {number} connections @param {boolean} quick
 */
async function race(servers, connections, quick) {
  const rounds = quick ? 1 : 3;
  /** @type {Map<string, Result[]>} */
  const results = new Map(servers.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, socket, key } of servers) {
      const args = [
        path('accept-client.mjs'),
        socket,
        key,
        `${connections}`,
        quick ? '1000' : '3000',
      ];
      const { stdout } = await run(process.execPath, args, { maxBuffer: Number.POSITIVE_INFINITY });
      results.get(name)?.push(JSON.parse(stdout));
    }
  }
  return [...results].map(([name, each]) => ({
    name,
    perSecond: each.reduce((sum, { perSecond }) => sum + perSecond, 0) / each.length,
    times: each.flatMap(({ times }) => times),
  }));
}

/**
 * Ours stand first.
 * @param {number} connections @param {(Result & { name: string })[]} results
 * @returns {Figure[]}
 */
function figuresOf(connections, [ours, ...peers]) {
  if (ours === undefined) return [];
  const over = connections === 1 ? 'over one connection' : `over ${connections} connections`;
  const what = `messages a second taken by the API, ${over}`;
  const value = ours.perSecond;
  return [
    ...peers.map(({ name: peer, perSecond: theirs }) =>
      beside({ what, value, unit: ' /s', peer, theirs }),
    ),
    ...Object.entries(shares).map(([name, share]) => ({
      what: `POST of a message, ${over}, ${name}`,
      measured: inMs(percentile(ours.times, share)),
      aim: '',
      against: peers.map((peer) => durationBeside(ours, peer, share)).join('; '),
    })),
  ];
}

/** @param {Result} ours @param {Result & { name: string }} peer @param {number} share */
function durationBeside(ours, peer, share) {
  const theirs = percentile(peer.times, share);
  return `${times(percentile(ours.times, share) / theirs)} × ${peer.name} (${inMs(theirs)})`;
}

/** @param {number} ms */
function inMs(ms) {
  return `${ms.toFixed(2)} ms`;
}

/** Resolves once it listens. @param {string} socket @param {string} [database] */
async function startHandler(socket, database) {
  const args = [path('bare-handler.mjs'), socket, ...(database === undefined ? [] : [database])];
  const handler = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = () => void handler.kill('SIGKILL');
  process.once('exit', kill);
  const [said] = await Promise.race([once(handler.stdout, 'data'), once(handler, 'exit')]);
  if (!String(said).startsWith('listening')) throw new Error(`a bare handler ended: ${said}`);
  return { kill };
}
