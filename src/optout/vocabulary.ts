/**
 * The words of all languages that count, looked up: keywords, what may stand beside them, and
 * misspellings. Knows words and runs of words; what a whole text means is `match.ts`'s.
 */
import { clean } from './clean.js';
import { type Lexicon, lexiconOf, universal } from './lexicon/index.js';
import { isOneLetterOff } from './one-letter.js';

export type KeywordAction = 'opt_out' | 'opt_in' | 'help';

export interface MatchOptions {
  /** ISO 639-1; the first is the default. */
  readonly languages: readonly string[];
  /** The operator's own, added to the built-in ones; they can take nothing away. */
  readonly keywords: {
    readonly stop: readonly string[];
    readonly start: readonly string[];
    readonly help: readonly string[];
  };
}

export type Term =
  | {
      readonly kind: 'keyword';
      readonly action: KeywordAction;
      /** Names the entry, for people: `keyword:stop`, `misspelling:stop`, `configured:basta`. */
      readonly rule: string;
      readonly language: string | undefined;
      readonly all: boolean;
    }
  /** `with`: the only action beside which it may stand; undefined: any. */
  | { readonly kind: 'filler'; readonly with: KeywordAction | undefined; readonly all: boolean }
  | { readonly kind: 'connector' };

type Keyword = Extract<Term, { kind: 'keyword' }>;

/** Letters of the longest word that is tried as several without a space. */
const LONGEST_RUN = 30;
const SHORTEST_FILLER = 3;

export class Vocabulary {
  readonly #terms = new Map<string, Term>();
  readonly #forgiving: { word: string; term: Keyword }[] = [];
  readonly #ordinary = new Set<string>();
  readonly #connectors: string[] = [];
  #longestTerm = 1;

  constructor(options: MatchOptions) {
    // The first entry of a word holds, so opt-outs come first: nothing can take a STOP away.
    const lexicons = [...options.languages.map(lexiconOf), universal].filter(
      (lexicon) => lexicon !== undefined,
    );
    const language = options.languages[0];
    const spoken = (lexicon: Lexicon) =>
      options.languages.includes(lexicon.language) ? lexicon.language : language;
    for (const lexicon of lexicons) this.#addStop(lexicon, spoken(lexicon));
    this.#addKeywords('opt_out', 'configured', options.keywords.stop, language);
    for (const lexicon of lexicons) {
      this.#addKeywords('opt_in', 'keyword', lexicon.start, spoken(lexicon));
      this.#addKeywords('help', 'keyword', lexicon.help, spoken(lexicon));
    }
    this.#addKeywords('opt_in', 'configured', options.keywords.start, language);
    this.#addKeywords('help', 'configured', options.keywords.help, language);
    for (const lexicon of lexicons) this.#addFillers(lexicon);
  }

  /** The longest term that begins at `start`, and how many words it has. */
  find(words: readonly string[], start: number): { term: Term; length: number } | undefined {
    const most = Math.min(this.#longestTerm, words.length - start);
    for (let length = most; length >= 1; length--) {
      const run = words.slice(start, start + length).join(' ');
      const term = this.#terms.get(run);
      if (term !== undefined) return { term, length };
    }
    const [first = '', second = ''] = words.slice(start, start + 2);
    const one = this.#forgiven(first) ?? this.#runTogether(first);
    if (one !== undefined) return { term: one, length: 1 };
    // "un subscribe", "opt outt": written apart, and perhaps wrong as well.
    const two = second === '' ? undefined : this.#forgiven(first + second);
    return two && { term: two, length: 2 };
  }

  /** A long keyword, or one with one letter wrong that is no word of its own. */
  #forgiven(word: string): Keyword | undefined {
    const exact = this.#forgiving.find((entry) => entry.word === word);
    if (exact !== undefined) return exact.term;
    if (this.#ordinary.has(word)) return undefined;
    const near = this.#forgiving.find((entry) => isOneLetterOff(entry.word, word));
    return near && { ...near.term, rule: `misspelling:${near.word}` };
  }

  /**
   * An opt-out and another term without a space between: "quitend", "stop2quit", "stopnow",
   * "pleasestop". Short fillers make no piece: too many words have them.
   */
  #runTogether(word: string): Keyword | undefined {
    if (word.length > LONGEST_RUN) return undefined;
    for (let cut = 3; cut < word.length; cut++) {
      const head = this.#terms.get(word.slice(0, cut));
      const tail = word.slice(cut);
      if (isOptOut(head)) {
        if (tail.length >= SHORTEST_FILLER && this.#terms.get(tail)?.kind === 'filler') return head;
        const isKeyword = (rest: string) => isOptOut(this.#terms.get(rest));
        const follows = (connector: string) =>
          tail.startsWith(connector) && isKeyword(tail.slice(connector.length));
        if (isKeyword(tail) || this.#connectors.some(follows)) return head;
      } else if (head?.kind === 'filler' && cut > SHORTEST_FILLER) {
        const term = this.#terms.get(tail);
        if (isOptOut(term)) return term;
      }
    }
    return undefined;
  }

  #addStop(lexicon: Lexicon, language: string | undefined): void {
    this.#addKeywords('opt_out', 'keyword', lexicon.stop, language);
    this.#addKeywords('opt_out', 'keyword', lexicon.stopAll, language, true);
    this.#addKeywords('opt_out', 'misspelling', lexicon.stopMisspelt, language);
    for (const word of lexicon.stopForgiving) {
      const term = this.#terms.get(word);
      if (term?.kind === 'keyword') this.#forgiving.push({ word, term });
    }
    for (const word of lexicon.ordinary) this.#ordinary.add(word);
  }

  #addKeywords(
    action: KeywordAction,
    rule: string,
    keywords: readonly string[],
    language: string | undefined,
    all = false,
  ): void {
    for (const keyword of keywords) {
      const words = clean(keyword);
      this.#add(words, { kind: 'keyword', action, rule: `${rule}:${words}`, language, all });
    }
  }

  #addFillers(lexicon: Lexicon): void {
    for (const word of lexicon.politeness) {
      this.#add(word, { kind: 'filler', with: undefined, all: false });
    }
    for (const word of lexicon.stopObjects) {
      this.#add(word, { kind: 'filler', with: 'opt_out', all: false });
    }
    for (const word of lexicon.all) this.#add(word, { kind: 'filler', with: 'opt_out', all: true });
    for (const word of lexicon.connectors) this.#add(word, { kind: 'connector' });
    this.#connectors.push(...lexicon.connectors);
  }

  #add(words: string, term: Term): void {
    if (words === '' || this.#terms.has(words)) return;
    this.#terms.set(words, term);
    this.#longestTerm = Math.max(this.#longestTerm, words.split(' ').length);
  }
}

function isOptOut(term: Term | undefined): term is Keyword {
  return term?.kind === 'keyword' && term.action === 'opt_out';
}
