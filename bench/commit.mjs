/**
 * Our messages sent a second beside the least that three commits a message cost on the same disk:
 * a row inserted and committed three times. Half of the bare ones go before ours and half behind,
 * because a disk that others use is not the same for long.
 */
import { join } from 'node:path';
import { systemClock } from '../dist/clock.js';
import { openBare } from './bare-database.mjs';
import { message } from './gateway.mjs';
import { gatewayRate } from './sending.mjs';
import { beside } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const commitsPerMessage = 3;

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const { dir, quick, progress } = surroundings;
  const count = quick ? 100 : 500;
  progress(`inserting ${count} times three rows, before and behind`);
  const beforeMs = insertBare(join(dir, 'before.db'), count);
  const value = await gatewayRate(surroundings, count);
  const behindMs = insertBare(join(dir, 'behind.db'), count);
  const theirs = (2 * count * 1000) / (beforeMs + behindMs);
  const what = 'messages sent a second, three commits each';
  return [beside({ what, value, unit: ' /s', peer: 'three bare inserts a message', theirs })];
}

/** Milliseconds. @param {string} path @param {number} count */
function insertBare(path, count) {
  const db = openBare(path);
  const insert = db.prepare('INSERT INTO rows (recipient, text) VALUES (?, ?)');
  const startMs = systemClock.monotonicMs();
  for (let number = 0; number < count; number += 1) {
    const { to, text } = message(number);
    for (let commit = 0; commit < commitsPerMessage; commit += 1) insert.run(to, text);
  }
  const ms = systemClock.monotonicMs() - startMs;
  db.close();
  return ms;
}
