/**
 * tshark's dissector of GSM SMS, asked for many PDUs at once: they go in as a capture file and
 * come back as JSON, in the words of reading.ts.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { capture } from './capture.js';
import { requirePackage } from './debian-packages.js';
import { concatOf, type Fields, portsOf, type Reading } from './reading.js';

const run = promisify(execFile);

const ASKED = [
  ...['tp-mti', 'tp-mr', 'tp-oa', 'tp-da', 'tp-ra', 'dis_field_addr.num_type'],
  ...['dcs.character_set', 'dcs.message_coding', 'gsm_7_bit_default_alphabet'],
  ...['dcs.message_class', 'dcs.message_class_defined'],
  ...['scts.year', 'scts.month', 'scts.day', 'scts.hour', 'scts.minutes', 'scts.seconds'],
  ...['udh.mm.msg_id', 'udh.mm.msg_parts', 'udh.mm.msg_part'],
  ...['destination_port', 'originator_port', 'sms_text', 'sms_body', 'compressed_data'],
  ...['dis_field.definition', 'dis_field.st_error', 'dis.field_st_reason', 'short_data'],
].map((name) => `gsm_sms.${name}`);

const layersShape = z.object({ layers: z.record(z.string(), z.array(z.string())) });

type Layers = Readonly<Record<string, readonly string[]>>;

/** What only the words of a dissection say: the sign of a zone, the length of a relative period. */
interface Words {
  zones: string[];
  validity?: string;
}

/** Every part by itself, and no dissector of what ports carry. */
const OPTIONS = ['-n', '-o', 'gsm_sms.reassemble:FALSE', '--disable-protocol', 'wsp'];

async function tshark(file: string, directory: string, options: readonly string[]) {
  const { stdout } = await run('tshark', ['-r', file, ...OPTIONS, ...options], {
    env: { ...process.env, LC_ALL: 'C.UTF-8', WIRESHARK_CONFIG_DIR: directory },
    maxBuffer: 2 ** 30,
  });
  return stdout;
}

function layersOf(json: string): Layers[] {
  return json
    .split('\n')
    .filter((line) => line.includes('"layers"'))
    .map((line) => layersShape.parse(JSON.parse(line)).layers);
}

function wordsOf(dissection: string): Words[] {
  return dissection
    .split(/^Frame \d+: /mu)
    .slice(1)
    .map((frame) => {
      const zones = Array.from(frame.matchAll(/^ +Timezone: (.*)$/gmu), ([, zone = '']) => zone);
      const validity = /^ +TP-Validity-Period: (.*)$/mu.exec(frame)?.[1];
      return { zones, ...(validity !== undefined && { validity }) };
    });
}

