/**
 * The vectors of other projects' tests, where they are at hand: every row that is neither policy
 * nor disputed passes, or stands in known-differences.ts.
 */

import { describe, expect } from 'vitest';
import { z } from 'zod';
import { decodeAddress, decodeServiceCentre } from '../../src/sms/address.js';
import { decodeDataCoding } from '../../src/sms/data-coding.js';
import { decodePdu, describePdu, PduError } from '../../src/sms/index.js';
import { OctetReader } from '../../src/sms/octets.js';
import { readTimestamp } from '../../src/sms/timestamp.js';
import { fromHex, packedText, septetsOf, unpackedText } from './septets.js';
import { bindingRows, eachRow, vectorsPresent } from './shared-vectors.js';

/** The PDU with service centre octets in front, as a modem shows it. */
function asModemShows({ pdu, has_smsc }: { pdu: string; has_smsc: boolean }): string {
  return has_smsc ? pdu : `00${pdu}`;
}

const asserted = z.looseObject({
  text: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  smsc: z.string().optional(),
  encoding: z.string().optional(),
  class: z.number().nullable().optional(),
  status: z.number().optional(),
  mr: z.number().optional(),
  pid: z.number().optional(),
  dcs: z.number().optional(),
  data_hex: z.string().optional(),
  timestamp: z.string().optional(),
  timestamp_utc: z.string().optional(),
  timestamp_local: z.string().optional(),
  discharge: z.string().optional(),
  discharge_utc: z.string().optional(),
  concat: z.object({ ref: z.number(), total: z.number(), seq: z.number() }).optional(),
  ports: z.object({ dst: z.number(), src: z.number() }).optional(),
});

type Asserted = z.infer<typeof asserted>;

function utcOf(local: string | undefined): string | undefined {
  return local === undefined ? undefined : new Date(local).toISOString().slice(0, 19);
}

/** What a PDU says of the keys that the vector asserts, under the vector's own names. */
function observed(hex: string, asked: Asserted): Record<string, unknown> {
  const described = describePdu(hex);
  const decoded = decodePdu(hex);
  if ('error' in described || decoded instanceof PduError) throw new Error(`refused: ${hex}`);
  const { concat, ports } = described;
  const all: Record<string, unknown> = {
    ...described,
    class: described.class ?? null,
    mr: described.reference,
    pid: 'protocolIdentifier' in decoded ? decoded.protocolIdentifier : undefined,
    dcs: 'dataCoding' in decoded ? decoded.dataCoding : undefined,
    data_hex: described.dataHex,
    discharge: described.dischargeTime,
    timestamp_utc: utcOf(described.timestamp),
    timestamp_local: described.timestamp?.slice(0, 19),
    discharge_utc: utcOf(described.dischargeTime),
    concat: concat && { ref: concat.reference, total: concat.total, seq: concat.sequence },
    ports: ports && { dst: ports.destination, src: ports.source },
  };
  return Object.fromEntries(Object.keys(asked).map((key) => [key, all[key]]));
}

