import { describe, expect, it } from 'vitest';
import { footerText } from '../../src/optout/replies.js';
import { sampleLink } from '../../src/service/opt-out-links.js';
import { type WordingRequest, type WordingSettings, wordingOf } from '../../src/service/wording.js';

const settings: WordingSettings = {
  transliterate: false,
  nationalTables: false,
  referenceBits: 8,
  footer: true,
  languages: ['en', 'fr', 'ru'],
};
const link = sampleLink('https://sms.example.org');

function wording(request: Partial<WordingRequest>, changes: Partial<WordingSettings> = {}) {
  const { segments, warnings } = wordingOf(
    { text: 'Sale!', category: 'marketing', ...request },
    { ...settings, ...changes },
    link,
  );
  return { text: segments.parts.join(''), warnings };
}

describe('a marketing message', () => {
  it('ends with the instructions in the first configured language', () => {
    expect(wording({})).toEqual({ text: 'Sale!\nReply STOP to opt out', warnings: [] });
  });

  it.each([
    ['fr', 'STOP pour ne plus en recevoir'],
    ['fr-CA', 'STOP pour ne plus en recevoir'],
    ['ru', footerText('ru')],
  ])('has those of its own language: %s', (language, footer) => {
    expect(wording({ language }).text).toBe(`Sale!\n${footer}`);
  });

  it('does not name words of a language whose replies are not understood', () => {
    expect(wording({ language: 'es' }).text).toBe('Sale!\nReply STOP to opt out');
  });

  it.each(['Sale! Reply STOP to end', 'Sale! Leave: {optout_link}'])(
    'that has some already gets none: %s',
    (text) => {
      expect(wording({ text }).text).toBe(text.replace('{optout_link}', link));
    },
  );

  it('gets none where the configuration says so', () => {
    expect(wording({}, { footer: false }).text).toBe('Sale!');
  });

  it('is told of the part that they cost', () => {
    expect(wording({ text: 'a'.repeat(150) }).warnings).toEqual([
      'the opt-out instructions in its footer: 2 parts instead of 1',
    ]);
    expect(wording({ text: 'a'.repeat(100) }).warnings).toEqual([]);
  });

  it('is told when they bring another alphabet in', () => {
    expect(wording({ text: 'a'.repeat(100), language: 'ru' }).warnings).toEqual([
      'the opt-out instructions in its footer: 2 parts instead of 1',
    ]);
  });
});

describe('a transactional message', () => {
  it('has no instructions, and a link where it asks for one', () => {
    const category = 'transactional';
    expect(wording({ category }).text).toBe('Sale!');
    expect(wording({ category, text: '{optout_link}' }).text).toBe(link);
  });
});
