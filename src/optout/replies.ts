/** What is answered to STOP and HELP. Pure; the texts themselves are the languages'. */
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

function answersIn(language: string) {
  return (lexiconOf(language) ?? universal).answers;
}
