/**
 * PDUs with something wrong in them, as a bad line, a bad modem or a bad network makes them.
 */
import type { GeneratedPdu } from './generated-pdus.js';
import { spliced } from './pdu-building.js';
import { hexOf, layoutOf, octetsOf } from './pdu-layout.js';
import type { Random } from './random.js';

type Mutation = (hex: string, random: Random) => string;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'one octet changed': (hex, random) => {
    return spliced(hex, random.integer(0, hex.length / 2 - 1), 1, random.octets(1));
  },
  'one bit changed': (hex, random) => {
    const octets = octetsOf(hex);
    const index = random.integer(0, octets.length - 1);
    octets[index] = (octets[index] ?? 0) ^ (1 << random.integer(0, 7));
    return hexOf(octets);
  },
  'an octet lost': (hex, random) => spliced(hex, random.integer(0, hex.length / 2 - 1), 1, []),
  'an octet too many': (hex, random) => {
    return spliced(hex, random.integer(0, hex.length / 2 - 1), 0, random.octets(1));
  },
  'cut short': (hex, random) => hex.slice(0, 2 * random.integer(1, hex.length / 2 - 1)),
  'octets behind the end': (hex, random) => hex + hexOf(random.octets(random.integer(1, 8))),
  'another first octet': (hex, random) => spliced(hex, layoutOf(hex).tpdu, 1, random.octets(1)),
  'another address length': (hex, random) => {
    return spliced(hex, layoutOf(hex).address, 1, [random.integer(0, 24)]);
  },
  'another type of address': (hex, random) => {
    return spliced(hex, layoutOf(hex).address + 1, 1, random.octets(1));
  },
  'another length of user data': (hex, random) => {
    return spliced(hex, layoutOf(hex).userDataLength, 1, [random.integer(0, 170)]);
  },
  'another data coding': (hex, random) => {
    return spliced(hex, layoutOf(hex).afterAddress + 1, 1, random.octets(1));
  },
  'another start of the user data': (hex, random) => {
    const { userDataLength } = layoutOf(hex);
    return spliced(hex, userDataLength + 1, 3, [random.integer(0, 12), ...random.octets(2)]);
  },
};

/** `count` PDUs of `originals`, each with one fault. */
export function mutatedPdus(
  originals: readonly GeneratedPdu[],
  random: Random,
  count: number,
): GeneratedPdu[] {
  const names = Object.keys(MUTATIONS);
  return random.list(count, () => {
    const { hex, about } = random.pick(originals);
    const name = random.pick(names);
    return { hex: MUTATIONS[name]?.(hex, random) ?? hex, about: `${about}: ${name}` };
  });
}
