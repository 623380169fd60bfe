/**
 * `suppress import` of a million numbers, as a process of its own, beside bare SQLite: the very rows
 * that it wrote, inserted by two prepared statements into the same schema, a thousand a transaction.
 * And its memory; what the list costs from then on is measured by list.mjs.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { systemClock } from '../dist/clock.js';
import { openDatabase } from '../dist/store/database.js';
import { measureList } from './list.mjs';
import { residentPeakMb } from './process.mjs';
import { below } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const batch = 1_000;
const aims = { times: 5, memory: 110 };

/** @param {Surroundings} surroundings */
export async function measure(surroundings) {
  const { dir, nodeOptions, quick, progress } = surroundings;
  const count = countRows(quick);
  const list = join(dir, 'list.csv');
  const config = join(dir, 'stopgate.toml');
  writeFileSync(
    config,
    `[gateway]\nname = "bench"\ncountry = "GB"\ndata_dir = ${JSON.stringify(join(dir, 'data'))}\n` +
      '[[modem]]\nname = "main"\nport = "/dev/null"\n',
  );
  await writeList(list, count);
  progress(`importing ${count.toLocaleString('en')} numbers`);
  const imported = await importList(list, config, nodeOptions);
  progress('inserting the same rows');
  const bareMs = insertBare(join(dir, 'data', 'stopgate.db'), join(dir, 'bare'), count);
  const seconds = (/** @type {number} */ ms) => `${(ms / 1000).toFixed(1)} s`;
  return [
    below({
      what: `import of ${count.toLocaleString('en')} numbers: times bare SQLite`,
      value: imported.ms / bareMs,
      aim: aims.times,
      digits: 1,
      beside: `${seconds(imported.ms)} beside ${seconds(bareMs)}`,
    }),
    below({
      what: 'memory of the import, peak',
      value: imported.peakMb,
      unit: ' MB',
      aim: aims.memory,
      digits: 1,
    }),
    ...(await measureList(surroundings, count, numberAt)),
  ];
}

/** @param {boolean} quick */
function countRows(quick) {
  const asked = process.env.IMPORT_ROWS ?? (quick ? '20000' : '1000000');
  if (/^[1-9]\d{0,7}$/.test(asked)) return Number(asked);
  throw new RangeError(`IMPORT_ROWS=${asked}: it must be a whole number from 1 to 99999999`);
}

/** In no order, as lists are: a step that has no factor in common with the range. @param {number} place */
function numberAt(place) {
  return `+4477${String((place * 61_803_399) % 100_000_000).padStart(8, '0')}`;
}

/** @param {string} path @param {number} count */
async function writeList(path, count) {
  const file = createWriteStream(path);
  file.write('number\n');
  for (let index = 0; index < count; index += 1) {
    if (!file.write(`${numberAt(index)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

/** @param {string} list @param {string} config @param {readonly string[]} nodeOptions */
async function importList(list, config, nodeOptions) {
  const startedMs = systemClock.monotonicMs();
  const child = spawn(
    process.execPath,
    [...nodeOptions, main, 'suppress', 'import', list, '--config', config],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const { peakMb, code } = await residentPeakMb(child, once(child, 'exit'));
  if (code !== 0) throw new Error(`suppress import ended with ${code}`);
  return { ms: systemClock.monotonicMs() - startedMs, peakMb };
}

/** How long it takes. @param {string} from @param {string} dir @param {number} count */
function insertBare(from, dir, count) {
  const source = new Database(from, { readonly: true });
  const target = openDatabase(dir);
  const events = source
    .prepare('SELECT * FROM consent_events WHERE rowid > ? ORDER BY rowid LIMIT ?')
    .raw();
  const lineOf = source.prepare('SELECT * FROM suppressions WHERE number = ?').raw();
  const marks = (/** @type {number} */ columns) => Array(columns).fill('?').join(', ');
  const insertEvent = target.prepare(`INSERT INTO consent_events VALUES (${marks(13)})`);
  const insertLine = target.prepare(`INSERT INTO suppressions VALUES (${marks(5)})`);
  const number = 4;
  const insert = target.transaction(
    (/** @type {unknown[][]} */ rows, /** @type {unknown[][]} */ lines) => {
      for (const row of rows) insertEvent.run(row);
      for (const line of lines) insertLine.run(line);
    },
  );
  let ms = 0;
  for (let row = 0; row < count; row += batch) {
    const rows = /** @type {unknown[][]} */ (events.all(row, batch));
    const lines = rows.map((event) => /** @type {unknown[]} */ (lineOf.get(event[number])));
    const startedMs = systemClock.monotonicMs();
    insert(rows, lines);
    ms += systemClock.monotonicMs() - startedMs;
  }
  source.close();
  target.close();
  return ms;
}
