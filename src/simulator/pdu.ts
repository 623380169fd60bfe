/**
 * The little that a modem must see in a PDU to handle it (3GPP TS 23.040 §9.2.3.1, 23.038 §4).
 * Never fails: what makes no sense is handled as an ordinary message.
 */
import { decodePdu, PduError } from '../sms/index.js';

export interface PduOutline {
  /** Upper case. */
  readonly hex: string;
  /** `<length>`: octets without those of the service centre. */
  readonly tpduLength: number;
  readonly isStatusReport: boolean;
  /** Message class of the data coding scheme, where it names one. */
  readonly messageClass: 0 | 1 | 2 | 3 | undefined;
}

/** Throws RangeError when `hex` is not a row of whole octets. */
export function outlineOf(hex: string): PduOutline {
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex)) {
    throw new RangeError(`a PDU is an even number of hexadecimal digits, not ${quote(hex)}`);
  }
  const octets = Buffer.from(hex, 'hex');
  const serviceCentreOctets = 1 + (octets[0] ?? 0);
  const decoded = decodePdu(hex);
  return {
    hex: hex.toUpperCase(),
    tpduLength: Math.max(0, octets.length - serviceCentreOctets),
    isStatusReport: ((octets[serviceCentreOctets] ?? 0) & 0b11) === 0b10,
    messageClass:
      decoded instanceof PduError || !('encoding' in decoded) ? undefined : decoded.class,
  };
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}
