/**
 * PDUs read and messages written in a second, by our codec and by the other codecs of npm in the
 * same run: the same PDUs and texts, in turns, the median of the rounds. A peer is measured on those
 * that it gets right, and we beside it on the same ones. And what a reading leaves behind in memory
 * beside its result.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Deliver, parse, Submit } from 'node-pdu';
import nodeSmsPdu from 'node-sms-pdu';
import pdu from 'pdu';
import { systemClock } from '../dist/clock.js';
import { decodePdu, encodeDeliver, encodeMessage } from '../dist/sms/index.js';
import { median } from './statistics.mjs';
import { atLeast, beside } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

/** How many times faster than the fastest peer. */
const aim = 5;

const long = 'Your parcel is on its way and will be with you between two and four. '.repeat(5);
const texts = ['STOP', long.slice(0, 160), long, 'Ваш заказ готов, ждём вас до семи.'];
const number = '+447700900123';
const deliveries = texts.flatMap((text) => {
  const timestamp = { utc: new Date('2025-06-01T12:00:00Z'), offsetMinutes: 60 };
  return encodeDeliver({ from: number, text, timestamp, concatReference: 7 });
});

/**
 * @typedef {object} Codec
 * @property {(hex: string) => string | undefined} read the text of a DELIVER
 * @property {(text: string) => string[]} write the SUBMITs of a text, in hex
 */

/** @type {Codec} */
const ours = {
  read(hex) {
    const read = decodePdu(hex, { direction: 'from-network' });
    return read instanceof Error || read.type !== 'deliver' ? undefined : read.text;
  },
  write: (text) =>
    encodeMessage({ to: number, text, concatReference: 7 }).parts.map((part) => part.hex),
};

/** @type {Record<string, Codec>} */
const peers = {
  'node-pdu': {
    read(hex) {
      const read = parse(hex);
      return read instanceof Deliver ? read.data.getText() : undefined;
    },
    write: (text) => new Submit(number, text).getPartStrings(),
  },
  'node-sms-pdu': {
    read: (hex) => nodeSmsPdu.parse(hex).text,
    write: (text) => nodeSmsPdu.generateSubmit(number, text).map((part) => part.hex),
  },
  pdu: {
    read: (hex) => pdu.parse(hex).text,
    write: (text) =>
      pdu.generate({
        text,
        receiver: Number(number.slice(1)),
        encoding: /^[ -~]*$/.test(text) ? '7bit' : '16bit',
      }),
  },
};

/** @param {Surroundings} surroundings */
export async function measure({ quick, progress }) {
  const pace = quick ? { rounds: 3, roundMs: 40 } : { rounds: 7, roundMs: 200 };
  const wrong = deliveries.filter(({ hex, text }) => ours.read(hex) !== text);
  if (wrong.length > 0) throw new Error(`our codec does not read ${wrong[0]?.hex}`);
  progress('decoding');
  const hexes = deliveries.map((part) => part.hex);
  const reading = against('DELIVERs read a second', hexes, (codec) => codec.read, readsRight, pace);
  progress('encoding');
  const writing = against(
    'messages written a second',
    texts,
    (codec) => codec.write,
    writesRight,
    pace,
  );
  progress('memory');
  return [...reading, ...writing, garbage(hexes)];
}

/** @param {Codec} codec @param {string} hex */
function readsRight(codec, hex) {
  const delivery = deliveries.find((part) => part.hex === hex);
  return delivery !== undefined && codec.read(hex) === delivery.text;
}

/** @param {Codec} codec @param {string} text */
function writesRight(codec, text) {
  const parts = codec.write(text).map((hex) => {
    const submit = decodePdu(hex, { direction: 'to-network' });
    return submit instanceof Error || submit.type !== 'submit' || submit.to.value !== number
      ? undefined
      : submit.text;
  });
  return parts.join('') === text;
}

/**
 * Our figure and each peer's, on what the peer gets right.
 * @param {string} what @param {readonly string[]} items
 * @param {(codec: Codec) => (item: string) => unknown} work
 * @param {(codec: Codec, item: string) => boolean} isRight @param {Pace} pace
 */
function against(what, items, work, isRight, pace) {
  /** @type {import('./table.mjs').Figure[]} */
  const figures = [];
  for (const [peer, codec] of Object.entries(peers)) {
    const right = items.filter((item) => succeeds(() => isRight(codec, item)));
    const named = `${what}, of ${right.length} of ${items.length} that ${peer} gets right`;
    if (right.length === 0) {
      figures.push({ what: `${what} by ${peer}`, measured: '', aim: '', against: 'none is right' });
      continue;
    }
    const { mine, theirs } = race(right, work(ours), work(codec), pace);
    figures.push(
      right.length === items.length
        ? atLeast({ what: `${what}: times ${peer}`, value: mine / theirs, digits: 1, aim })
        : beside({ what: named, value: mine, unit: ' /s', peer, theirs }),
      ...(right.length === items.length
        ? [beside({ what, value: mine, unit: ' /s', peer, theirs })]
        : []),
    );
  }
  return figures;
}

/** @param {() => boolean} check */
function succeeds(check) {
  try {
    return check();
  } catch {
    return false;
  }
}

/** @typedef {{ rounds: number, roundMs: number }} Pace */

/**
 * Items a second of each, after a round that does not count.
 * @param {readonly string[]} items
 * @param {(item: string) => unknown} mine @param {(item: string) => unknown} theirs
 * @param {Pace} pace
 */
function race(items, mine, theirs, { rounds, roundMs }) {
  /** @type {{ mine: number, theirs: number }[]} */
  const results = [];
  for (let round = 0; round <= rounds; round += 1) {
    results.push({
      mine: perSecond(items, mine, roundMs),
      theirs: perSecond(items, theirs, roundMs),
    });
  }
  const counted = results.slice(1);
  return {
    mine: median(counted.map((result) => result.mine)),
    theirs: median(counted.map((result) => result.theirs)),
  };
}

/** @param {readonly string[]} items @param {(item: string) => unknown} work @param {number} roundMs */
function perSecond(items, work, roundMs) {
  const startMs = systemClock.monotonicMs();
  let done = 0;
  let elapsedMs = 0;
  while (elapsedMs < roundMs) {
    for (const item of items) work(item);
    done += items.length;
    elapsedMs = systemClock.monotonicMs() - startMs;
  }
  return (done * 1000) / elapsedMs;
}

/**
 * Octets that a reading takes from the heap, beside what its result holds on to.
 * @param {readonly string[]} hexes
 * @returns {import('./table.mjs').Figure}
 */
function garbage(hexes) {
  setFlagsFromString('--expose-gc');
  const collect = /** @type {() => void} */ (runInNewContext('gc'));
  const count = 100 * hexes.length;
  const results = new Array(count);
  for (let index = 0; index < count; index += 1) {
    results[index] = decodePdu(hexes[index % hexes.length] ?? '');
  }
  results.fill(undefined);
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let index = 0; index < count; index += 1) {
    results[index] = decodePdu(hexes[index % hexes.length] ?? '');
  }
  const taken = process.memoryUsage().heapUsed - before;
  collect();
  const held = process.memoryUsage().heapUsed - before;
  const each = (/** @type {number} */ octets) => Math.round(octets / count);
  return {
    what: 'heap that reading a DELIVER takes',
    measured: `${each(taken)} octets`,
    aim: 'no more than its result',
    against: `${each(held)} octets are the result, ${each(taken - held)} are not`,
  };
}