/** `GMT - 4 hours 30 minutes` */
function zoneOf(words: string): string {
  const [, sign = '+', hours = '', minutes = ''] =
    /GMT ([+-]) (\d+) hours? (\d+) minutes?/u.exec(words) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`;
}

const UNIT_SECONDS = { week: 604_800, day: 86_400, hour: 3600, minute: 60, second: 1 } as const;

/** `24 hours 30 minutes`, `3 week(s)` and the like. */
function secondsOf(words: string): number | null {
  const parts = Array.from(words.matchAll(/(\d+) (week|day|hour|minute|second)/gu));
  if (parts.length === 0) return null;
  return parts.reduce((sum, [, count, unit]) => {
    return sum + Number(count) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS];
  }, 0);
}

class Frame {
  readonly layers: Layers;
  readonly words: Words;

  constructor(layers: Layers, words: Words) {
    this.layers = layers;
    this.words = words;
  }

  text(name: string, index = 0): string | null {
    return this.layers[`gsm_sms_${name.replaceAll('.', '_')}`]?.[index] ?? null;
  }

  number(name: string, index = 0): number | null {
    const value = this.text(name, index);
    return value === null ? null : Number(value);
  }

  has(name: string): boolean {
    return this.text(name) !== null;
  }

  /** The time that comes `index`th in the PDU. */
  time(index: number): string | null {
    if (this.text('scts.year', index) === null) return null;
    const part = (name: string) => String(this.number(`scts.${name}`, index)).padStart(2, '0');
    const date = `20${part('year')}-${part('month')}-${part('day')}`;
    return `${date}T${part('hour')}:${part('minutes')}:${part('seconds')}`;
  }

  zone(index: number): string | null {
    const words = this.words.zones[index];
    return words === undefined ? null : zoneOf(words);
  }
}

function addressOf(frame: Frame): string | null {
  const digits = frame.text('tp-oa') ?? frame.text('tp-da') ?? frame.text('tp-ra');
  if (digits === null || digits === '') return null;
  return frame.number('dis_field_addr.num_type') === 1 ? `+${digits}` : digits;
}

function encodingOf(frame: Frame): string | null {
  if (frame.has('gsm_7_bit_default_alphabet')) return 'gsm7';
  const characterSet = frame.number('dcs.character_set');
  if (characterSet !== null) return ['gsm7', '8bit', 'ucs2'][characterSet] ?? null;
  const coding = frame.text('dcs.message_coding');
  if (coding !== null) return coding === '0' || coding === 'false' ? 'gsm7' : '8bit';
  return null;
}

function classOf(frame: Frame): number | null {
  const value = frame.number('dcs.message_class');
  const defined = frame.text('dcs.message_class_defined');
  if (value === null || defined === '0' || defined === 'false') return null;
  return value;
}

function concatOfFrame(frame: Frame): string | null {
  const [id, parts, part] = ['msg_id', 'msg_parts', 'msg_part'].map((name) =>
    frame.number(`udh.mm.${name}`),
  );
  if (id == null || parts == null || part == null) return null;
  return concatOf(id, parts, part);
}

function portsOfFrame(frame: Frame): string | null {
  const destination = frame.number('destination_port');
  const source = frame.number('originator_port');
  return destination === null || source === null ? null : portsOf(source, destination);
}

function contentOf(frame: Frame): Pick<Fields, 'text' | 'data'> {
  const body = frame.text('sms_body') ?? frame.text('compressed_data');
  if (body !== null)
    return { text: null, data: body === '<MISSING>' ? '' : body.replaceAll(':', '') };
  const text = frame.text('sms_text');
  return text === null ? {} : { text, data: null };
}

function statusOf(frame: Frame): number | null {
  const reason = frame.number('dis.field_st_reason');
  const error = frame.number('dis_field.st_error');
  if (reason === null || error === null) return null;
  const definition = frame.text('dis_field.definition');
  const reserved = definition === '1' || definition === 'true';
  return (reserved ? 0x80 : 0) | (error << 5) | reason;
}

function validityOf(
  frame: Frame,
): Pick<Fields, 'validitySeconds' | 'validUntil' | 'validUntilZone'> {
  const absolute = { validUntil: frame.time(0), validUntilZone: frame.zone(0) };
  const { validity } = frame.words;
  return { ...absolute, validitySeconds: validity === undefined ? null : secondsOf(validity) };
}

const TYPES = ['deliver', 'submit', 'status-report'] as const;

function fieldsOf(frame: Frame): Fields {
  const type = TYPES[frame.number('tp-mti') ?? 0] ?? null;
  const common = { type, address: addressOf(frame) };
  if (type === 'status-report') {
    return {
      ...common,
      reference: frame.number('tp-mr'),
      status: statusOf(frame),
      timestamp: frame.time(0),
      zone: frame.zone(0),
      dischargeTime: frame.time(1),
      dischargeZone: frame.zone(1),
    };
  }
  const encoding = encodingOf(frame);
  return {
    ...common,
    ...contentOf(frame),
    ...(encoding !== null && { encoding }),
    class: classOf(frame),
    concat: concatOfFrame(frame),
    ports: portsOfFrame(frame),
    ...(type === 'deliver' && { timestamp: frame.time(0), zone: frame.zone(0) }),
    ...(type === 'submit' && { reference: frame.number('tp-mr'), ...validityOf(frame) }),
  };
}

function readingOf(layers: Layers, words: Words): Reading {
  // A mark without a protocol is a remark on one field, such as a number that is not E.164.
  const malformed = layers._ws_malformed?.find((remark) => remark.startsWith('['));
  if (malformed !== undefined) return { refused: malformed };
  const frame = new Frame(layers, words);
  if (frame.has('short_data')) return { refused: 'Short Data' };
  if (frame.number('tp-mti') === null) return { refused: 'a message type without a dissector' };
  return { fields: fieldsOf(frame) };
}

/** What tshark says of each PDU, service centre octets left out. */
export async function tsharkReadings(hexes: readonly string[]): Promise<Reading[]> {
  requirePackage('tshark');
  const directory = await mkdtemp(join(tmpdir(), 'stopgate-interop-'));
  try {
    const file = join(directory, 'pdus.pcap');
    await writeFile(file, capture(hexes));
    const fields = [...ASKED, '_ws.malformed'].flatMap((name) => ['-e', name]);
    const layers = layersOf(await tshark(file, directory, ['-T', 'ek', ...fields]));
    const words = wordsOf(await tshark(file, directory, ['-O', 'gsm_sms']));
    if (layers.length !== hexes.length || words.length !== hexes.length) {
      throw new Error(
        `tshark has ${layers.length} and ${words.length} answers to ${hexes.length} PDUs`,
      );
    }
    return layers.map((layer, index) => readingOf(layer, words[index] ?? { zones: [] }));
  } finally {
    await rm(directory, { recursive: true });
  }
}
