/** What is answered to STOP and HELP, and said below messages. The texts are the languages'. */
import { clean } from './clean.js';
import { lexiconOf, universal } from './lexicon/index.js';

/**
 * The one confirmation of an opt-out: brand, that no more comes, how to come back. `ofAll`:
 * everything was ended, not one campaign alone.
 */
export function confirmationText(options: {
  brand: string;
  language: string;
  ofAll: boolean;
}): string {
  return answersIn(options.language).confirmation(options.brand, options.ofAll);
}

/** The answer to HELP: brand, the operator's own text where there is one, how to stop. */
export function helpText(options: { brand: string; helpText: string; language: string }): string {
  return answersIn(options.language).help(options.brand, options.helpText.trim());
}

/** The instructions that end a message. */
export function footerText(language: string): string {
  return answersIn(language).footer;
}

/** Stands for the brand while the fixed parts of an answer are read; no word has it. */
const BRAND = ' \u241f ';

/** What our answers and footers in a language say whatever the brand is, as cleaned words. */
export function answersOf(language: string): string[][] {
  const answers = answersIn(language);
  const texts = [
    ...[answers.confirmation(BRAND, true), answers.confirmation(BRAND, false)],
    ...[answers.help(BRAND, ''), answers.footer],
  ];
  return texts
    .flatMap((text) => text.split(BRAND))
    .map((part) => clean(part).split(' '))
    .filter((words) => words.join('').length > 4);
}

function answersIn(language: string) {
  return (lexiconOf(language) ?? universal).answers;
}