describe.skipIf(!vectorsPresent)('vectors of other projects', () => {
  describe('DELIVER and STATUS-REPORT are read', () => {
    const shape = { pdu: z.string(), has_smsc: z.boolean(), type: z.string(), expect: asserted };
    eachRow(bindingRows('deliver.jsonl', shape), (row) => {
      const hex = asModemShows(row);
      expect(describePdu(hex)).toMatchObject({ type: row.type });
      expect(observed(hex, row.expect)).toEqual(row.expect);
    });
  });

  describe('bad PDUs are refused or reported', () => {
    const shape = { pdu: z.string(), has_smsc: z.boolean() };
    eachRow(bindingRows('bad.jsonl', shape), (row) => {
      const described = describePdu(asModemShows(row));
      expect('error' in described || described.warnings.length > 0).toBe(true);
    });
  });

  describe('PDUs without an expectation do not throw', () => {
    const shape = { pdu: z.string(), has_smsc: z.boolean() };
    eachRow(bindingRows('noexpect.jsonl', shape), (row) => {
      expect(() => describePdu(asModemShows(row))).not.toThrow();
    });
  });

  describe('parts are joined', () => {
    const shape = { pdus: z.array(z.string()), has_smsc: z.boolean(), expect: asserted };
    eachRow(bindingRows('concat.jsonl', shape), (row) => {
      const parts = row.pdus
        .map((pdu) => describePdu(asModemShows({ pdu, has_smsc: row.has_smsc })))
        .map((part) => {
          if ('error' in part) throw new Error(part.error.message);
          return part;
        })
        .sort((a, b) => (a.concat?.sequence ?? 0) - (b.concat?.sequence ?? 0));
      const [first] = parts;
      expect(new Set(parts.map((part) => part.concat?.reference)).size).toBe(1);
      expect(parts.map((part) => part.concat?.total)).toEqual(parts.map(() => parts.length));
      const joined: Record<string, unknown> = {
        text: parts.map((part) => part.text).join(''),
        from: first?.from,
        class: first?.class ?? null,
      };
      const keys = Object.keys(row.expect);
      expect(Object.fromEntries(keys.map((key) => [key, joined[key]]))).toEqual(row.expect);
    });
  });

  describe('septets are packed and unpacked', () => {
    const shape = {
      text: z.string(),
      packed_hex: z.string(),
      septets: z.number().optional(),
      fill_bits: z.number().default(0),
      locking: z.number().default(0),
      single: z.number().default(0),
      decode_only: z.boolean().default(false),
    };
    eachRow(bindingRows('gsm7.jsonl', shape), (row) => {
      const language = { locking: row.locking, single: row.single };
      const bits = row.packed_hex.length * 4;
      const count = row.septets ?? Math.floor((bits - row.fill_bits) / 7);
      expect(unpackedText(row.packed_hex, count, language, row.fill_bits)).toBe(row.text);
      if (row.decode_only) return;
      const packed = packedText(row.text, language, row.fill_bits);
      const { length } = septetsOf(row.text, language);
      // A character with two codes may be written with the shorter one.
      if (length === count) expect(packed).toBe(row.packed_hex);
      expect(unpackedText(packed, length, language, row.fill_bits)).toBe(row.text);
    });
  });

  describe('single fields are read', () => {
    const shape = {
      kind: z.string(),
      hex: z.string(),
      value: z.unknown(),
      error: z.string().optional(),
    };
    eachRow(bindingRows('fields.jsonl', shape), (row) => {
      const warnings: string[] = [];
      if (row.error !== undefined) {
        expect(refusedOrReported(row.kind, row.hex)).toBe(true);
        return;
      }
      if (row.kind === 'submit-decode') {
        expect(describePdu(row.hex)).toMatchObject({ type: 'submit', ...(row.value as object) });
        return;
      }
      expect(readField(row.kind, row.hex, warnings)).toEqual(row.value);
      expect(warnings).toEqual([]);
    });
  });
});

function refusedOrReported(kind: string, hex: string): boolean {
  const warnings: string[] = [];
  try {
    readField(kind, hex, warnings);
  } catch (error) {
    return error instanceof PduError;
  }
  return warnings.length > 0;
}

function localTime(hex: string, warnings: string[]): string | null {
  const timestamp = readTimestamp(new OctetReader(hex), 'TP-SCTS', warnings);
  return typeof timestamp === 'string' ? null : timestamp.local;
}

function readField(kind: string, hex: string, warnings: string[]): unknown {
  switch (kind) {
    case 'timestamp':
      return localTime(hex, warnings);
    case 'tz-minutes': {
      const local = localTime(`101010000000${hex}`, warnings) ?? '';
      return (Date.parse(`${local.slice(0, 19)}Z`) - Date.parse(local)) / 60_000;
    }
    case 'address':
      return decodeAddress(new OctetReader(hex), 'TP-OA', warnings).value;
    case 'address-no-length': {
      // The peer's form lacks the length, which is told here from the octets and the fill nibble.
      const octets = fromHex(hex);
      const semiOctets = (octets.length - 1) * 2 - ((octets.at(-1) ?? 0) >> 4 === 0xf ? 1 : 0);
      const length = semiOctets.toString(16).padStart(2, '0');
      return decodeAddress(new OctetReader(length + hex), 'TP-OA', warnings).value;
    }
    case 'smsc-address':
      return decodeServiceCentre(new OctetReader(hex), warnings);
    case 'dcs': {
      const coding = decodeDataCoding(fromHex(hex)[0] ?? 0);
      return { encoding: coding.encoding, class: coding.class ?? null };
    }
    default:
      throw new Error(`no reader for a field of kind ${kind}`);
  }
}
