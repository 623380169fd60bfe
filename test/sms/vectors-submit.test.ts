/**
 * What other projects' encoders are asked to write, where their vectors are at hand: every row
 * that is neither policy nor disputed passes, or stands in known-differences.ts.
 */

import { describe, expect } from 'vitest';
import { z } from 'zod';
import { decodeDataCoding } from '../../src/sms/data-coding.js';
import type { NationalLanguage } from '../../src/sms/gsm7.js';
import { type EncodedPdu, encodeSubmit, segments } from '../../src/sms/index.js';
import { OctetReader } from '../../src/sms/octets.js';
import { cutText } from '../../src/sms/segments.js';
import type { UserDataBody } from '../../src/sms/user-data.js';
import { decodeHeader, type InformationElement } from '../../src/sms/user-data-header.js';
import { relativeMinutes, type ValidityFields } from '../../src/sms/validity-period.js';
import { fromHex } from './septets.js';
import { bindingRows, eachRow, vectorsPresent } from './shared-vectors.js';

const options = z.strictObject({
  encoding: z.enum(['gsm7', '8bit', 'ucs2']).optional(),
  mr: z.number().optional(),
  mr_increments: z.boolean().optional(),
  validity: z.enum(['relative', 'absolute', 'enhanced']).optional(),
  vp: z.number().optional(),
  vp_hex: z.string().optional(),
  validity_minutes: z.number().optional(),
  validity_at: z.string().optional(),
  status_report: z.boolean().optional(),
  single_part: z.boolean().optional(),
  dcs: z.number().optional(),
  locking: z.number().optional(),
  single: z.number().optional(),
  smsc: z.string().optional(),
  concat_ref: z.number().optional(),
  ref_bits: z.union([z.literal(8), z.literal(16)]).optional(),
  udh: z.string().optional(),
});

const shape = {
  input: z.object({ to: z.string(), text: z.string(), options }),
  expect: z.array(z.string()),
  expect_count: z.number().optional(),
  expect_error: z.boolean().optional(),
  expect_regex: z.array(z.string()).default([]),
  has_smsc: z.boolean().default(true),
  tpdu_length: z.number().optional(),
};

type Options = z.infer<typeof options>;

function validityOf(asked: Options): ValidityFields | undefined {
  switch (asked.validity) {
    case undefined:
      return undefined;
    case 'relative': {
      const minutes = asked.validity_minutes ?? relativeMinutes(asked.vp ?? 0);
      return { format: 'relative', minutes };
    }
    case 'absolute': {
      const at = asked.validity_at ?? '';
      const utc = new Date(at);
      const offsetMinutes = (Date.parse(`${at.slice(0, 19)}Z`) - utc.getTime()) / 60_000;
      return { format: 'absolute', until: { utc, offsetMinutes } };
    }
    case 'enhanced':
      return { format: 'enhanced', octets: fromHex(asked.vp_hex ?? '') };
  }
}

function elementsOf(hex: string): InformationElement[] {
  const reader = new OctetReader(hex);
  return decodeHeader(reader, 0, reader.end, [])?.elements ?? [];
}

function languageOf({ locking, single }: Options): NationalLanguage {
  return { ...(locking && { locking }), ...(single && { single }) };
}

/** Bodies of the parts, cut as the asked alphabet and header demand. */
function bodies(text: string, asked: Options, elementOctets: number): UserDataBody[] {
  const coded = asked.dcs === undefined ? undefined : decodeDataCoding(asked.dcs).encoding;
  const encoding = asked.encoding ?? coded ?? segments(text).encoding;
  if (encoding !== '8bit') {
    const writing = { encoding, language: languageOf(asked), elementOctets };
    const cut = cutText(text, writing, asked.ref_bits ?? 8);
    if (!cut) throw new RangeError('a character is not in the alphabet that is asked for');
    return cut.parts.map((part) => ({ encoding, text: part }));
  }
  const data = Buffer.from(text, 'latin1');
  if (data.length <= 140) return [{ encoding, data }];
  const room = 140 - 1 - elementOctets - 5;
  return Array.from({ length: Math.ceil(data.length / room) }, (_, index) => ({
    encoding,
    data: data.subarray(index * room, (index + 1) * room),
  }));
}

function written(to: string, text: string, asked: Options): EncodedPdu[] {
  const elements = elementsOf(asked.udh ?? '');
  const elementOctets = elements.reduce((sum, { data }) => sum + 2 + data.length, 0);
  const parts = bodies(text, asked, elementOctets);
  if (asked.single_part && parts.length > 1) throw new RangeError('more than one part');
  const validity = validityOf(asked);
  const messageClass = decodeDataCoding(asked.dcs ?? 0).class;
  return parts.map((body, index) =>
    encodeSubmit({
      to,
      body,
      messageReference: (asked.mr ?? 0) + (asked.mr_increments ? index : 0),
      statusReport: asked.status_report ?? false,
      elements,
      ...(messageClass !== undefined && { class: messageClass }),
      ...(validity && { validity }),
      ...(asked.smsc && { smsc: asked.smsc }),
      language: languageOf(asked),
      ...(parts.length > 1 && {
        concat: {
          reference: asked.concat_ref ?? 0,
          total: parts.length,
          sequence: index + 1,
          referenceBits: asked.ref_bits ?? 8,
        },
      }),
    }),
  );
}

// A TP-DA without digits is nobody to send to: rows that leave it empty are asked with this one,
// and their expectation has its octets in the place of theirs.
const SOMEONE = { to: '+1234', octets: '04912143' };

function withRecipient(hex: string): string {
  return hex.replace(/^(....)0000/, `$1${SOMEONE.octets}`);
}

describe.skipIf(!vectorsPresent)('SUBMITs are written as other projects write them', () => {
  eachRow(bindingRows('submit.jsonl', shape), (row) => {
    const nobody = row.input.to === '';
    const to = nobody ? SOMEONE.to : row.input.to;
    const expected = nobody ? row.expect.map(withRecipient) : row.expect;
    const write = () => written(to, row.input.text, row.input.options);
    if (row.expect_error) {
      expect(write).toThrow(RangeError);
      return;
    }
    const pdus = write();
    if (row.expect_count !== undefined) expect(pdus).toHaveLength(row.expect_count);
    const hexes = pdus.map((pdu) => (row.has_smsc ? pdu.hex : pdu.hex.slice(2)));
    if (expected.length > 0) expect(hexes).toEqual(expected);
    if (row.tpdu_length !== undefined) expect(pdus[0]?.tpduLength).toBe(row.tpdu_length);
    for (const [index, pattern] of row.expect_regex.entries()) {
      expect(hexes[index]).toMatch(new RegExp(pattern));
    }
  });
});
