/**
 * Our codec and libGammu on the same PDUs: those of our encoder, those of libGammu's, and broken
 * ones. Every disagreement is a row of gammu-disagreements.ts, or a failure.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeMessage, segments } from '../../src/sms/index.js';
import { compare, report, unexplainedIn } from './comparison.js';
import { askGammu, type GammuAnswer, gammuReadings } from './gammu.js';
import { KNOWN_DISAGREEMENTS } from './gammu-disagreements.js';
import { draftsFor } from './gammu-drafts.js';
import { type GeneratedPdu, generatedPdus } from './generated-pdus.js';
import { mutatedPdus } from './mutated-pdus.js';
import { Random, SEED } from './random.js';
import { ourReading } from './reading.js';
import { charactersOf, textOf, ucs2Text } from './texts.js';

async function compareWithGammu(title: string, pdus: readonly GeneratedPdu[]) {
  const theirs = await gammuReadings(pdus.map(({ hex }) => hex));
  const comparison = compare(pdus, theirs, KNOWN_DISAGREEMENTS);
  report(title, comparison);
  return comparison;
}

function pdusOf(answer: GammuAnswer | undefined): string[] {
  if (answer && 'pdus' in answer) return answer.pdus;
  throw new Error(`no PDU but ${JSON.stringify(answer)}`);
}

/** Texts of one to four parts in either alphabet, without libGammu's mark for blinking text. */
function longTexts(random: Random, count: number): { text: string; unicode: boolean }[] {
  const characters = charactersOf({});
  return random.list(count, (index) => {
    const unicode = index % 2 === 0;
    const text = unicode
      ? ucs2Text(random, random.integer(1, 260)).replaceAll('~', '')
      : textOf(random, characters, random.integer(1, 560));
    return { text, unicode };
  });
}

/** The text of PDUs by their place in the message, with every reference that they name. */
function joined(hexes: readonly string[]): { text: string; references: Set<string> } {
  const parts = hexes.map((hex) => {
    const reading = ourReading(hex);
    if ('refused' in reading) throw new Error(reading.refused);
    const { concat, text } = reading.fields;
    const [sequence = 0, total = 1, reference = 0] =
      (concat ?? '').match(/\d+/gu)?.map(Number) ?? [];
    return { text: text ?? '', sequence, message: `${reference} of ${total}` };
  });
  parts.sort((a, b) => a.sequence - b.sequence);
  return {
    text: parts.map(({ text }) => text).join(''),
    references: new Set(parts.map(({ message }) => message)),
  };
}

describe('libGammu and our codec', () => {
  let pdus: GeneratedPdu[] = [];

  beforeAll(async () => {
    const [answer] = await askGammu([{ version: true }]);
    if (answer && 'version' in answer) process.stdout.write(`libGammu ${answer.version}\n`);
    pdus = generatedPdus(new Random(SEED));
  });

  it('read thousands of well-formed PDUs alike, or a clause says who is right', async () => {
    const comparison = await compareWithGammu('libGammu, well-formed PDUs', pdus);
    expect(unexplainedIn(comparison)).toEqual([]);
    expect(comparison.pdus).toBeGreaterThan(4000);
    expect(comparison.agree).toBeGreaterThan(2500);
  });

  it('read thousands of broken PDUs alike, or a clause says who is right', async () => {
    const broken = mutatedPdus(pdus, new Random(SEED + 1), 3000);
    const comparison = await compareWithGammu('libGammu, broken PDUs', broken);
    expect(unexplainedIn(comparison)).toEqual([]);
    expect(comparison.agree).toBeGreaterThan(1000);
  });

  it('agree on the PDUs that libGammu encodes: we read what it was told to write', async () => {
    const drafts = draftsFor(new Random(SEED + 2), 1200);
    const answers = await askGammu(drafts.map(({ draft, layout }) => ({ encode: draft, layout })));
    const hexes = answers.flatMap(pdusOf);
    expect(hexes).toHaveLength(drafts.length);
    drafts.forEach(({ expected }, index) => {
      const hex = hexes[index] ?? '';
      expect(ourReading(hex), hex).toMatchObject({ fields: expected, warnings: [] });
    });
  });

  it('agree on long texts that libGammu cuts: we join them to the same text', async () => {
    const texts = longTexts(new Random(SEED + 3), 300);
    const answers = await askGammu(texts.map(({ text, unicode }) => ({ split: text, unicode })));
    texts.forEach(({ text }, index) => {
      const { text: read, references } = joined(pdusOf(answers[index]));
      expect(read).toBe(text);
      expect(references.size).toBe(1);
    });
  });

  it('agree on long texts that we cut: libGammu joins them to the same text', async () => {
    const random = new Random(SEED + 4);
    const all = longTexts(random, 500).map(({ text }) => {
      const { parts } = encodeMessage({
        to: '+447700900123',
        text,
        concatReference: random.integer(0, 255),
        referenceBits: random.pick([8, 16] as const),
      });
      return { text, hexes: parts.map(({ hex }) => hex) };
    });
    // libGammu links parts; of a message in one part it makes nothing.
    const messages = all.filter(({ hexes }) => hexes.length > 1);
    const answers = await askGammu(messages.map(({ hexes }) => ({ join: hexes })));
    expect(messages.length).toBeGreaterThan(300);
    expect(answers).toEqual(messages.map(({ text }) => ({ texts: [text] })));
  });

  it('count the same parts and the same room in the last one', async () => {
    const random = new Random(SEED + 5);
    const gsm7 = charactersOf({});
    // Of characters of one unit each: others we keep whole, where libGammu cuts through them.
    const ucs2 = [...'Жя中文éلا“…'];
    const texts = random.list(1000, (index) => {
      const unicode = index % 2 === 0;
      const length = random.integer(1, unicode ? 280 : 560);
      return {
        text: (unicode ? 'Ж' : '') + textOf(random, unicode ? ucs2 : gsm7, length),
        unicode,
      };
    });
    const answers = await askGammu(texts.map(({ text, unicode }) => ({ count: text, unicode })));
    const ours = texts.map(({ text }) => {
      const { parts, charactersLeft } = segments(text);
      return { parts: parts.length, left: charactersLeft };
    });
    expect(answers).toEqual(ours);
  });
});
