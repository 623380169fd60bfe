/** Plain spellings: what is replaced, what never is, and that it is all or nothing. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSigns, segments, transliterate } from '../../src/sms/index.js';

const isGsm7 = (text: string) => segments(text).ucs2Characters.length === 0;

/** Every assigned character that `pattern` matches. */
function all(pattern: RegExp): string[] {
  const found: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const character = String.fromCodePoint(code);
    if (pattern.test(character)) found.push(character);
  }
  return found;
}

const codes = (characters: readonly string[]) =>
  characters.map((character) => `U+${character.codePointAt(0)?.toString(16)}`);

describe('transliterate gives a plain spelling to', () => {
  it.each([
    ['quotes', '“It’s” ‘fine’ „so“ «là» ‹là›', '"It\'s" \'fine\' "so" "là" \'là\''],
    ['primes and typed accents', '5′ 6″ rock´n`roll', "5' 6\" rock'n'roll"],
    ['dashes and minus', '9–5 — −3 non‑stop', '9-5 - -3 non-stop'],
    ['dots', 'Wait… what‥ col·lecció', 'Wait... what.. col.leccio'],
    ['doubled marks', 'No‼ Why⁇ So⁉', 'No!! Why?? So!?'],
    ['bullets', '• one\n◦ two\n▪ three', '- one\n- two\n- three'],
    ['spaces', '5\u00a0km\u2009a\u202fb\u3000c\td', '5 km a b c d'],
    ['line ends', 'a\u2028b\u2029c\u0085d', 'a\nb\nc\nd'],
    ['what has no width', '\ufeffSO\u200bFT\u00ad\u2060!\u200e', 'SOFT!'],
    ['ligatures', 'ﬁnd oﬀice ﬄ œuvre Œuvre', 'find office ffl oeuvre OEuvre'],
    ['digraphs', 'Ĳssel ǆ Ǳ ŉ', "IJssel dz DZ 'n"],
    ['full-width forms', 'ＡＢＣ　１２３！￥￡', 'ABC 123!¥£'],
    ['mathematical letters', '𝗦𝗔𝗟𝗘 𝟱𝟬%', 'SALE 50%'],
    ['fractions', '½ 1½ ¾ 2⅝ 3⁄4', '1/2 1 1/2 3/4 2 5/8 3/4'],
    ['Roman numerals', 'Ⅳ ⅻ', 'IV xii'],
    ['signs', '©2026 Shop® Shop™ №5 ₹500 50¢ 5µg', '(C)2026 Shop(R) Shop(TM) No.5 Rs.500 50c 5ug'],
    ['signs of a calculation', '3×4 ÷2 ±1 ≤5 ≥6 A→B', '3x4 /2 +/-1 <=5 >=6 A->B'],
    ['a sign in its emoji form', '\u00a9\ufe0f', '(C)'],
    ['ordinals', '1ª 2º', '1a 2o'],
    ['accents that the alphabet lacks', 'Zażółć gęślą jaźń', 'Zazolc gesla jazn'],
    ['accents upon accents', 'Tiếng Việt ǟ ǘ ǿ', 'Tieng Viet ä ü ø'],
    ['a cedilla on a small letter', 'garçon ÇA', 'garcon ÇA'],
    ['letters with a stroke', 'Łódź đ ħ ŧ ð Þór ẞ', 'Lodz d h t d Thor SS'],
    ['letters and accents apart', 'cafe\u0301 a\u0301 n\u0303', 'café a ñ'],
    ['an accent that joins no letter', 'x\u0302 á', 'x a'],
    ['units that are letters', '5 \u2126 3 \u212b', '5 Ω 3 Å'],
  ])('%s', (_what, text, plain) => {
    expect(transliterate(text)).toBe(plain);
    expect(isGsm7(plain)).toBe(true);
  });
});

