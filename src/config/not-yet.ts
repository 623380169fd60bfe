/**
 * Keys that are checked but not acted on in this version: whoever sets one is told, since a setting
 * that does nothing is worse than an error. A row goes when its key works.
 */
import { formatPath, type Path, valueAt } from './faults.js';

interface NotYet {
  /** `*` stands for every position of a list. */
  readonly path: readonly string[];
  readonly applies: (value: unknown) => boolean;
  /** What happens instead; follows the path. */
  readonly sentence: string;
}

const always = () => true;

const NOT_YET: readonly NotYet[] = [
  {
    path: ['retention', 'message_days'],
    applies: always,
    sentence: 'this version erases no texts',
  },
];

/** A sentence for each key of `root`, the file's own content, that is set in vain. */
export function notYetWarnings(root: unknown): string[] {
  return NOT_YET.flatMap(({ path, applies, sentence }) =>
    expand(root, path)
      .filter((found) => {
        const value = valueAt(root, found);
        return value !== undefined && applies(value);
      })
      .map((found) => `${formatPath(found)} has no effect yet: ${sentence}.`),
  );
}

function expand(root: unknown, pattern: readonly string[]): Path[] {
  const star = pattern.indexOf('*');
  if (star < 0) return [pattern];
  const head = pattern.slice(0, star);
  const list = valueAt(root, head);
  if (!Array.isArray(list)) return [];
  return list.map((_, index) => [...head, index, ...pattern.slice(star + 1)]);
}
