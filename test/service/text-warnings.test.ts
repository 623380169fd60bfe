import { describe, expect, it } from 'vitest';
import { fitText, type TextSettings } from '../../src/service/fit-text.js';
import { textWarnings } from '../../src/service/text-warnings.js';

const plain: TextSettings = { transliterate: false, nationalTables: false, referenceBits: 8 };
const transliterate = { ...plain, transliterate: true };
const nationalTables = { ...plain, nationalTables: true };
const both = { ...plain, transliterate: true, nationalTables: true };

const wording = (text: string, settings: TextSettings) => fitText(text, settings).parts.join('');
const warnings = (text: string, settings = plain) =>
  textWarnings(text, fitText(text, settings), settings);

describe('a text goes out', () => {
  it('as it is written unless the settings allow more', () => {
    expect(fitText('“Hello”', plain)).toMatchObject({ encoding: 'ucs2', parts: ['“Hello”'] });
    expect(fitText('ğ'.repeat(71), plain)).toMatchObject({ encoding: 'ucs2' });
  });

  it('in plain characters where they are allowed and bring it into the alphabet', () => {
    expect(fitText('“Łódź”', transliterate)).toMatchObject({
      encoding: 'gsm7',
      parts: ['"Lodz"'],
      ucs2Characters: [],
    });
    expect(wording('“Łódź” 😀', transliterate)).toBe('“Łódź” 😀');
  });

  it('in a national alphabet where that is allowed and saves a part', () => {
    const turkish = 'Siparişiniz hazır, mağazamızdan alabilirsiniz. '.repeat(3);
    expect(fitText(turkish, plain).parts).toHaveLength(3);
    const fitted = fitText(turkish, nationalTables);
    expect(fitted).toMatchObject({ encoding: 'gsm7', parts: [turkish] });
    expect(fitted.language).toBeDefined();
  });

  it('with its national letters and plain signs where both are allowed', () => {
    const turkish = 'İstanbul’da ığşç… '.repeat(6);
    expect(fitText(turkish, nationalTables).encoding).toBe('ucs2');
    expect(fitText(turkish, both)).toMatchObject({
      encoding: 'gsm7',
      parts: ["İstanbul'da ığşç... ".repeat(6)],
    });
  });

  it('with its letters where national ones are allowed and plain ones save no part', () => {
    expect(wording('Gümüş ğ', transliterate)).toBe('Gümüs g');
    expect(wording('Gümüş ğ', both)).toBe('Gümüş ğ');
    expect(wording('Žluťoučký kůň '.repeat(6), both)).toBe('Zlutoucky kun '.repeat(6));
  });

  it('untouched where a national alphabet holds it as it is', () => {
    const portuguese = '1ª e 2º: ação às três. '.repeat(6);
    expect(wording(portuguese, both)).toBe(portuguese);
  });
});

describe('a warning of the cost', () => {
  it('is given only where there is one', () => {
    expect(warnings('Hello')).toEqual([]);
    expect(warnings('a'.repeat(500))).toEqual([]);
    expect(warnings('Привет 😀 “”')).toEqual([]);
    expect(warnings('ж'.repeat(70))).toEqual([]);
    expect(warnings('ж'.repeat(71))).toHaveLength(1);
  });

  it('names each character once, by its code point where it cannot be seen', () => {
    const unseen = '\u200b\u00a0\ufe0f\u0301\u202e\u0007\ud83d\u{e000}';
    expect(warnings(`${'a'.repeat(80)}““😀${unseen}`)).toEqual([
      'not in the GSM alphabet: “ 😀 U+200B U+00A0 U+FE0F U+0301 U+202E U+0007 U+D83D U+E000; 2 parts instead of 1',
    ]);
  });

  it('names twenty at most', () => {
    const letters = Array.from({ length: 25 }, (_, index) => String.fromCodePoint(0x430 + index));
    expect(warnings(letters.join('').repeat(4))[0]).toContain('у and 5 more; 2 parts');
  });

  it('compares with a text as long in the GSM alphabet', () => {
    expect(warnings('ж'.repeat(300))).toEqual(['not in the GSM alphabet: ж; 5 parts instead of 2']);
  });

  it('names each setting that is off and would save a part', () => {
    const text = `ğ${'a'.repeat(70)}`;
    const cost = 'not in the GSM alphabet: ğ; 2 parts instead of 1';
    const national = 'with [send] national_tables = true, 1';
    expect(warnings(text)).toEqual([`${cost}; with [send] transliterate = true, 1; ${national}`]);
    expect(warnings(`ı${text}`, transliterate)).toEqual([
      `not in the GSM alphabet: ı ğ; 2 parts instead of 1; ${national}`,
    ]);
    expect(warnings(text, nationalTables)).toEqual([]);
  });

  it('is given where a national alphabet costs one too', () => {
    const [warning] = warnings(`ğ${'a'.repeat(157)}`, nationalTables);
    expect(warning).toContain('not in the GSM alphabet: ğ; 2 parts instead of 1');
  });
});

describe('a warning of a change', () => {
  it('names each character and what stands for it', () => {
    expect(warnings('“It’s” – ‘so’…\u00a0Łódź\u200b\u2028e\u0301', transliterate)).toEqual([
      'sent in plain characters: “ ” as ", ’ ‘ as \', – as -, … as ..., U+00A0 as a space, Ł as L, ' +
        'ó as o, ź as z, U+200B left out, U+2028 as a line end, e U+0301 as é',
    ]);
  });

  it('says what it saved', () => {
    expect(warnings(`${'a'.repeat(140)}…`, transliterate)).toEqual([
      'sent in plain characters: … as ...; 1 part instead of 3',
    ]);
  });

  it('names signs alone where the letters stayed', () => {
    expect(warnings('İstanbul’da ğ '.repeat(8), both)).toEqual([
      "sent in plain characters: ’ as '; 1 part instead of 2",
    ]);
  });
});
