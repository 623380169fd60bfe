import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/optout/clean.js';

describe('clean', () => {
  it.each([
    ['case', 'StOp', 'stop'],
    ['spaces and lines', ' \tstop \n\n please\r\n', 'stop please'],
    ['punctuation', '"Stop!!!" (please...)', 'stop please'],
    ['signs between words', 'stop=quit', 'stop quit'],
    ['hyphens', 'opt-out opt_out opt–out', 'opt out opt out opt out'],
    ['apostrophes of any kind', "don't don’t don`t don´t don＇t", 'dont dont dont dont dont'],
    ['full width', 'ＳＴＯＰ', 'stop'],
    ['mathematical letters', '𝐒𝐓𝐎𝐏 𝓼𝓽𝓸𝓹', 'stop stop'],
    ['zero-width marks', 's\u200bt\u200do\ufeffp\u00ad', 'stop'],
    ['small capitals', 'sᴛᴏᴘ', 'stop'],
    ['elided vowels', 'n’écrivez plus, dell’elenco', 'n écrivez plus dell elenco'],
    ['Latin letters in a Cyrillic word', 'oтпишиTe', 'отпишите'],
    ['a signature of another language', 'Stop\nEnvoyé de mon iPhone', 'stop'],
    ['direction marks', '\u202astop\u202c', 'stop'],
    ['emoji that say stop', '🛑', 'stop'],
    ['the same with a variation mark', '⛔\ufe0f', 'stop'],
    ['other emoji', 'stop 😭👍🏽 👨‍👩‍👧', 'stop'],
    ['Turkish dotted capital I', 'UNSUBSCRİBE', 'unsubscribe'],
    ['Turkish dotless i', 'unsubscrıbe', 'unsubscribe'],
    ['Cyrillic letters in a Latin word', 'stоp sтop', 'stop stop'],
    ['Greek letters in a Latin word', 'stοp', 'stop'],
    ['a Cyrillic word', 'СТОП', 'стоп'],
    ['spaced letters', 'S T O P please', 'stop please'],
    ['dotted letters', 's.t.o.p.', 'stop'],
    ['two single letters', 'u r late', 'u r late'],
    ['stretched letters', 'STOOOPPPP pleeease', 'stop please'],
    ['doubled letters', 'stopp all', 'stopp all'],
    ['digits in a row', '5555', '5555'],
    ['marks of other scripts', 'إيقاف हिंदी', 'إيقاف हिंदी'],
    ['a signature', 'Stop\n\nSent from my iPhone', 'stop'],
    ['an effect', 'optout (Sent with Gentle Effect)', 'optout'],
    ['a maker’s advertisement', 'STOP Get Outlook for Android', 'stop'],
    ['a signature alone', 'Sent from my iPhone', 'sent from my iphone'],
    [
      'what is too long for a signature',
      'sent from us 2 me 4 you 2 day stop',
      'sent from us 2 me 4 you 2 day stop',
    ],
    ['nothing', '', ''],
    ['nothing but signs', '... !! 😀', ''],
    ['nothing but question marks', ' ?? ', '?'],
    ['question marks among other signs', '?!', ''],
  ])('folds %s: %j', (_, text, cleaned) => {
    expect(clean(text)).toBe(cleaned);
  });

  it('leaves a clean text as it is', () => {
    const cleanTwice = (text: string) => {
      const once = clean(text);
      expect(clean(once)).toBe(once);
    };
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(..."stop all 2?!.'") }), cleanTwice));
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), cleanTwice));
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'sentfrom my ') }), cleanTwice));
  });

  it('never throws, and makes words with one space between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clean(text)).toMatch(/^(?:\S+(?: \S+)*)?$/u);
      }),
    );
  });
});
