/**
 * DELIVERs as no well-behaved service centre makes them: single octets replaced, or the whole not
 * whole (3GPP TS 23.040 §9.2.2.1). Takes and gives hexadecimal with the service centre's octets.
 */
import type { Damage } from './faults/network.js';
import type { PduOutline } from './pdu.js';

/** Puts seven other octets in the place of the service centre's time stamp. */
export function withTimestamp(hex: string, octets: string): string {
  const { afterAddress } = placesIn(hex);
  // TP-PID and TP-DCS stand between.
  return replaced(hex, afterAddress + 2, octets);
}

/** Puts another octet in the place of the sender's type of address (§9.1.2.5). */
export function withTypeOfAddress(hex: string, typeOfAddress: number): string {
  const { typeOfAddress: place } = placesIn(hex);
  return replaced(hex, place, typeOfAddress.toString(16).padStart(2, '0'));
}

/** As the modem shows it, with the length that the whole one had. */
export function damaged(pdu: PduOutline, damage: Damage): PduOutline {
  const { hex } = pdu;
  switch (damage) {
    case 'truncated':
      return { ...pdu, hex: hex.slice(0, Math.ceil(hex.length / 4) * 2) };
    case 'nonsense':
      return { ...pdu, hex: [...hex].reverse().join('') };
    case 'odd':
      return { ...pdu, hex: hex.slice(0, -1) };
    case 'text':
      return { ...pdu, hex: 'no PDU at all' };
    case 'missing':
      return { ...pdu, hex: '' };
  }
}

/** Places of octets. */
function placesIn(hex: string): { typeOfAddress: number; afterAddress: number } {
  const octet = (place: number) => Number.parseInt(hex.slice(place * 2, place * 2 + 2), 16) || 0;
  // The service centre, then the first octet, then the length of the address in semi-octets.
  const addressLength = 1 + octet(0) + 1;
  const typeOfAddress = addressLength + 1;
  return { typeOfAddress, afterAddress: typeOfAddress + 1 + Math.ceil(octet(addressLength) / 2) };
}

function replaced(hex: string, place: number, octets: string): string {
  return hex.slice(0, place * 2) + octets.toUpperCase() + hex.slice(place * 2 + octets.length);
}
