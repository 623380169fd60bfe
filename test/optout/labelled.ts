/** Reads labelled replies: a line of label, language and text, parted by tabs. */
import { existsSync, readFileSync } from 'node:fs';
import type { Match } from '../../src/optout/match.js';

export interface Labelled {
  readonly text: string;
  readonly language: string;
  readonly right: Match['action'];
}

const ACTIONS: Readonly<Record<string, Match['action']>> = {
  ...{ out: 'opt_out', in: 'opt_in', help: 'help', none: null },
  doubtful: 'doubtful',
};

/** No row where there is no such file. */
export function readLabelled(file: URL): Labelled[] {
  return linesOf(file)
    .slice(1)
    .map((line) => {
      const [label = '', language = '', text = ''] = line.split('\t');
      return { text: text.replaceAll('\\n', '\n'), language, right: ACTIONS[label] ?? null };
    });
}

export function linesOf(file: URL): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
}
