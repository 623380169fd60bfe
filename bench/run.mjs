/**
 * `node bench/run.mjs`: measures the built gateway, and its peers where they are installed, and prints
 * one Markdown table on stdout. Owns the arguments and the order; what a figure means stands in the file that measures it.
 * Progress goes to stderr. Never a part of `npm test`: figures depend on the machine.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describeMachine, syncMs } from './machine.mjs';
import { failed, table } from './table.mjs';

/** @import { Figure } from './table.mjs' */

/**
 * @typedef {object} Surroundings
 * @property {string} dir an empty directory of this measurement's own
 * @property {string[]} nodeOptions for the gateway's process
 * @property {boolean} quick fewer of everything: whether it works, not how fast it is
 * @property {(text: string) => void} progress
 */

/** @typedef {{ measure(surroundings: Surroundings): Promise<Figure[]> }} Measurement */

/** Loaded one by one, so that none weighs on the next. @type {Record<string, () => Promise<Measurement>>} */
const measurements = {
  throughput: () => import('./throughput.mjs'),
  commit: () => import('./commit.mjs'),
  accept: () => import('./accept.mjs'),
  busy: () => import('./busy.mjs'),
  optout: () => import('./optout.mjs'),
  memory: () => import('./memory.mjs'),
  start: () => import('./start.mjs'),
  codec: () => import('./codec.mjs'),
  import: () => import('./import.mjs'),
  recall: () => import('./recall.mjs'),
  load: () => import('./load.mjs'),
};

const usage = `Usage: node bench/run.mjs [options], after "npm run build"

  --only NAME    only this figure, more than once for several of these:
                 ${Object.keys(measurements).join(', ')}
  --dir DIR      where the databases go, on the disk to be measured (default: /var/tmp)
  --output FILE  write the table there too
  --quick        fewer of everything, in under two minutes: shows that all of it works; its figures
                 are not to be quoted
  --profile DIR  keep a V8 CPU profile of each run of the gateway there; figures get worse by it
  --help         this
`;

/** @param {string} message @returns {never} */
function refuse(message) {
  process.stderr.write(`bench: ${message}\n`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        only: { type: 'string', multiple: true },
        dir: { type: 'string' },
        profile: { type: 'string' },
        quick: { type: 'boolean' },
        output: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    return refuse(`${describe(error)}\n\n${usage}`);
  }
}

/** @param {string} parent */
function makeRoot(parent) {
  try {
    return mkdtempSync(join(parent, 'stopgate-bench-'));
  } catch (error) {
    return refuse(`--dir ${parent}: no directory can be made there: ${describe(error)}`);
  }
}

/** @param {unknown} error */
function describe(error) {
  return error instanceof Error ? error.message : String(error);
}

const { only, dir, profile, quick = false, output, help } = readArguments();
if (help) {
  process.stdout.write(usage);
  process.exit(0);
}
const names = [...new Set(only ?? Object.keys(measurements))];
for (const name of names) {
  if (!(name in measurements)) {
    refuse(`--only ${name}: no such figure; there are ${Object.keys(measurements).join(', ')}`);
  }
}
if (output !== undefined && !existsSync(dirname(resolve(output)))) {
  refuse(`--output ${output}: its directory is not there: make it first`);
}
if (!existsSync(new URL('../dist/main.js', import.meta.url))) {
  refuse('dist/main.js is not there: run "npm run build" first');
}
// /tmp is often in memory, where a commit costs nothing.
const parent = resolve(dir ?? (existsSync('/var/tmp') ? '/var/tmp' : tmpdir()));
const root = makeRoot(parent);
process.once('exit', () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
if (profile !== undefined) mkdirSync(profile, { recursive: true });
const nodeOptions =
  profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${resolve(profile)}`];

const syncBeforeMs = syncMs(parent);
/** @type {Figure[]} */
const figures = [];
for (const name of names) {
  const own = join(root, name);
  mkdirSync(own);
  const progress = (/** @type {string} */ text) => process.stderr.write(`${name}: ${text}\n`);
  try {
    const measurement = await measurements[name]?.();
    figures.push(
      ...((await measurement?.measure({ dir: own, nodeOptions, quick, progress })) ?? []),
    );
  } catch (error) {
    progress(describe(error));
    figures.push(failed(name, error));
  }
}
const warning = quick ? 'Measured with --quick: fewer of everything, not to be quoted.\n\n' : '';
const report = `${table(figures)}\n${warning}${describeMachine(parent, syncBeforeMs)}\n`;
process.stdout.write(report);
if (output !== undefined) writeFileSync(output, report);
process.exit(figures.some((figure) => figure.failed) ? 1 : 0);
