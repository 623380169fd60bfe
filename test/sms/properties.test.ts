/** What holds for every message and for every input, tried on random ones. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodePdu,
  describePdu,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  PduError,
  type SubmitFields,
  segments,
} from '../../src/sms/index.js';
import { toHex } from '../../src/sms/octets.js';
import { decodeDeliver, decodeStatusReport, decodeSubmit, deliverHex, hex } from './pdu.js';
import { fromHex } from './septets.js';

const RUNS = 300;

const number = fc
  .tuple(
    fc.constantFrom('+', ''),
    fc.array(fc.constantFrom(...'0123456789'), { minLength: 1, maxLength: 20 }),
  )
  .map(([plus, digits]) => plus + digits.join(''));
const character = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'ABCxyz @£Δé\n') },
  { weight: 2, arbitrary: fc.constantFrom(...'€[]{}~^|\\') },
);
const anyCharacter = fc.oneof(
  { weight: 3, arbitrary: character },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '🇬🇧', 'ж', '漢', 'é', '\ud83d') },
);
const text = fc
  .oneof(fc.array(character, { maxLength: 400 }), fc.array(anyCharacter, { maxLength: 200 }))
  .map((characters) => characters.join(''));
const timestamp = fc.record({
  utc: fc
    .integer({ min: Date.UTC(2000, 0, 2) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
    .map((seconds) => new Date(seconds * 1000)),
  offsetMinutes: fc.integer({ min: -79, max: 79 }).map((quarters) => quarters * 15),
});
const referenceBits = fc.constantFrom<8 | 16>(8, 16);
const octets = (maxLength: number) => fc.uint8Array({ maxLength });

describe('what is written is read again', () => {
  test('a message in SUBMITs', () => {
    fc.assert(
      fc.property(number, text, referenceBits, fc.boolean(), (to, whole, bits, statusReport) => {
        const message = {
          to,
          text: whole,
          concatReference: 200,
          referenceBits: bits,
          statusReport,
        };
        const { encoding, parts } = encodeMessage(message);
        const read = parts.map(({ hex: pdu }) => decodeSubmit(pdu));
        expect(read.map((part) => part.text)).toEqual(parts.map((part) => part.text));
        expect(read.map((part) => part.text).join('')).toBe(whole);
        for (const [index, part] of read.entries()) {
          expect(part).toMatchObject({
            to: { value: to },
            encoding,
            statusReportRequested: statusReport,
            warnings: [],
          });
          const place = {
            reference: 200,
            total: read.length,
            sequence: index + 1,
            referenceBits: bits,
          };
          expect(part.concat).toEqual(read.length > 1 ? place : undefined);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a DELIVER', () => {
    fc.assert(
      fc.property(number, text, timestamp, (from, whole, time) => {
        const parts = encodeDeliver({ from, text: whole, timestamp: time, concatReference: 1 });
        const read = parts.map(({ hex: pdu }) => decodeDeliver(pdu));
        expect(read.map((part) => part.text).join('')).toBe(whole);
        for (const part of read) {
          expect(part.timestamp?.utc).toBe(time.utc.toISOString());
          expect(Date.parse(part.timestamp?.local ?? '')).toBe(time.utc.getTime());
          expect(part).toMatchObject({ from: { value: from }, warnings: [] });
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('a STATUS-REPORT', () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(
        number,
        timestamp,
        timestamp,
        octet,
        octet,
        (to, time, discharge, reference, status) => {
          const fields = { reference, to, timestamp: time, dischargeTime: discharge, status };
          const read = decodeStatusReport(encodeStatusReport(fields).hex);
          expect(read).toMatchObject({ reference, to: { value: to }, status, warnings: [] });
          expect(read.timestamp?.utc).toBe(time.utc.toISOString());
          expect(read.dischargeTime?.utc).toBe(discharge.utc.toISOString());
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('a SUBMIT of data, with ports, elements of any kind and a validity', () => {
    const port = fc.integer({ min: 0, max: 0xffff });
    const fields = fc.record(
      {
        to: number,
        body: octets(80).map((data) => ({ encoding: '8bit', data }) as const),
        messageReference: fc.integer({ min: 0, max: 255 }),
        ports: fc.record({ source: port, destination: port }),
        class: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
        elements: fc.array(
          fc.record({ id: fc.integer({ min: 0x70, max: 0x7f }), data: octets(8) }),
          { maxLength: 3 },
        ),
        validity: fc.oneof(
          fc
            .integer({ min: 1, max: 144 })
            .map((steps) => ({ format: 'relative', minutes: steps * 5 }) as const),
          timestamp.map((until) => ({ format: 'absolute', until }) as const),
          fc
            .uint8Array({ minLength: 7, maxLength: 7 })
            .map((vp) => ({ format: 'enhanced', octets: vp }) as const),
        ),
      },
      { requiredKeys: ['to', 'body'] },
    );
    fc.assert(
      fc.property(
        fields,
        (given: SubmitFields & { body: { encoding: '8bit'; data: Uint8Array } }) => {
          const read = decodeSubmit(encodeSubmit(given).hex);
          expect(read.to.value).toBe(given.to);
          expect(read.data).toEqual(given.body.data);
          expect(read.ports).toEqual(given.ports);
          expect(read.class).toBe(given.class);
          expect(read.messageReference).toBe(given.messageReference ?? 0);
          expect(read.elements.slice(0, given.elements?.length ?? 0)).toEqual(given.elements ?? []);
          expect(read.warnings).toEqual([]);
          switch (given.validity?.format) {
            case undefined:
              expect(read.validity).toBeUndefined();
              break;
            case 'relative':
              expect(read.validity).toEqual(given.validity);
              break;
            case 'absolute':
              expect(read.validity).toMatchObject({
                until: { utc: given.validity.until.utc.toISOString() },
              });
              break;
            case 'enhanced':
              expect(read.validity).toMatchObject({ octets: given.validity.octets });
              break;
          }
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('a split', () => {
  test('loses nothing, fits, and cuts no pair, wherever it falls', () => {
    fc.assert(
      fc.property(text, referenceBits, (whole, bits) => {
        const { encoding, parts, charactersLeft } = segments(whole, { referenceBits: bits });
        expect(parts.join('')).toBe(whole);
        expect(charactersLeft).toBeGreaterThanOrEqual(0);
        // A cut is inside a pair where a high surrogate ends one part and a low one begins the next.
        for (const [index, part] of parts.slice(0, -1).entries()) {
          const seam = part.slice(-1) + (parts[index + 1] ?? '').slice(0, 1);
          expect(/^[\ud800-\udbff][\udc00-\udfff]$/.test(seam)).toBe(false);
          if (encoding === 'gsm7') expect(part).not.toBe('');
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('no input makes decoding throw', () => {
  const whole = [
    deliverHex({ userData: hex('05 E8329BFD06') }),
    deliverHex({
      from: '0ED0D637396C7EBBCB',
      firstOctet: '44',
      userData: hex('0C 05 00 03 2A 02 01 D06536FB0D'),
    }),
    deliverHex({ firstOctet: '44', dcs: '08', userData: hex('0A 05 00 03 2A 02 01 D83DDE00') }),
    hex('00 35 2A 0C 91 447700091032 00 00 A7 05 E8329BFD06'),
    hex('00 06 2A 0C 91 447700091032 42505001000040 42505011000040 00 07 39 04 02 4142'),
  ];

  function settles(pdu: string): void {
    for (const direction of ['from-network', 'to-network'] as const) {
      const decoded = decodePdu(pdu, { direction, tpduLength: 20 });
      if (decoded instanceof PduError) expect(decoded.offset).toBeLessThanOrEqual(pdu.length / 2);
    }
    const described = describePdu(pdu);
    expect(JSON.parse(JSON.stringify(described))).toEqual(described);
  }

  test('any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), settles), { numRuns: RUNS });
  });

  test('any octets', () => {
    fc.assert(fc.property(octets(200).map(toHex), settles), { numRuns: RUNS });
  });

  test('any octets behind an empty service centre', () => {
    const pdu = octets(60).map((rest) => `00${toHex(rest)}`);
    fc.assert(fc.property(pdu, settles), { numRuns: RUNS });
  });

  test('a PDU with some octets changed, dropped or doubled', () => {
    const place = fc.nat({ max: 60 });
    const change = fc.record({
      at: place,
      octet: fc.integer({ min: 0, max: 255 }),
      how: fc.constantFrom('change', 'drop', 'double'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.array(change, { maxLength: 4 }), (pdu, changes) => {
        const mutated = Array.from(fromHex(pdu));
        for (const { at, octet, how } of changes) {
          const index = at % Math.max(1, mutated.length);
          if (how === 'change') mutated[index] = octet;
          else if (how === 'drop') mutated.splice(index, 1);
          else mutated.splice(index, 0, mutated[index] ?? 0);
        }
        settles(toHex(Uint8Array.from(mutated)));
      }),
      { numRuns: 3 * RUNS },
    );
  });
});
