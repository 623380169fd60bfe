/**
 * PDUs decoded and messages encoded in a second, by our codec and by node-pdu in the same run: the
 * same PDUs and texts, in turns, the median of the rounds. Both have to come to the same texts.
 */
import { Deliver, parse, Submit } from 'node-pdu';
import { systemClock } from '../dist/clock.js';
import { decodePdu, encodeDeliver, encodeMessage } from '../dist/sms/index.js';
import { median } from './statistics.mjs';
import { beside } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const rounds = 7;
const roundMs = 200;

const long = 'Your parcel is on its way and will be with you between two and four. '.repeat(5);
const texts = ['STOP', long.slice(0, 160), long, 'Ваш заказ готов, ждём вас до семи.'];
const number = '+447700900123';
const deliveries = texts.flatMap((text) => {
  const timestamp = { utc: new Date('2025-06-01T12:00:00Z'), offsetMinutes: 60 };
  return encodeDeliver({ from: number, text, timestamp, concatReference: 7 });
});

/** @param {string} hex */
function decodeOurs(hex) {
  const pdu = decodePdu(hex, { direction: 'from-network' });
  if (pdu instanceof Error || pdu.type !== 'deliver') throw new Error(`no DELIVER: ${hex}`);
  return pdu.text;
}

/** @param {string} hex */
function decodeTheirs(hex) {
  const pdu = parse(hex);
  if (!(pdu instanceof Deliver)) throw new Error(`node-pdu reads no DELIVER: ${hex}`);
  return pdu.data.getText();
}

/** @param {string} text */
function encodeOurs(text) {
  return encodeMessage({ to: number, text, concatReference: 7 }).parts.map((part) => part.hex);
}

/** @param {string} text */
function encodeTheirs(text) {
  return new Submit(number, text).getPartStrings();
}

/** @param {Surroundings} surroundings */
export async function measure({ progress }) {
  for (const { hex, text } of deliveries) {
    if (decodeOurs(hex) !== text || decodeTheirs(hex) !== text) {
      throw new Error(`the codecs do not read ${JSON.stringify(text)} in ${hex}`);
    }
  }
  progress('decoding');
  const hexes = deliveries.map((part) => part.hex);
  const decoded = race(hexes, decodeOurs, decodeTheirs);
  progress('encoding');
  const encoded = race(texts, encodeOurs, encodeTheirs);
  const peer = 'node-pdu';
  return [
    beside({
      what: 'DELIVERs decoded a second',
      value: decoded.ours,
      unit: ' /s',
      peer,
      theirs: decoded.theirs,
    }),
    beside({
      what: 'messages encoded a second',
      value: encoded.ours,
      unit: ' /s',
      peer,
      theirs: encoded.theirs,
    }),
  ];
}

/**
 * Items a second of each, after a round that does not count.
 * @template T
 * @param {readonly T[]} items @param {(item: T) => unknown} ours @param {(item: T) => unknown} theirs
 */
function race(items, ours, theirs) {
  /** @type {{ ours: number, theirs: number }[]} */
  const results = [];
  for (let round = 0; round <= rounds; round += 1) {
    results.push({ ours: perSecond(items, ours), theirs: perSecond(items, theirs) });
  }
  const counted = results.slice(1);
  return {
    ours: median(counted.map((result) => result.ours)),
    theirs: median(counted.map((result) => result.theirs)),
  };
}

/** @template T @param {readonly T[]} items @param {(item: T) => unknown} work */
function perSecond(items, work) {
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
