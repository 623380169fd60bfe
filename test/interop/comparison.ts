/**
 * Sorts the disagreements with a peer into those that a table explains, rule by rule, and those
 * that nothing explains; says both in words.
 */
import type { GeneratedPdu } from './generated-pdus.js';
import { type Layout, layoutOf } from './pdu-layout.js';
import { SEED } from './random.js';
import { type Disagreement, disagreements, type Fields, type Reading } from './reading.js';

/** A kind of PDU on which a peer is known to disagree, and who is right. */
export interface KnownDisagreement {
  /** What the peer does, in words. */
  peer: string;
  /** The clause that says that we are right; `open` where it leaves the choice to the reader. */
  clause: string;
  fields: readonly (keyof Fields | 'refusal')[];
  /** True for the PDUs that it is about, and for them only the values that it explains. */
  explains: (disagreement: Disagreement, layout: Layout) => boolean;
}

export interface Comparison {
  pdus: number;
  agree: number;
  /** How many PDUs each rule explains, by the rule's words. */
  explained: ReadonlyMap<string, number>;
  unexplained: Disagreement[];
}

function ruleFor(
  disagreement: Disagreement,
  rules: readonly KnownDisagreement[],
): KnownDisagreement | undefined {
  const layout = layoutOf(disagreement.hex);
  return rules.find(
    (rule) => rule.fields.includes(disagreement.field) && rule.explains(disagreement, layout),
  );
}

/** Compares our reading of every PDU with the peer's, which come in the same order. */
export function compare(
  pdus: readonly GeneratedPdu[],
  theirs: readonly Reading[],
  rules: readonly KnownDisagreement[],
): Comparison {
  const explained = new Map<string, number>();
  const unexplained: Disagreement[] = [];
  let agree = 0;
  pdus.forEach((pdu, index) => {
    const reading = theirs[index];
    if (reading === undefined) throw new Error(`the peer has no answer for PDU ${index}`);
    const found = disagreements(pdu, reading);
    if (found.length === 0) agree++;
    const needed = new Set<string>();
    for (const disagreement of found) {
      const rule = ruleFor(disagreement, rules);
      if (rule) needed.add(`${rule.peer} (${rule.clause})`);
      else unexplained.push(disagreement);
    }
    for (const words of needed) explained.set(words, (explained.get(words) ?? 0) + 1);
  });
  return { pdus: pdus.length, agree, explained, unexplained };
}

function quoted(value: string | number | null): string {
  return value === null ? 'none' : JSON.stringify(value);
}

/** One line for what is unexplained. */
function inWords({ hex, about, field, ours, theirs }: Disagreement): string {
  return `${field} of ${hex} (${about}): we say ${quoted(ours)}, the peer ${quoted(theirs)}`;
}

/** Prints what came out, for the one who runs the tests. */
export function report(title: string, comparison: Comparison): void {
  const { pdus, agree, explained, unexplained } = comparison;
  const counts = `${pdus} PDUs, ${agree} agree, ${unexplained.length} disagreements unexplained`;
  const lines = [
    `${title}, seed ${SEED}: ${counts}; known disagreements by rule:`,
    ...[...explained]
      .sort(([, a], [, b]) => b - a)
      .map(([words, count]) => `  ${String(count).padStart(5)}  ${words}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The first of the unexplained, in words; a run that learns of a new kind has hundreds. */
export function unexplainedIn({ unexplained }: Comparison): string[] {
  return unexplained.slice(0, 20).map(inWords);
}