describe('transliterate knows the whole class of', () => {
  it('spaces', () => {
    // Ogham's space is a stroke.
    const spaces = all(/[\p{Zs}\t]/u).filter((space) => space !== '\u1680');
    expect(spaces.length).toBeGreaterThan(15);
    expect(codes(spaces.filter((space) => transliterate(space) !== ' '))).toEqual([]);
  });

  it('dashes, but those of other scripts', () => {
    const dashes = all(/\p{Pd}/u).filter((dash) => /^-+$/.test(transliterate(dash)));
    expect(dashes.join('')).toBe('-‐‑‒–—―⸺⸻﹘﹣－');
  });

  it('quotation marks, but those of other scripts', () => {
    const quotes = all(/\p{Quotation_Mark}/u).filter(
      (quote) => !/^['"]$/.test(transliterate(quote)),
    );
    expect(quotes.join('')).toBe('「」『』﹁﹂﹃﹄｢｣');
  });

  it('full-width forms of ASCII', () => {
    const forms = Array.from({ length: 94 }, (_, index) => String.fromCodePoint(0xff01 + index));
    const ascii = forms.map((_, index) => String.fromCodePoint(0x21 + index));
    expect(forms.map(transliterate).join('')).toBe(ascii.join('').replace('`', "'"));
  });

  it('fractions', () => {
    const fractions = all(/\p{No}/u).filter((number) => number.normalize('NFKD').includes('⁄'));
    const odd = fractions.filter((fraction) => !/^\d+\/\d*$/.test(transliterate(fraction)));
    expect(odd.join('')).toBe('⅟');
  });

  it('Latin letters with accents over ASCII: each keeps its letter', () => {
    const letters = all(/\p{Script=Latin}/u).filter((letter) =>
      /^[A-Za-z][\u0300-\u0333\u0339-\u036f]+$/.test(letter.normalize('NFD')),
    );
    expect(letters.length).toBeGreaterThan(450);
    const wrong = letters.filter((letter) => {
      const plain = transliterate(letter);
      return (
        Array.from(plain).length !== 1 || plain.normalize('NFD')[0] !== letter.normalize('NFD')[0]
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe('transliterate leaves alone', () => {
  it.each([
    ['Cyrillic', 'Привет – мир'],
    ['Cyrillic with accents', 'й ё'],
    ['small Greek', '“Γειά”'],
    ['Arabic, with its joiners', 'می\u200cخواهم …'],
    ['Hebrew', '„שלום“'],
    ['Chinese', '你好，“世界”'],
    ['Hindi', '“नमस्ते”'],
    ['emoji', 'Great… 😀'],
    ['a flag', '“🇬🇧”'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a heart', '❤\ufe0f…'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['what is not equal', '1 ≠ 2…'],
    ['the same, apart', '1 =\u0338 2…'],
    ['a letter struck out', 'a\u0336…'],
    ['powers', '10²…'],
    ['circled numbers', '①…'],
    ['degrees', '20°…'],
    ['letters that turn direction', 'a\u202eb…'],
    ['Turkish without its dot', 'sıkıldım…'],
    ['Azerbaijani', 'mən…'],
    ['half a pair', '\ud83d…'],
    ['control characters', '\u0007…'],
  ])('%s', (_what, text) => {
    expect(transliterate(text)).toBe(text);
  });

  it('all that the alphabet has, and what is in it already', () => {
    const alphabet = all(/./su).filter(isGsm7).join('');
    expect(Array.from(alphabet)).toHaveLength(137);
    expect(transliterate(alphabet)).toBe(alphabet);
  });

  it('the whole text where one character needs UCS-2 anyway', () => {
    expect(transliterate('“Łódź” – 9…5')).toBe('"Lodz" - 9...5');
    expect(transliterate('“Łódź” – 9…5 Ж')).toBe('“Łódź” – 9…5 Ж');
  });
});

describe('transliterate', () => {
  const pieces = fc.oneof(
    fc.constantFrom(...'“”‘’–—…•½№™ﬁáçłœ€ñ\u0301\u200b\u00a0Ж😀α≠'),
    fc.string({ unit: 'grapheme-ascii', maxLength: 3 }),
    fc.string({ unit: 'binary', maxLength: 1 }),
  );
  const texts = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(''));

  it('ends in the alphabet or changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = transliterate(text);
        return plain === text ? true : isGsm7(plain) && !isGsm7(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does nothing the second time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const plain = transliterate(text);
        expect(transliterate(plain)).toBe(plain);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('plainSigns', () => {
  it('leaves letters as they are, whatever the script', () => {
    expect(plainSigns('“İstanbul’da ığşç…”')).toBe('"İstanbul\'da ığşç..."');
    expect(plainSigns('“नमस्ते” – می\u200cخواهم')).toBe('"नमस्ते" - می\u200cخواهم');
  });
});
