/**
 * libGammu, asked through its Python face: one process for many PDUs (gammu-peer.py beside this
 * file), its answers in the words of reading.ts.
 */
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { requirePackage } from './debian-packages.js';
import { concatOf, type Fields, type Reading } from './reading.js';

const SCRIPT = fileURLToPath(new URL('gammu-peer.py', import.meta.url));
/** The interpreter that Debian's packages are for; the one on PATH may be another. */
const PYTHON = '/usr/bin/python3';

const smsShape = z.object({
  Type: z.string(),
  Number: z.string(),
  SMSC: z.object({ Number: z.string(), Validity: z.string() }),
  Text: z.union([z.string(), z.object({ hex: z.string() })]),
  Coding: z.string(),
  Class: z.number(),
  DateTime: z.string().nullable(),
  SMSCDateTime: z.string().nullable(),
  DeliveryStatus: z.number(),
  MessageReference: z.number(),
  UDH: z.object({
    Type: z.string(),
    ID8bit: z.number(),
    ID16bit: z.number(),
    PartNumber: z.number(),
    AllParts: z.number(),
  }),
});

type GammuSms = z.infer<typeof smsShape>;

const answerShape = z.union([
  z.object({ refused: z.string() }),
  z.object({ sms: smsShape }),
  z.object({ pdus: z.array(z.string()) }),
  z.object({ texts: z.array(z.string()) }),
  z.object({ parts: z.number(), left: z.number() }),
  z.object({ version: z.string() }),
]);

export type GammuAnswer = z.infer<typeof answerShape>;

/** An SMS to encode, in libGammu's own words; binary fields in hex. */
export interface GammuDraft {
  Number: string;
  SMSC: { Number: string; Validity: string };
  Text: string | { hex: string };
  Coding: string;
  Class: number;
  Type: 'Submit' | 'Deliver';
  DateTime: string;
  MessageReference: number;
  UDH?: { Type: string; Text: string };
}

export type GammuRequest =
  | { decode: string }
  | { encode: GammuDraft; layout: 'Submit' | 'Deliver' }
  | { split: string; unicode: boolean }
  | { join: readonly string[] }
  | { count: string; unicode: boolean }
  | { version: true };

/** Asks in bulk; the answers come in the order of the requests. */
export async function askGammu(requests: readonly GammuRequest[]): Promise<GammuAnswer[]> {
  requirePackage('python3-gammu');
  const process = spawn(PYTHON, [SCRIPT], { stdio: ['pipe', 'pipe', 'pipe'] });
  process.stdin.end(requests.map((request) => `${JSON.stringify(request)}\n`).join(''));
  const [said, complaints] = await Promise.all([text(process.stdout), text(process.stderr)]);
  const lines = said.split('\n').filter((line) => line !== '');
  if (lines.length !== requests.length) {
    throw new Error(`${PYTHON} answered ${lines.length} of ${requests.length}: ${complaints}`);
  }
  return lines.map((line) => answerShape.parse(JSON.parse(line)));
}

const TYPES: Readonly<Record<string, string>> = {
  Deliver: 'deliver',
  Submit: 'submit',
  Status_Report: 'status-report',
};

const ENCODINGS: Readonly<Record<string, string>> = {
  Default_No_Compression: 'gsm7',
  Default_Compression: 'gsm7',
  Unicode_No_Compression: 'ucs2',
  Unicode_Compression: 'ucs2',
  '8bit': '8bit',
};

const UNIT_SECONDS: Readonly<Record<string, number>> = { M: 60, D: 86_400, W: 7 * 86_400 };

/** `90M`, `3D`, `2W`, and `Max` for 63 weeks. */
function validitySeconds(validity: string): number | null {
  if (validity === 'NA') return null;
  if (validity === 'Max') return 63 * 7 * 86_400;
  return Number.parseInt(validity, 10) * (UNIT_SECONDS[validity.slice(-1)] ?? Number.NaN);
}

function concat({ UDH }: GammuSms): string | null {
  if (UDH.PartNumber < 0 || UDH.AllParts < 0) return null;
  const reference = UDH.ID16bit >= 0 ? UDH.ID16bit : UDH.ID8bit;
  return concatOf(reference, UDH.AllParts, UDH.PartNumber);
}

/** Its text ends at a NUL; behind it the Python face shows memory that is no text. */
function content(sms: GammuSms): Pick<Fields, 'text' | 'data'> {
  if (typeof sms.Text !== 'string') return { text: null, data: sms.Text.hex };
  return { text: sms.Text.split('\0')[0] ?? '', data: null };
}

function fieldsOf(sms: GammuSms): Fields {
  const type = TYPES[sms.Type] ?? sms.Type;
  const common = {
    type,
    smsc: sms.SMSC.Number === '' ? null : sms.SMSC.Number,
    address: sms.Number === '' ? null : sms.Number,
  };
  if (type === 'status-report') {
    // The text of a report is libGammu's own word for TP-ST, so nothing is asked of it.
    return {
      ...common,
      timestamp: sms.DateTime,
      dischargeTime: sms.SMSCDateTime,
      reference: sms.MessageReference,
      status: sms.DeliveryStatus,
    };
  }
  return {
    ...common,
    ...content(sms),
    encoding: ENCODINGS[sms.Coding] ?? sms.Coding,
    class: sms.Class < 0 ? null : sms.Class,
    concat: concat(sms),
    ...(type === 'deliver' && { timestamp: sms.DateTime }),
    ...(type === 'submit' && {
      reference: sms.MessageReference,
      validitySeconds: validitySeconds(sms.SMSC.Validity),
    }),
  };
}

/** What libGammu says of each PDU. It has no word for zones and ports. */
export async function gammuReadings(hexes: readonly string[]): Promise<Reading[]> {
  const answers = await askGammu(hexes.map((hex) => ({ decode: hex })));
  return answers.map((answer) => {
    if ('refused' in answer) return answer;
    if ('sms' in answer) return { fields: fieldsOf(answer.sms) };
    throw new Error(`an answer to another question: ${JSON.stringify(answer)}`);
  });
}
