/**
 * `npm run fuzz:sms`: decodes random and mutated PDUs on the built codec, a million unless told
 * otherwise, and stops at the first that throws, hangs or is read past its end.
 * A case is made from the seed and its number alone, so that any one can be had again. The cases
 * run in a worker; this thread watches it, since nothing else could end a loop without end.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { decodePdu, describePdu, PduError, segments } from '../../dist/sms/index.js';
import { mutated } from './fuzz-mutations.mjs';
import { randomFrom } from './fuzz-random.mjs';

const usage = `Usage: npm run fuzz:sms -- [options]

Decodes random and mutated PDUs. Each must come back as a value or a PduError whose offset lies in
the PDU, in less than 100 ms, and with no octet that the PDU does not have.

  --count N   how many PDUs (default: 1000000)
  --seed N    makes the same PDUs again (default: one of the clock's, which is printed)
  --start N   the number of the first (default: 0); with --count 1 it replays one failure
  --help      this

Exits 0 when all held, 1 at the first failure, which is printed with the way to replay it, and 2 on
wrong usage.
`;

/** A decoding that takes this long is as good as hung. */
const LIMIT_MS = 100;
/** The watch gives a slow machine more time before it calls the worker dead. */
const WATCH_MS = 5_000;
const PROGRESS_MS = 1_000;

/** @typedef {{ seed: number, start: number, count: number, progress: SharedArrayBuffer }} Work */

/** PDUs of the repository's vectors: every type, group and header has its place among them. */
function corpus() {
  const folder = new URL('vectors/', import.meta.url);
  const rows = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const pdus = rows.flatMap(({ hex }) => (hex === undefined ? [] : hex));
  return pdus.map((hex) => hex.trim().toUpperCase()).filter((hex) => hex !== '');
}

/**
 * What does not hold for one PDU, or undefined.
 * @param {string} hex
 * @param {import('../../dist/sms/index.js').DecodeOptions} options
 */
function fault(hex, options) {
  const octets = hex.trim().length / 2;
  const pdu = decodePdu(hex, options);
  if (pdu instanceof PduError) {
    if (!Number.isInteger(pdu.offset) || pdu.offset < 0 || pdu.offset > octets) {
      return `the error's offset ${pdu.offset} is outside of ${octets} octets`;
    }
    if (pdu.field === '' || pdu.clause === '' || pdu.message === '')
      return 'the error says nothing';
  } else {
    const userData = pdu.type === 'status-report' ? pdu.userData : pdu;
    const parts = [userData ?? {}, ...(userData?.elements ?? [])].flatMap(({ data }) => data ?? []);
    const digits = hex.toUpperCase();
    for (const part of parts) {
      const held = Buffer.from(part).toString('hex').toUpperCase();
      if (!digits.includes(held)) return `${held} is not in the PDU`;
    }
    const text = userData?.text;
    if (text !== undefined) {
      if (text.length > Math.ceil((octets * 8) / 7))
        return `${text.length} characters are too many`;
      if (segments(text).parts.join('') !== text) return 'its text cannot be cut and joined again';
    }
  }
  const described = describePdu(hex);
  const shown = JSON.stringify(described);
  if (typeof shown !== 'string') return 'its description is no JSON';
  if (!('error' in described) && !Array.isArray(described.warnings)) return 'it has no warnings';
  return undefined;
}

/** How long the quickest of three decodings took, so that a pause of the machine is no failure. */
function quickestMs(hex, options) {
  const times = [1, 2, 3].map(() => {
    const before = performance.now();
    decodePdu(hex, options);
    return performance.now() - before;
  });
  return Math.min(...times);
}

const DIRECTIONS = [undefined, 'from-network', 'to-network'];

/** @param {number} seed @param {number} number @param {readonly string[]} pdus */
function caseOf(seed, number, pdus) {
  const random = randomFrom(seed, number);
  const hex = mutated(random, pdus);
  const direction = DIRECTIONS[random.below(3)];
  const tpduLength = random.below(4) === 0 ? random.below(180) : undefined;
  return {
    hex,
    options: { ...(direction && { direction }), ...(tpduLength !== undefined && { tpduLength }) },
  };
}

/** @param {Work} work */
function run({ seed, start, count, progress }) {
  const done = new Float64Array(progress);
  const pdus = corpus();
  for (let number = start; number < start + count; number += 1) {
    done[0] = number;
    const { hex, options } = caseOf(seed, number, pdus);
    const before = performance.now();
    let found;
    try {
      found = fault(hex, options);
    } catch (error) {
      found = `it throws ${error instanceof Error ? error.stack : error}`;
    }
    if (found === undefined && performance.now() - before > LIMIT_MS) {
      const taken = quickestMs(hex, options);
      if (taken > LIMIT_MS) found = `it takes ${Math.round(taken)} ms`;
    }
    if (found !== undefined) {
      parentPort?.postMessage(failure(seed, number, pdus, found));
      return;
    }
  }
  done[0] = start + count;
}

/** @param {number} seed @param {number} number @param {readonly string[]} pdus @param {string} found */
function failure(seed, number, pdus, found) {
  const { hex, options } = caseOf(seed, number, pdus);
  return [
    '',
    `case ${number} fails: ${found}`,
    `  PDU      ${JSON.stringify(hex)}`,
    `  options  ${JSON.stringify(options)}`,
    `  replay   npm run fuzz:sms -- --seed ${seed} --start ${number} --count 1`,
    '',
  ].join('\n');
}

/** @param {string} message @returns {never} */
function refuse(message) {
  process.stderr.write(`fuzz:sms: ${message}\n`);
  process.exit(2);
}

/** @param {string} name @param {string} text @param {number} least */
function wholeNumber(name, text, least) {
  const value = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
  return refuse(`--${name} is a whole number from ${least} on, not ${JSON.stringify(text)}`);
}

function readArguments() {
  try {
    return parseArgs({
      options: {
        count: { type: 'string', default: '1000000' },
        seed: { type: 'string', default: String(Date.now() % 2 ** 32) },
        start: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    return refuse(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

function main() {
  const values = readArguments();
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const seed = wholeNumber('seed', values.seed, 0);
  const start = wholeNumber('start', values.start, 0);
  const count = wholeNumber('count', values.count, 1);
  const progress = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  const done = new Float64Array(progress);
  done[0] = start;
  process.stdout.write(`fuzz:sms: ${count} PDUs with --seed ${seed}\n`);
  const begun = performance.now();
  const worker = new Worker(fileURLToPath(import.meta.url), {
    workerData: { seed, start, count, progress },
  });
  let last = { number: -1, at: begun };
  const watch = setInterval(() => {
    const now = performance.now();
    const number = done[0] ?? start;
    if (number !== last.number) {
      last = { number, at: now };
      const perSecond = Math.round(((number - start) * 1000) / (now - begun));
      process.stderr.write(`fuzz:sms: ${number - start} of ${count}, ${perSecond} a second\n`);
    } else if (now - last.at > WATCH_MS) {
      process.stdout.write(failure(seed, number, corpus(), 'it does not come to an end'));
      process.exit(1);
    }
  }, PROGRESS_MS);
  worker.on('error', (error) => {
    process.stderr.write(`fuzz:sms: the worker broke: ${error.stack}\n`);
    process.exit(1);
  });
  worker.on('message', (found) => {
    process.stdout.write(found);
    process.exitCode = 1;
  });
  worker.on('exit', () => {
    clearInterval(watch);
    if (process.exitCode !== undefined) return;
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`fuzz:sms: ${count} PDUs held in ${seconds} s\n`);
  });
}

if (isMainThread) main();
else run(workerData);
