/**
 * Messages for libGammu to encode, in its own words, with what our codec is to read in the PDU.
 *
 * They keep to what its encoder writes as it is told. It garbles `*` and `#` in numbers, takes a
 * leading 00 for `+`, packs alphanumeric senders as ASCII, writes weeks of validity as days, and
 * `~` in UCS-2 as its mark for blinking text.
 */
import type { GammuDraft } from './gammu.js';
import type { Random } from './random.js';
import { concatOf, type Fields } from './reading.js';
import { charactersOf, textOf, ucs2Text } from './texts.js';

export interface Drafted {
  draft: GammuDraft;
  layout: 'Submit' | 'Deliver';
  expected: Fields;
}

const DEFAULT_CHARACTERS = charactersOf({});

function number(random: Random): string {
  const digits = random.list(random.integer(3, 14), () => random.integer(0, 9)).join('');
  return random.chance(0.5) ? `+${digits}` : `1${digits}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function clock(random: Random): string {
  const [year, month, day] = [random.integer(0, 89), random.integer(1, 12), random.integer(1, 28)];
  const time = [random.integer(0, 23), random.integer(0, 59), random.integer(0, 59)];
  return `20${[year, month, day].map(twoDigits).join('-')}T${time.map(twoDigits).join(':')}`;
}

function validity(random: Random): { words: string; seconds: number } {
  if (random.chance(0.2)) return { words: 'Max', seconds: 63 * 7 * 86_400 };
  if (random.chance(0.5)) {
    const minutes = 5 * random.integer(1, 144);
    return { words: `${minutes}M`, seconds: minutes * 60 };
  }
  const days = random.integer(2, 30);
  return { words: `${days}D`, seconds: days * 86_400 };
}

type Content = Pick<GammuDraft, 'Text' | 'Coding'> & { fields: Fields };

function content(random: Random): Content {
  const kind = random.integer(0, 2);
  if (kind === 0) {
    const hex = Buffer.from(random.octets(random.integer(1, 100))).toString('hex');
    return {
      Text: { hex },
      Coding: '8bit',
      fields: { encoding: '8bit', text: null, data: hex },
    };
  }
  if (kind === 1) {
    const text = ucs2Text(random, random.integer(1, 50)).replaceAll('~', '');
    return { Text: text, Coding: 'Unicode_No_Compression', fields: { encoding: 'ucs2', text } };
  }
  const text = textOf(random, DEFAULT_CHARACTERS, random.integer(0, 70));
  return { Text: text, Coding: 'Default_No_Compression', fields: { encoding: 'gsm7', text } };
}

function header(random: Random): { UDH?: { Type: string; Text: string }; concat: string | null } {
  if (random.chance(0.6)) return { concat: null };
  const total = random.integer(1, 255);
  const sequence = random.integer(1, total);
  const octets = (...values: number[]) => Buffer.from(values).toString('hex');
  if (random.chance(0.5)) {
    const reference = random.integer(0, 0xff);
    return {
      UDH: { Type: 'ConcatenatedMessages', Text: octets(5, 0, 3, reference, total, sequence) },
      concat: concatOf(reference, total, sequence),
    };
  }
  const reference = random.integer(0, 0xffff);
  const [high, low] = [reference >> 8, reference & 0xff];
  return {
    UDH: {
      Type: 'ConcatenatedMessages16bit',
      Text: octets(6, 8, 4, high, low, total, sequence),
    },
    concat: concatOf(reference, total, sequence),
  };
}

/** `count` messages to encode, half of them each way. */
export function draftsFor(random: Random, count: number): Drafted[] {
  return random.list(count, (index) => {
    const isSubmit = index % 2 === 0;
    const sender = textOf(random, [...'ABCXYZabcxyz0189 '], random.integer(1, 10));
    const address = isSubmit || random.chance(0.6) ? number(random) : `x${sender}`;
    const smsc = number(random);
    const { fields, ...carried } = content(random);
    const { UDH, concat } = header(random);
    const period = validity(random);
    const time = clock(random);
    const messageClass = random.pick([-1, -1, 0, 1, 2, 3]);
    const reference = random.integer(0, 255);
    return {
      layout: isSubmit ? 'Submit' : 'Deliver',
      draft: {
        Number: address,
        SMSC: { Number: smsc, Validity: period.words },
        ...carried,
        Class: messageClass,
        DateTime: time,
        MessageReference: reference,
        Type: isSubmit ? 'Submit' : 'Deliver',
        ...(UDH && { UDH }),
      },
      expected: {
        type: isSubmit ? 'submit' : 'deliver',
        address,
        smsc,
        ...fields,
        class: messageClass < 0 ? null : messageClass,
        concat,
        ...(isSubmit
          ? { reference, validitySeconds: period.seconds }
          : { timestamp: time, zone: '+00:00' }),
      },
    };
  });
}
