/**
 * Ways in which fuzz.mjs spoils a PDU: as lines lose and gain octets, as length fields lie, and as
 * nobody would. Knows hex and octets, not what they mean.
 */

/** @import { Random } from './fuzz-random.mjs' */

const JUNK = ['G', ' ', '\r\n', 'é', '\0', '-', '+CMGL: ', '😀', 'x', '"'];
const EDGES = [0x00, 0x01, 0x04, 0x0b, 0x0c, 0x14, 0x15, 0x40, 0x7f, 0x80, 0x8c, 0xa0, 0xd0, 0xff];

/** @param {Random} random @param {number} length */
function randomOctets(random, length) {
  return Array.from({ length }, () => random.below(256));
}

/** @param {number[]} octets */
function hexOf(octets) {
  return Buffer.from(octets).toString('hex').toUpperCase();
}

/** Each changes the octets in place. @type {((octets: number[], random: Random, other: number[]) => void)[]} */
const CHANGES = [
  function flipABit(octets, random) {
    const at = random.below(octets.length);
    octets[at] ^= 1 << random.below(8);
  },
  function changeAnOctet(octets, random) {
    octets[random.below(octets.length)] = random.below(256);
  },
  function setAnEdge(octets, random) {
    octets[random.below(octets.length)] = EDGES[random.below(EDGES.length)];
  },
  function lieByOne(octets, random) {
    const at = random.below(octets.length);
    octets[at] = (octets[at] + (random.below(2) === 0 ? 1 : 255)) & 0xff;
  },
  function drop(octets, random) {
    octets.splice(random.below(octets.length), 1 + random.below(3));
  },
  function double(octets, random) {
    const at = random.below(octets.length);
    octets.splice(at, 0, ...octets.slice(at, at + 1 + random.below(3)));
  },
  function insert(octets, random) {
    octets.splice(random.below(octets.length + 1), 0, ...randomOctets(random, 1 + random.below(4)));
  },
  function cut(octets, random) {
    octets.length = random.below(octets.length + 1);
  },
  function append(octets, random) {
    octets.push(...randomOctets(random, 1 + random.below(20)));
  },
  function splice(octets, random, other) {
    octets.length = random.below(octets.length + 1);
    octets.push(...other.slice(random.below(other.length)));
  },
  function swapNeighbours(octets, random) {
    const at = random.below(octets.length);
    const next = (at + 1) % octets.length;
    [octets[at], octets[next]] = [octets[next], octets[at]];
  },
];

/** @param {string} hex @param {Random} random */
function spoiledHex(hex, random) {
  const at = random.below(hex.length + 1);
  switch (random.below(4)) {
    case 0:
      return hex.slice(0, at) + JUNK[random.below(JUNK.length)] + hex.slice(at);
    case 1:
      return hex.slice(0, at);
    case 2:
      return hex.slice(0, at) + hex.slice(at + 1);
    default:
      return hex.toLowerCase();
  }
}

/**
 * One PDU in hex: random octets in one of sixteen cases, otherwise one of `pdus` with up to five
 * changes, and its hex spoiled in one of sixteen.
 * @param {Random} random
 * @param {readonly string[]} pdus
 */
export function mutated(random, pdus) {
  if (random.below(16) === 0) return hexOf(randomOctets(random, random.below(200)));
  const [octets, other] = [0, 1].map(() => [
    ...Buffer.from(pdus[random.below(pdus.length)], 'hex'),
  ]);
  for (let left = random.below(6); left > 0 && octets.length > 0; left -= 1) {
    CHANGES[random.below(CHANGES.length)](octets, random, other);
  }
  const hex = hexOf(octets);
  return random.below(16) === 0 ? spoiledHex(hex, random) : hex;
}
