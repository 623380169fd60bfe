/** The texts that each language sends: what they name, what they cost, and that they cannot loop. */
import { describe, expect, it } from 'vitest';
import { allLexicons } from '../../src/optout/lexicon/index.js';
import { match } from '../../src/optout/match.js';
import { confirmationText, footerText, helpText } from '../../src/optout/replies.js';
import { segments } from '../../src/sms/segments.js';

/** Their alphabets are not in GSM 7-bit: 70 characters a segment, and a brand of 20. */
const UCS2 = new Set(['ar', 'el', 'he', 'ja', 'ru', 'uk', 'zh']);

describe.each(allLexicons())('the answers in $language', ({ language }) => {
  const options = { languages: [language], keywords: { stop: [], start: [], help: [] } };
  const usual = 'Corner Shop';
  const longest = 'x'.repeat(UCS2.has(language) ? 20 : 60);
  const confirm = (brand: string, ofAll: boolean) => confirmationText({ brand, language, ofAll });

  it('name the brand and how to come back', () => {
    for (const ofAll of [true, false]) {
      expect(confirm(usual, ofAll)).toMatch(/^Corner Shop ?[:：]/u);
      const word = /START|ALTA/u.exec(confirm(usual, ofAll))?.[0] ?? '';
      expect(match(word, options).action).toBe('opt_in');
    }
    expect(confirm(usual, false)).toMatch(/STOP ALL/u);
    expect(match('STOP ALL', options)).toMatchObject({ action: 'opt_out', all: true });
  });

  it('confirm in one segment', () => {
    for (const ofAll of [true, false]) {
      const text = confirm(longest, ofAll);
      expect([text, segments(text).parts.length]).toEqual([text, 1]);
    }
  });

  it('say how to stop, by a word that stops', () => {
    for (const text of [footerText(language), helpText({ brand: usual, helpText: '', language })]) {
      const words =
        text.match(/STOPP|STOP|BAJA|SAIR|RET|СТОП|إيقاف|הסר|T(?=。|$)|停止(?=」)/gu) ?? [];
      expect([text, words.length > 0]).toEqual([text, true]);
      for (const word of words) expect(match(word, options).action).toBe('opt_out');
    }
  });

  it('leave a message that ends with the footer no reply when it comes back', () => {
    const sent = `${usual}: 10 % off! ${footerText(language)}`;
    expect(match(sent, options, sent).action).toBeNull();
    expect(match(`> ${sent}\nok`, options, sent).action).toBeNull();
  });

  it('are no reply when they come back, whatever the brand', () => {
    for (const brand of [usual, 'Stop']) {
      const texts = [
        confirm(brand, true),
        confirm(brand, false),
        helpText({ brand, helpText: '', language }),
      ];
      expect(texts.filter((text) => match(text, options).action !== null)).toEqual([]);
    }
  });
});
