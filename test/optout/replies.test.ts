import { describe, expect, it } from 'vitest';
import { match } from '../../src/optout/match.js';
import { confirmationText, helpText } from '../../src/optout/replies.js';

/** The GSM-7 default alphabet as far as these texts use it: one septet a character. */
const GSM7 = /^[A-Za-z0-9 .,:;!?'"()+/&\-\n]*$/;

describe('the confirmation', () => {
  const text = confirmationText({ brand: 'Corner Shop', language: 'en', ofAll: true });

  it('names the brand, says that no more comes and how to come back', () => {
    expect(text).toMatch(/^Corner Shop: /);
    expect(text).toMatch(/no more messages/);
    expect(text).toMatch(/Reply START/);
  });

  it.each([true, false])(
    'is one GSM-7 segment with the longest brand that the configuration takes (of all: %s)',
    (ofAll) => {
      const longest = confirmationText({ brand: 'x'.repeat(60), language: 'en', ofAll });
      expect(longest).toMatch(GSM7);
      expect(longest.length).toBeLessThanOrEqual(160);
    },
  );

  it('promises no more than was ended', () => {
    const ofOne = confirmationText({ brand: 'Corner Shop', language: 'en', ofAll: false });
    expect(ofOne).toMatch(/no more of these messages.*START.*STOP ALL/);
  });

  it('is in English where the language has no lexicon', () => {
    expect(confirmationText({ brand: 'Corner Shop', language: 'xx', ofAll: true })).toBe(text);
  });
});

describe('the answer to HELP', () => {
  it('names the brand, the operator’s text and how to stop', () => {
    const options = { brand: 'Corner Shop', helpText: ' Call 020 7946 0000. ', language: 'en' };
    const text = helpText(options);
    expect(text).toBe('Corner Shop: Call 020 7946 0000. Reply STOP to opt out.');
    expect(text).toMatch(GSM7);
  });

  it('does without an operator’s text', () => {
    const text = helpText({ brand: 'Corner Shop', helpText: '', language: 'en' });
    expect(text).toBe('Corner Shop: Reply STOP to opt out.');
  });
});

it('sends nothing that would itself be read as an opt-out, should it come back', () => {
  const options = { languages: ['en'], keywords: { stop: [], start: [], help: [] } };
  for (const brand of ['Corner Shop', 'Stop', 'End']) {
    expect(
      match(confirmationText({ brand, language: 'en', ofAll: true }), options).action,
    ).toBeNull();
    expect(match(helpText({ brand, helpText: '', language: 'en' }), options).action).toBeNull();
  }
});
