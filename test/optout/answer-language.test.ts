import { expect, it } from 'vitest';
import { answerLanguage } from '../../src/optout/answer-language.js';
import { match } from '../../src/optout/match.js';

const languages = ['en', 'de', 'fr'];
const answered = (text: string, country: string | undefined, configured = languages) => {
  const options = { languages: configured, keywords: { stop: [], start: [], help: [] } };
  return answerLanguage(match(text, options), country, configured);
};

it.each([
  ['the language that was matched', 'Abmelden', 'FR', 'de'],
  ['the language of other words', 'arrêtez de m’écrire', 'DE', 'fr'],
  ['the country’s, for a word that its language has too', 'STOP', 'DE', 'de'],
  ['the country’s first, where it speaks several', 'STOP', 'CH', 'de'],
  ['the matched one, where the country’s has no such word', 'QUIT', 'DE', 'en'],
  ['the first, where nothing is known of the number', 'STOP', undefined, 'en'],
  ['the first, where the country speaks none that is configured', 'STOP', 'JP', 'en'],
])('is %s: %j from %s', (_, text, country, language) => {
  expect(answered(text, country)).toBe(language);
});

it('is the country’s or the first for a word of no configured language', () => {
  expect(answered('QUIT', 'FR', ['de', 'fr'])).toBe('fr');
  expect(answered('QUIT', 'US', ['de', 'fr'])).toBe('de');
  expect(answered('QUIT', 'US', [])).toBe('en');
});
