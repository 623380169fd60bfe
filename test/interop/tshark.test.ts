/**
 * Our codec and tshark's dissector of GSM SMS on the same PDUs, well-formed and broken. Every
 * disagreement is a row of tshark-disagreements.ts, or a failure.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { compare, report, unexplainedIn } from './comparison.js';
import { requirePackage } from './debian-packages.js';
import { type GeneratedPdu, generatedPdus } from './generated-pdus.js';
import { mutatedPdus } from './mutated-pdus.js';
import { Random, SEED } from './random.js';
import { tsharkReadings } from './tshark.js';
import { KNOWN_DISAGREEMENTS } from './tshark-disagreements.js';

async function compareWithTshark(title: string, pdus: readonly GeneratedPdu[]) {
  const theirs = await tsharkReadings(pdus.map(({ hex }) => hex));
  const comparison = compare(pdus, theirs, KNOWN_DISAGREEMENTS);
  report(title, comparison);
  return comparison;
}

describe('tshark and our codec', () => {
  let pdus: GeneratedPdu[] = [];

  beforeAll(() => {
    process.stdout.write(`tshark ${requirePackage('tshark')}\n`);
    pdus = generatedPdus(new Random(SEED));
  });

  it('read thousands of well-formed PDUs alike, or a clause says who is right', async () => {
    const comparison = await compareWithTshark('tshark, well-formed PDUs', pdus);
    expect(unexplainedIn(comparison)).toEqual([]);
    expect(comparison.pdus).toBeGreaterThan(4000);
    expect(comparison.agree).toBeGreaterThan(3500);
  });

  it('read thousands of broken PDUs alike, or a clause says who is right', async () => {
    const broken = mutatedPdus(pdus, new Random(SEED + 1), 3000);
    const comparison = await compareWithTshark('tshark, broken PDUs', broken);
    expect(unexplainedIn(comparison)).toEqual([]);
    expect(comparison.agree).toBeGreaterThan(1000);
  });
});
