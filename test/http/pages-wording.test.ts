import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/config/config.js';
import { isSpoken, wordingIn } from '../../src/http/pages/wording/index.js';
import { match } from '../../src/optout/match.js';
import { segments } from '../../src/sms/index.js';

const brand = 'Corner Shop';

describe.each(LANGUAGES)('the wording in %s', (language) => {
  const wording = wordingIn(language);

  it('is there, whole, and its own', () => {
    expect(isSpoken(language)).toBe(true);
    const tag = { no: 'nb', zh: 'zh-Hans' }[language as string] ?? language;
    expect(wording.tag).toBe(tag);
    expect(wording.direction).toBe(['ar', 'he'].includes(language) ? 'rtl' : 'ltr');
    const texts = Object.values(wording).map((text) =>
      typeof text === 'string' ? text : text(brand, '123456'),
    );
    for (const text of texts) expect(text.trim()).toBe(text);
    expect(texts.filter((text) => text === '')).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(texts.length - 4);
  });

  it('names the brand and the code in one segment', () => {
    const text = wording.codeMessage(brand, '123456');
    expect(text).toContain(brand);
    expect(text).toContain('123456');
    expect(segments(text).parts).toHaveLength(1);
  });

  it('tells words to reply that are understood', () => {
    const stop = /STOPP?(?! ALL)|СТОП/u.exec(wording.orReply)?.[0] ?? '';
    const start = /START/u.exec(wording.comeBack)?.[0] ?? '';
    const keywords = { stop: [], start: [], help: [] };
    const options = { languages: [language], match: 'keyword', keywords } as const;
    expect(match(stop, options)).toMatchObject({ action: 'opt_out' });
    expect(match(start, options)).toMatchObject({ action: 'opt_in' });
  });
});
