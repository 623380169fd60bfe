/**
 * A capture file of PDUs for tshark: exported PDUs (link type 252), each with the name of its
 * dissector and its direction. Knows the file's format, not what a dissector says.
 */
import { layoutOf } from './pdu-layout.js';

const EXPORTED_PDU = 252;
const TAG = { end: 0, dissector: 12, direction: 35 } as const;
/** To the service centre and from it, as the dissector understands "received" and "sent". */
const DIRECTION = { fromMobile: 1, toMobile: 0 } as const;
const SUBMIT = 1;

function tag(type: number, value: Buffer): Buffer {
  const padded = Buffer.alloc(Math.ceil(value.length / 4) * 4);
  value.copy(padded);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(padded.length, 2);
  return Buffer.concat([head, padded]);
}

function packet(hex: string): Buffer {
  const { octets, tpdu, messageType } = layoutOf(hex);
  const direction = Buffer.alloc(4);
  direction.writeUInt32BE(messageType === SUBMIT ? DIRECTION.fromMobile : DIRECTION.toMobile);
  return Buffer.concat([
    tag(TAG.dissector, Buffer.from('gsm_sms')),
    tag(TAG.direction, direction),
    tag(TAG.end, Buffer.alloc(0)),
    Buffer.from(octets.slice(tpdu)),
  ]);
}

/** A capture file, format 2.4, every packet at second 0; service centre octets are left out. */
export function capture(hexes: readonly string[]): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32LE(0xa1b2c3d4, 0);
  head.writeUInt16LE(2, 4);
  head.writeUInt16LE(4, 6);
  head.writeUInt32LE(0xffff, 16);
  head.writeUInt32LE(EXPORTED_PDU, 20);
  const records = hexes.map(packet).flatMap((octets) => {
    const record = Buffer.alloc(16);
    record.writeUInt32LE(octets.length, 8);
    record.writeUInt32LE(octets.length, 12);
    return [record, octets];
  });
  return Buffer.concat([head, ...records]);
}
