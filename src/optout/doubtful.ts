/** Last stage: what may be an opt-out and may not. A person has to look; nothing is ignored. */
import { type Clause, IS } from './classes.js';
import type { Apart } from './phrase.js';

/**
 * A STOP with a pause and then something of which nothing is understood: "Stop, I've already paid".
 * The rule; undefined where the text asks for the contrary as well.
 */
export function readDoubtful(clauses: readonly Clause[], apart: Apart): string | undefined {
  const isContrary = clauses.some(({ terms }) => terms.some(({ bits }) => bits & IS.keep));
  return isContrary ? undefined : `${apart.word} and more`;
}
