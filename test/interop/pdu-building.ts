/**
 * PDUs put together octet by octet, for those that no encoder makes.
 */
import { headerSeptets, hexOf, layoutOf, type Octets, octetsOf } from './pdu-layout.js';

/** The PDU with some octets put in place of others. */
export function spliced(hex: string, offset: number, removed: number, inserted: Octets): string {
  const octets = octetsOf(hex);
  octets.splice(offset, removed, ...inserted);
  return hexOf(octets);
}

/** Septets packed behind fill bits, TS 23.038 §6.1.2.1: one long number, written low octet first. */
function packed(septets: Octets, fillBits = 0): number[] {
  const bits = septets.reduce(
    (sum, septet, index) => sum | (BigInt(septet) << BigInt(fillBits + 7 * index)),
    0n,
  );
  const count = Math.ceil((fillBits + 7 * septets.length) / 8);
  return Array.from({ length: count }, (_, index) => Number((bits >> BigInt(8 * index)) & 0xffn));
}

/** TP-SCTS of the DELIVERs made here: 2024-05-06 07:08:09, two hours east of UTC. */
const SOME_TIME = [0x42, 0x50, 0x60, 0x70, 0x80, 0x90, 0x80];

/** A DELIVER from +447700900123 with septets of one's own choosing behind a header. */
export function deliverOfSeptets(septets: Octets, header: Octets = []): string {
  const userDataHeader = header.length === 0 ? [] : [header.length, ...header];
  const taken = headerSeptets(userDataHeader.length);
  const address = [12, 0x91, 0x44, 0x77, 0x00, 0x09, 0x10, 0x32];
  return hexOf([
    ...[0, header.length === 0 ? 0x04 : 0x44, ...address, 0, 0, ...SOME_TIME],
    ...[taken.septets + septets.length, ...userDataHeader, ...packed(septets, taken.fillBits)],
  ]);
}

/** The DELIVER that carries what a SUBMIT does, the recipient as its sender. */
export function deliverOfSubmit(hex: string, time: Octets = SOME_TIME): string {
  const { octets, tpdu, firstOctet, address, afterAddress, userDataLength } = layoutOf(hex);
  return hexOf([
    ...octets.slice(0, tpdu),
    0x04 | (firstOctet & 0xc0),
    ...octets.slice(address, afterAddress + 2),
    ...time,
    ...octets.slice(userDataLength),
  ]);
}
