/**
 * The repository's own vectors (vectors/README.md), each made from a clause of the standard.
 * Knows the rows and the public face of the codec, nothing inside it.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type DecodeOptions,
  decodePdu,
  deliveryState,
  describePdu,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  PduError,
  ServiceCentreTimestamp,
  segments,
} from '../../src/sms/index.js';

const folder = new URL('vectors/', import.meta.url);

const named = { id: z.string(), clause: z.string(), why: z.string() };
const octet = z.number().int().min(0).max(255);

const decodeRow = z.strictObject({
  ...named,
  hex: z.string(),
  options: z
    .strictObject({
      tpduLength: z.number().int().optional(),
      direction: z.enum(['from-network', 'to-network']).optional(),
    })
    .optional(),
  expect: z.record(z.string(), z.unknown()),
});

const encodeRow = z.strictObject({
  ...named,
  call: z.enum(['encodeSubmit', 'encodeMessage', 'encodeDeliver', 'encodeStatusReport']),
  input: z.record(z.string(), z.unknown()),
  hex: z.array(z.string()),
  refused: z.literal(true).optional(),
});

const segmentsRow = z.strictObject({
  ...named,
  text: z.string(),
  referenceBits: z.literal([8, 16]).optional(),
  expect: z.strictObject({
    encoding: z.enum(['gsm7', 'ucs2']),
    lengths: z.array(z.number()),
    charactersLeft: z.number(),
    ucs2Characters: z.array(z.string()).optional(),
  }),
});

const stateRow = z.strictObject({
  ...named,
  statuses: z.strictObject({ from: octet, to: octet }),
  state: z.enum(['delivered', 'pending', 'failed']),
});

function rowsOf<Row>(file: string, schema: z.ZodType<Row>): Row[] {
  const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => schema.parse(JSON.parse(line)));
}

function toHex(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase();
}

/** A value as the rows write it: octets in hex, times in both zones, what is absent left out. */
function asWritten(value: object): Record<string, unknown> {
  const json = JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return toHex(part);
    if (part instanceof ServiceCentreTimestamp) return { local: part.local, utc: part.utc };
    return part;
  });
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Holds `actual` to the fields that `expected` names; null stands for a field that is absent. */
function holds(actual: unknown, expected: Record<string, unknown>, path: string): void {
  const fields: Record<string, unknown> = isObject(actual) ? actual : {};
  for (const [name, wanted] of Object.entries(expected)) {
    if (wanted === null) expect(fields[name], path + name).toBeUndefined();
    else if (isObject(wanted)) holds(fields[name], wanted, `${path}${name}.`);
    else expect(fields[name], path + name).toEqual(wanted);
  }
}

function checkDecoding(row: z.infer<typeof decodeRow>): void {
  const { error, warned, ...wanted } = row.expect;
  const decoded = decodePdu(row.hex, row.options as DecodeOptions | undefined);
  if (isObject(error)) {
    expect(decoded).toBeInstanceOf(PduError);
    holds({ ...decoded }, error, '');
    return;
  }
  if (decoded instanceof PduError) throw decoded;
  holds(asWritten(decoded), wanted, '');
  if (warned !== undefined) expect(decoded.warnings.length > 0, decoded.warnings[0]).toBe(warned);
  // What stopgate pdu shows is the same message.
  if (row.options === undefined) holds(describePdu(row.hex), pick(wanted, ['type', 'text']), '');
}

function pick(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));
}

/** An argument of an encoder from a row: octets out of hex, times out of ISO 8601. */
function revived(input: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(input), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'data' || key === 'octets') return Uint8Array.from(Buffer.from(value, 'hex'));
    return key === 'utc' ? new Date(value) : value;
  });
}

function encoded({
  call,
  input,
}: z.infer<typeof encodeRow>): { hex: string; tpduLength: number }[] {
  const argument = revived(input);
  switch (call) {
    case 'encodeSubmit':
      return [encodeSubmit(argument as Parameters<typeof encodeSubmit>[0])];
    case 'encodeStatusReport':
      return [encodeStatusReport(argument as Parameters<typeof encodeStatusReport>[0])];
    case 'encodeMessage':
      return encodeMessage(argument as Parameters<typeof encodeMessage>[0]).parts;
    case 'encodeDeliver':
      return encodeDeliver(argument as Parameters<typeof encodeDeliver>[0]);
  }
}

function checkEncoding(row: z.infer<typeof encodeRow>): void {
  if (row.refused) {
    expect(() => encoded(row)).toThrow(RangeError);
    return;
  }
  const pdus = encoded(row);
  expect(pdus.map(({ hex }) => hex)).toEqual(row.hex);
  for (const { hex, tpduLength } of pdus) {
    expect(tpduLength).toBe(hex.length / 2 - 1 - Number.parseInt(hex.slice(0, 2), 16));
  }
}

function checkSegments({ text, referenceBits, expect: wanted }: z.infer<typeof segmentsRow>): void {
  const { lengths, ...rest } = wanted;
  const cut = segments(text, referenceBits === undefined ? {} : { referenceBits });
  expect(cut.parts.map((part) => part.length)).toEqual(lengths);
  expect(cut.parts.join('')).toBe(text);
  expect(cut).toMatchObject(rest);
}

/** Registers one test a row. */
function each<Row extends z.infer<z.ZodObject<typeof named>>>(
  rows: readonly Row[],
  check: (row: Row) => void,
): void {
  for (const row of rows) test(`${row.id}: ${row.why} (${row.clause})`, () => check(row));
  test('no id stands twice', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });
}

const OTHER_SHAPES = ['encode.jsonl', 'segments.jsonl', 'delivery-state.jsonl'];

for (const file of readdirSync(folder)) {
  if (!file.endsWith('.jsonl') || OTHER_SHAPES.includes(file)) continue;
  describe(`${file} is read`, () => each(rowsOf(file, decodeRow), checkDecoding));
}

describe('encode.jsonl is written', () => each(rowsOf('encode.jsonl', encodeRow), checkEncoding));

describe('segments.jsonl is cut', () => each(rowsOf('segments.jsonl', segmentsRow), checkSegments));

describe('delivery-state.jsonl', () => {
  each(rowsOf('delivery-state.jsonl', stateRow), ({ statuses, state }) => {
    for (let status = statuses.from; status <= statuses.to; status += 1) {
      expect(deliveryState(status), `TP-ST ${status}`).toBe(state);
    }
  });
});
