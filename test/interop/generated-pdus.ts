/**
 * The PDUs that the peers are asked about: written by our encoder over every alphabet, number,
 * header, time and length, then in some the octets that it has no word for (types of number, data
 * codings, codes without a character).
 */
import {
  encodeDeliver,
  encodeMessage,
  encodeStatusReport,
  encodeSubmit,
  type InformationElement,
  type SubmitFields,
  type ValidityFields,
  type ZonedTime,
} from '../../src/sms/index.js';
import { deliverOfSeptets, deliverOfSubmit, spliced } from './pdu-building.js';
import { layoutOf } from './pdu-layout.js';
import type { Random } from './random.js';
import {
  alphanumeric,
  charactersOf,
  diallable,
  LANGUAGES,
  LOCKING_LANGUAGES,
  languageElements,
  SEPTET_LENGTHS,
  textOf,
  UNIT_LENGTHS,
  ucs2Text,
} from './texts.js';

export interface GeneratedPdu {
  hex: string;
  /** What is special about it, for the message of a failure. */
  about: string;
}

const DEFAULT_CHARACTERS = charactersOf({});

function time(random: Random): ZonedTime {
  const start = Date.UTC(2000, 0, 2);
  const end = Date.UTC(2089, 11, 30);
  const seconds = random.integer(start / 1000, end / 1000);
  return { utc: new Date(seconds * 1000), offsetMinutes: 15 * random.integer(-79, 79) };
}

function serviceCentre(random: Random): string | undefined {
  const digits = random.list(random.integer(3, 15), () => random.integer(0, 9)).join('');
  return random.pick([undefined, `+${digits}`, digits]);
}

function anyText(random: Random): string {
  return random.chance(0.6)
    ? textOf(random, DEFAULT_CHARACTERS, random.pick(SEPTET_LENGTHS))
    : ucs2Text(random, random.pick(UNIT_LENGTHS));
}

function delivers(random: Random, count: number): GeneratedPdu[] {
  return random
    .list(count, () => {
      const smsc = serviceCentre(random);
      const referenceBits = random.pick([8, 16] as const);
      return encodeDeliver({
        from: random.chance(0.3) ? alphanumeric(random) : diallable(random),
        text: anyText(random),
        timestamp: time(random),
        concatReference: random.integer(0, referenceBits === 8 ? 0xff : 0xffff),
        referenceBits,
        ...(smsc !== undefined && { smsc }),
      });
    })
    .flat()
    .map(({ hex }) => ({ hex, about: 'a DELIVER' }));
}

function messages(random: Random, count: number): GeneratedPdu[] {
  return random
    .list(count, () => {
      const referenceBits = random.pick([8, 16] as const);
      return encodeMessage({
        to: diallable(random),
        text: anyText(random),
        concatReference: random.integer(0, referenceBits === 8 ? 0xff : 0xffff),
        referenceBits,
        statusReport: random.chance(0.5),
        flash: random.chance(0.2),
        ...(random.chance(0.5) && { validityMinutes: random.integer(1, 700_000) }),
      }).parts;
    })
    .flat()
    .map(({ hex }) => ({ hex, about: 'a part of a message' }));
}

function validity(random: Random): ValidityFields {
  switch (random.integer(0, 3)) {
    case 0:
      return { format: 'absolute', until: time(random) };
    case 1: {
      const octets = [random.pick([1, 2, 0x41, 0x42, 0]), random.integer(0, 255), 0, 0, 0, 0, 0];
      return { format: 'enhanced', octets: Uint8Array.from(octets) };
    }
    default:
      return { format: 'relative', minutes: random.integer(1, 700_000) };
  }
}

/** Elements that a gateway has no use for: reserved ones, and a waiting voice message. */
function otherElements(random: Random): InformationElement[] {
  return random.list(random.integer(1, 2), () =>
    random.chance(0.3)
      ? { id: 0x01, data: Uint8Array.of(0x80, random.integer(0, 255)) }
      : {
          id: random.pick([0x30, 0x5f, 0x70, 0x7f, 0x9d, 0xa0, 0xc5, 0xdf]),
          data: Uint8Array.from(random.octets(random.integer(0, 9))),
        },
  );
}

function headerFields(random: Random): Partial<SubmitFields> {
  const referenceBits = random.pick([8, 16] as const);
  const total = random.integer(1, 255);
  const port = () => random.pick([0, 23, 5505, 9200, 16_000, 49_999, random.integer(0, 0xffff)]);
  return {
    ...(random.chance(0.4) && {
      concat: {
        reference: random.integer(0, referenceBits === 8 ? 0xff : 0xffff),
        total,
        sequence: random.integer(1, total),
        referenceBits,
      },
    }),
    ...(random.chance(0.3) && { ports: { source: port(), destination: port() } }),
    ...(random.chance(0.3) && { elements: otherElements(random) }),
  };
}

