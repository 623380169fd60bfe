/** What configured keywords do not do, or take away: words that have a meaning without them. */
import type { OptoutConfig } from '../config/config.js';
import { match } from '../optout/match.js';

const meanings = { stop: 'opt_out', start: 'opt_in', help: 'help' } as const;
const none = { stop: [], start: [], help: [] };

/** A sentence for each word of `optout.keywords` that is read otherwise, with it or without. */
export function keywordNotes(optout: OptoutConfig): readonly string[] {
  const lists = ['stop', 'start', 'help'] as const;
  return lists.flatMap((list) =>
    optout.keywords[list].flatMap((word) => {
      const key = `optout.keywords.${list}: "${word}"`;
      const found = match(word, optout);
      if (found.action !== meanings[list]) {
        return [`${key} does nothing: it is read as ${named(found.action)}`];
      }
      const before = match(word, { ...optout, keywords: none }).action;
      if (before === null || before === found.action) return [];
      return [`${key} was ${named(before)} without it, which people may expect`];
    }),
  );
}

function named(action: string | null): string {
  return action === null ? 'an ordinary text' : action.replace('_', '-');
}
