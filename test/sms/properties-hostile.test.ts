/**
 * Whatever arrives is read or refused: random octets and spoiled PDUs never make decoding throw,
 * and nothing is read that is not there. `npm run fuzz:sms` does the same a million times.
 */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePdu, describePdu, PduError } from '../../src/sms/index.js';
import { octet, octets } from './arbitraries.js';
import { deliverHex, hex } from './pdu.js';

const RUNS = 300;

function toHex(octets: Iterable<number>): string {
  return Buffer.from([...octets])
    .toString('hex')
    .toUpperCase();
}

describe('no input makes decoding throw', () => {
  const whole = [
    deliverHex({ userData: hex('05 E8329BFD06') }),
    deliverHex({
      from: '0ED0D637396C7EBBCB',
      firstOctet: '44',
      userData: hex('0C 05 00 03 2A 02 01 D06536FB0D'),
    }),
    deliverHex({ firstOctet: '44', dcs: '08', userData: hex('0A 05 00 03 2A 02 01 D83DDE00') }),
    deliverHex({ firstOctet: '44', userData: hex('0D 06 25 01 01 24 01 01 8BC3660C04') }),
    deliverHex({ dcs: '20', userData: '03010203' }),
    hex('07 91 447728008000 35 2A 0C 91 447700091032 00 00 A7 05 E8329BFD06'),
    hex('00 59 2A 0C 91 447700091032 00 F5 42505001000040 0D 06 05 04 0B84 23F0 010603010203'),
    hex('00 06 2A 0C 91 447700091032 42505001000040 42505011000040 00 07 39 04 02 4142'),
  ];

  /** Octets of a PDU that a value claims to have read must be there to be read. */
  function within(pdu: string, decoded: Exclude<ReturnType<typeof decodePdu>, PduError>): void {
    const userData = decoded.type === 'status-report' ? decoded.userData : decoded;
    const elements = userData && 'elements' in userData ? userData.elements : [];
    for (const { data } of [userData ?? {}, ...elements]) {
      if (data) expect(pdu.toUpperCase()).toContain(toHex(data));
    }
  }

  function settles(pdu: string): void {
    const octetCount = Math.ceil(pdu.trim().length / 2);
    for (const direction of [undefined, 'from-network', 'to-network'] as const) {
      for (const tpduLength of [undefined, 20]) {
        const decoded = decodePdu(pdu, {
          ...(direction && { direction }),
          ...(tpduLength !== undefined && { tpduLength }),
        });
        if (decoded instanceof PduError) {
          expect(Number.isInteger(decoded.offset)).toBe(true);
          expect(decoded.offset).toBeGreaterThanOrEqual(0);
          expect(decoded.offset).toBeLessThanOrEqual(octetCount);
          expect(decoded.clause).toMatch(/^3GPP TS 2[347]\.\d{3} §/);
        } else {
          within(pdu, decoded);
        }
      }
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

  test('a PDU that ends at any place', () => {
    for (const pdu of whole) {
      for (let end = 0; end <= pdu.length; end += 1) settles(pdu.slice(0, end));
    }
  });

  test('a PDU with any one octet at its limits', () => {
    for (const pdu of whole) {
      for (let at = 0; at < pdu.length; at += 2) {
        for (const value of ['00', '01', '7F', '80', 'FF']) {
          settles(pdu.slice(0, at) + value + pdu.slice(at + 2));
        }
      }
    }
  });

  test('a PDU with some octets changed, dropped or doubled, or the end of another', () => {
    const change = fc.record({
      at: fc.nat({ max: 60 }),
      octet,
      how: fc.constantFrom('change', 'flip', 'drop', 'double', 'splice'),
    });
    const some = fc.array(change, { minLength: 1, maxLength: 4 });
    const pick = fc.constantFrom(...whole);
    fc.assert(
      fc.property(pick, pick, some, (pdu, other, changes) => {
        const mutated = [...Buffer.from(pdu, 'hex')];
        for (const { at, octet: value, how } of changes) {
          const index = at % Math.max(1, mutated.length);
          const present = mutated[index] ?? 0;
          if (how === 'change') mutated[index] = value;
          else if (how === 'flip') mutated[index] = present ^ (1 << (value & 7));
          else if (how === 'drop') mutated.splice(index, 1);
          else if (how === 'double') mutated.splice(index, 0, present);
          else
            mutated.splice(
              index,
              Number.POSITIVE_INFINITY,
              ...Buffer.from(other, 'hex').subarray(index),
            );
        }
        settles(toHex(mutated));
      }),
      { numRuns: 1000 },
    );
  });

  test('whatever the case of its digits, it is read alike', () => {
    fc.assert(
      fc.property(octets(60), (rest) => {
        const pdu = `00${toHex(rest)}`;
        expect(describePdu(pdu.toLowerCase())).toEqual(describePdu(pdu));
      }),
      { numRuns: RUNS },
    );
  });
});
