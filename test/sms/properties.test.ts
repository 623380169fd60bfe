/** Whatever is written is read again, tried on random messages of every type and field. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decodePdu,
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  type InformationElement,
  PduError,
  type SubmitFields,
  segments,
  type UserDataBody,
} from '../../src/sms/index.js';
import {
  anyCharacter,
  character,
  fitting,
  number,
  octet,
  octets,
  referenceBits,
  text,
  timestamp,
} from './arbitraries.js';
import { decodeDeliver, decodeStatusReport, decodeSubmit } from './pdu.js';

const RUNS = 300;

describe('what is written is read again', () => {
  test('a message in SUBMITs', () => {
    fc.assert(
      fc.property(number, text, referenceBits, fc.boolean(), (to, whole, bits, statusReport) => {
        const message = { to, text: whole, concatReference: 200, referenceBits: bits };
        const { encoding, parts } = encodeMessage({ ...message, statusReport });
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
          const place = { reference: 200, total: read.length, sequence: index + 1 };
          expect(part.concat).toEqual(
            read.length > 1 ? { ...place, referenceBits: bits } : undefined,
          );
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

  test('a sender in letters, of every length that fits', () => {
    const letters = fc
      .tuple(fc.constantFrom(...'ABCxyzÄ@'), fc.array(character, { maxLength: 10 }))
      .map(([first, rest]) => first + rest.join(''))
      .filter((name) => segments(name).charactersLeft >= 160 - 11);
    fc.assert(
      fc.property(letters, timestamp, (from, time) => {
        const [part] = encodeDeliver({ from, text: 'x', timestamp: time, concatReference: 1 });
        expect(decodeDeliver(part?.hex ?? '').from).toEqual({
          value: from,
          type: 'alphanumeric',
          plan: 0,
        });
      }),
      { numRuns: RUNS },
    );
  });

  test('a STATUS-REPORT', () => {
    fc.assert(
      fc.property(number, timestamp, timestamp, octet, octet, (to, time, discharge, mr, status) => {
        const fields = { reference: mr, to, timestamp: time, dischargeTime: discharge, status };
        const read = decodeStatusReport(encodeStatusReport(fields).hex);
        expect(read).toMatchObject({ reference: mr, to: { value: to }, status, warnings: [] });
        expect(read.timestamp?.utc).toBe(time.utc.toISOString());
        expect(read.dischargeTime?.utc).toBe(discharge.utc.toISOString());
      }),
      { numRuns: RUNS },
    );
  });
});

describe('every field of a SUBMIT is written and read again', () => {
  const port = fc.integer({ min: 0, max: 0xffff });
  const body: fc.Arbitrary<UserDataBody> = fc.oneof(
    octets(140).map((data) => ({ encoding: '8bit', data }) as const),
    fc.array(character, { maxLength: 160 }).map((characters) => {
      return { encoding: 'gsm7', text: characters.join('') } as const;
    }),
    fc.array(anyCharacter, { maxLength: 70 }).map((characters) => {
      return { encoding: 'ucs2', text: characters.join('') } as const;
    }),
  );
  // Identifiers that mean nothing to the codec, so that they cannot change how the text is read.
  const element: fc.Arbitrary<InformationElement> = fc.record({
    id: fc.integer({ min: 0x70, max: 0x7f }),
    data: octets(12),
  });
  const concat = fc
    .record({ bits: referenceBits, reference: octet, high: octet, a: octet, b: octet })
    .map(({ bits, reference, high, a, b }) => ({
      reference: bits === 8 ? reference : reference * 256 + high,
      total: Math.max(a, b, 1),
      sequence: Math.max(Math.min(a, b), 1),
      referenceBits: bits,
    }));
  const validity: fc.Arbitrary<NonNullable<SubmitFields['validity']>> = fc.oneof(
    fc.integer({ min: 1, max: 144 }).map((steps) => {
      return { format: 'relative', minutes: steps * 5 } as const;
    }),
    timestamp.map((until) => ({ format: 'absolute', until }) as const),
    fc.uint8Array({ minLength: 7, maxLength: 7 }).map((vp) => {
      return { format: 'enhanced', octets: vp } as const;
    }),
  );
  const fields = fc.record(
    {
      to: number,
      body,
      messageReference: octet,
      statusReport: fc.boolean(),
      rejectDuplicates: fc.boolean(),
      replyPath: fc.boolean(),
      protocolIdentifier: octet,
      class: fc.constantFrom<0 | 1 | 2 | 3>(0, 1, 2, 3),
      concat,
      ports: fc.record({ source: port, destination: port }),
      elements: fc.array(element, { maxLength: 3 }),
      smsc: number,
      validity,
    },
    { requiredKeys: ['to', 'body'] },
  );

  test('in every combination and length', () => {
    fc.assert(
      fc.property(fields, (asked) => {
        const given = fitting(asked);
        const { hex: pdu, tpduLength } = encodeSubmit(given);
        const read = decodePdu(pdu, { tpduLength, direction: 'to-network' });
        if (read instanceof PduError || read.type !== 'submit') throw new Error('no SUBMIT');
        expect(read.to.value).toBe(given.to);
        expect(read.smsc).toBe(given.smsc);
        expect(read.encoding).toBe(given.body.encoding);
        if (given.body.encoding === '8bit') expect(read.data).toEqual(given.body.data);
        else expect(read.text).toBe(given.body.text);
        expect(read.class).toBe(given.class);
        expect(read.messageReference).toBe(given.messageReference ?? 0);
        expect(read.protocolIdentifier).toBe(given.protocolIdentifier ?? 0);
        expect(read.statusReportRequested).toBe(given.statusReport ?? false);
        expect(read.rejectDuplicates).toBe(given.rejectDuplicates ?? false);
        expect(read.replyPath).toBe(given.replyPath ?? false);
        expect(read.concat).toEqual(given.concat);
        expect(read.ports).toEqual(given.ports);
        expect(read.elements).toEqual(expect.arrayContaining([...(given.elements ?? [])]));
        expect(read.warnings).toEqual([]);
        switch (given.validity?.format) {
          case undefined:
            expect(read.validity).toBeUndefined();
            break;
          case 'relative':
            expect(read.validity).toEqual(given.validity);
            break;
          case 'absolute': {
            const until = { utc: given.validity.until.utc.toISOString() };
            expect(read.validity).toMatchObject({ until });
            break;
          }
          case 'enhanced':
            expect(read.validity).toMatchObject({ octets: given.validity.octets });
            break;
        }
      }),
      { numRuns: 2 * RUNS },
    );
  });
});