function commonFields(random: Random): Omit<SubmitFields, 'body'> {
  const smsc = serviceCentre(random);
  return {
    to: diallable(random),
    messageReference: random.integer(0, 255),
    statusReport: random.chance(0.5),
    rejectDuplicates: random.chance(0.2),
    replyPath: random.chance(0.2),
    protocolIdentifier: random.pick([0, 0, 0x41, 0x7f, random.integer(0, 255)]),
    ...(random.chance(0.5) && { validity: validity(random) }),
    ...(random.chance(0.4) && { class: random.pick([0, 1, 2, 3] as const) }),
    ...headerFields(random),
    ...(smsc !== undefined && { smsc }),
  };
}

function body(random: Random): Pick<SubmitFields, 'body' | 'language'> {
  const kind = random.integer(0, 4);
  if (kind === 0) {
    const data = Uint8Array.from(random.octets(random.pick([0, 1, 2, 7, 50, 80, 90])));
    return { body: { encoding: '8bit', data } };
  }
  if (kind === 1) {
    return { body: { encoding: 'ucs2', text: ucs2Text(random, random.integer(1, 40)) } };
  }
  const language =
    kind === 2
      ? {}
      : {
          ...(random.chance(0.6) && { locking: random.pick(LOCKING_LANGUAGES) }),
          ...(random.chance(0.6) && { single: random.pick(LANGUAGES) }),
        };
  const text = textOf(random, charactersOf(language), random.integer(0, 40));
  return { body: { encoding: 'gsm7', text }, language };
}

function submits(random: Random, count: number): GeneratedPdu[] {
  return random.list(count, () => {
    const { hex } = encodeSubmit({ ...commonFields(random), ...body(random) });
    return { hex, about: 'a SUBMIT with every field under control' };
  });
}

/** Every state of TP-ST, each for several numbers. */
function statusReports(random: Random): GeneratedPdu[] {
  return random.list(512, (index) => {
    const smsc = serviceCentre(random);
    const report = encodeStatusReport({
      reference: random.integer(0, 255),
      to: diallable(random),
      timestamp: time(random),
      dischargeTime: time(random),
      status: index % 256,
      ...(smsc !== undefined && { smsc }),
    });
    return { hex: report.hex, about: `a STATUS-REPORT of state ${index % 256}` };
  });
}

/** All 256 data codings over the same octets: 6 septets, or 6 octets, or 3 units of 16 bits. */
function dataCodings(): GeneratedPdu[] {
  const hex = deliverOfSeptets([0x41, 0x42, 0x43, 0x44, 0x45, 0x46]);
  return Array.from({ length: 256 }, (_, dataCoding) => ({
    hex: spliced(hex, layoutOf(hex).afterAddress + 1, 1, [dataCoding]),
    about: `a DELIVER of data coding ${dataCoding}`,
  }));
}

/** All types of number and the numbering plans that are in use, with 1 to 20 digits. */
function typesOfNumber(random: Random): GeneratedPdu[] {
  const numeric = [0, 1, 2, 3, 4, 6, 7];
  return numeric.flatMap((type) =>
    [0, 1, 8, 9].flatMap((plan) =>
      [1, 2, 5, 11, 12, 19, 20].map((count) => {
        const digits = random.list(count, () => random.integer(0, 14));
        const nibbles = count % 2 === 0 ? digits : [...digits, 0xf];
        const octets = Array.from({ length: nibbles.length / 2 }, (_, index) => {
          return (nibbles[2 * index] ?? 0) | ((nibbles[2 * index + 1] ?? 0) << 4);
        });
        const hex = deliverOfSeptets([0x48, 0x69]);
        const { address, afterAddress } = layoutOf(hex);
        const field = [count, 0x80 | (type << 4) | plan, ...octets];
        return {
          hex: spliced(hex, address, afterAddress - address, field),
          about: `a sender of type ${type}, plan ${plan}, with ${count} digits`,
        };
      }),
    ),
  );
}

/** Every code of every table, alone and behind an escape, also those without a character. */
function everyCode(): GeneratedPdu[] {
  const codes = Array.from({ length: 128 }, (_, code) => code);
  const escaped = codes.flatMap((code) => [0x1b, code]);
  const languages = [
    {},
    ...LOCKING_LANGUAGES.map((locking) => ({ locking })),
    ...LANGUAGES.map((single) => ({ single })),
  ];
  return languages.flatMap((language) => {
    const header = languageElements(language);
    const about = `every code of ${JSON.stringify(language)}`;
    return [codes, escaped.slice(0, 128), escaped.slice(128)].map((septets) => ({
      hex: deliverOfSeptets(septets, header),
      about,
    }));
  });
}

/** More than 4,000 PDUs, each as a modem shows it. */
export function generatedPdus(random: Random): GeneratedPdu[] {
  const controlled = submits(random, 1000);
  return [
    ...delivers(random, 900),
    ...messages(random, 400),
    ...controlled,
    ...controlled.slice(0, 600).map(({ hex }) => ({
      hex: deliverOfSubmit(hex),
      about: 'a DELIVER with every field under control',
    })),
    ...statusReports(random),
    ...dataCodings(),
    ...typesOfNumber(random),
    ...everyCode(),
  ];
}
