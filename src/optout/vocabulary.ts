/**
 * The keywords of all languages that count, looked up: what they do, what may stand beside them, and
 * misspellings. Knows words and runs of words; what a whole text means is not known here.
 */
import { clean } from './clean.js';
import { fold, unitsOf } from './fold.js';
import { type Lexicon, lexiconOf, universal } from './lexicon/index.js';
import { NearWords } from './near-words.js';
import { isOneLetterOff, isSlipOf, isWithin } from './one-letter.js';

export type KeywordAction = 'opt_out' | 'opt_in' | 'help';

export interface KeywordOptions {
  /** ISO 639-1; the first is the default. */
  readonly languages: readonly string[];
  /** The operator's own, added to the built-in ones; they can take nothing away. */
  readonly keywords: {
    readonly stop: readonly string[];
    readonly start: readonly string[];
    readonly help: readonly string[];
  };
  /** Who writes, as messages name them; said beside an opt-out: "STOP Acme". */
  readonly brand?: string;
}

export type KeywordTerm =
  | {
      readonly kind: 'keyword';
      readonly action: KeywordAction;
      /** Names the entry, for people: `keyword:stop`, `misspelling:stop`, `configured:basta`. */
      readonly rule: string;
      /** Undefined for a keyword that counts everywhere and belongs to no configured language. */
      readonly language: string | undefined;
      readonly all: boolean;
      /** Whether it is also known without a space to its neighbour: "stopnow". */
      readonly runsTogether: boolean;
      /** The languages that have it; undefined: the operator's own. */
      readonly owners: Set<string> | undefined;
    }
  | {
      readonly kind: 'filler';
      /** The only action beside which it may stand; undefined: any. */
      readonly with: KeywordAction | undefined;
      readonly all: boolean;
      /** A text of such and politeness alone may be an opt-out. */
      readonly unsure: boolean;
      readonly owners: Set<string>;
    }
  | { readonly kind: 'connector' };

type Keyword = Extract<KeywordTerm, { kind: 'keyword' }>;

/** Letters of the longest word that is tried as several without a space. */
const LONGEST_RUN = 30;
const SHORTEST_FILLER = 3;
/** Letters of keywords that are forgiven one of them: in English it is known which other words are near. */
const SHORTEST_LONG = 6;
const SHORTEST_ENGLISH = 5;
/** Letters of keywords that are forgiven two. */
const VERY_LONG = 10;

export class Vocabulary {
  readonly #terms = new Map<string, KeywordTerm>();
  readonly #near = new NearWords(SHORTEST_LONG, isNearKeyword);
  readonly #nearEnglish = new NearWords(SHORTEST_ENGLISH);
  /** Keywords that are known with a space in them: "un subscribe". */
  readonly #long = new Map<string, Keyword>();
  readonly #veryLong: string[] = [];
  readonly #ordinary = new Set<string>();
  /** Slips that are a word of politeness elsewhere, with the language of the slip. */
  readonly #alone = new Map<string, string>();
  readonly #connectors: string[] = [];
  #longestTerm = 1;

  constructor(options: KeywordOptions) {
    // The first entry of a word holds, so opt-outs come first: nothing can take a STOP away.
    const configured = options.languages.map(lexiconOf).filter((lexicon) => lexicon !== undefined);
    const lexicons = configured.includes(universal) ? configured : [...configured, universal];
    const first = options.languages[0];
    const polite = new Set(configured.flatMap(({ keywords }) => keywords.polite));
    for (const lexicon of lexicons) {
      const all = lexicon.keywords.stopAll ?? [];
      const { language: owner } = lexicon;
      this.#addKeywords('opt_out', 'keyword', all, spoken(lexicon, options), { all: true, owner });
    }
    this.#addKeywords('opt_out', 'configured', options.keywords.stop, first);
    for (const lexicon of lexicons) this.#addStop(lexicon, spoken(lexicon, options), polite);
    for (const lexicon of lexicons) {
      const language = spoken(lexicon, options);
      const { language: owner } = lexicon;
      this.#addKeywords('opt_in', 'keyword', lexicon.keywords.start, language, { owner });
      this.#addKeywords('help', 'keyword', lexicon.keywords.help, language, { owner });
    }
    this.#addKeywords('opt_in', 'configured', options.keywords.start, first);
    this.#addKeywords('help', 'configured', options.keywords.help, first);
    for (const lexicon of lexicons) this.#addFillers(lexicon);
    const owners = new Set([universal.language]);
    this.#add(clean(options.brand ?? ''), {
      ...{ kind: 'filler', with: 'opt_out', all: false, unsure: false },
      owners,
    });
  }

  /** The longest term that begins at `start`, and how many units it has. */
  find(units: readonly string[], start: number): { term: KeywordTerm; length: number } | undefined {
    const slip = units.length === 1 ? this.#alone.get(units[0] ?? '') : undefined;
    if (slip !== undefined) return { term: slipOf(units[0] ?? '', slip), length: 1 };
    const known = this.#longest(units, start);
    if (known !== undefined && known.length > 1) return known;
    const [first = '', second = ''] = units.slice(start, start + 2);
    // "un subscribe", "opt outt": written apart, and perhaps wrong as well.
    const areTwo = known !== undefined && this.#longest(units, start + 1) !== undefined;
    const two = second === '' || areTwo ? undefined : this.#forgiven(first + second);
    if (two !== undefined) return { term: two, length: 2 };
    const one = known?.term ?? this.#forgiven(first) ?? this.#runTogether(first);
    return one && { term: one, length: 1 };
  }

  #longest(
    units: readonly string[],
    start: number,
  ): { term: KeywordTerm; length: number } | undefined {
    const most = Math.min(this.#longestTerm, units.length - start);
    for (let length = most; length > 0; length--) {
      const term = this.#terms.get(units.slice(start, start + length).join(' '));
      if (term !== undefined) return { term, length };
    }
    return undefined;
  }

  /** A long keyword, or one with one letter wrong that is no word of its own. */
  #forgiven(word: string): Keyword | undefined {
    const exact = this.#long.get(word);
    if (exact !== undefined) return exact;
    if (this.#ordinary.has(word)) return undefined;
    const near = this.#near.find(word) ?? this.#nearEnglish.find(word) ?? this.#nearVeryLong(word);
    const keyword = near === undefined ? undefined : this.#long.get(near);
    return keyword && { ...keyword, rule: `misspelling:${near}` };
  }

  #nearVeryLong(word: string): string | undefined {
    if (word.length < VERY_LONG - 1) return undefined;
    return this.#veryLong.find((known) => {
      return known.charAt(0) === word.charAt(0) && isWithin(2, known, word);
    });
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

  #addStop(
    { keywords, language: own }: Lexicon,
    language: string | undefined,
    polite: ReadonlySet<string>,
  ): void {
    const runsTogether = own === universal.language;
    const owner = own;
    this.#addKeywords('opt_out', 'keyword', keywords.stop, language, { runsTogether, owner });
    // "Stp" is a slip in English and "please" in French, where nobody begs for nothing.
    const isPolite = (word: string) => polite.has(word);
    const misspelt = keywords.misspelt ?? [];
    const [alone, anywhere] = [misspelt.filter(isPolite), misspelt.filter((w) => !isPolite(w))];
    this.#addKeywords('opt_out', 'misspelling', anywhere, language, { owner });
    if (language !== undefined) for (const word of alone) this.#alone.set(word, language);
    for (const word of keywords.stop) {
      const folded = fold(word);
      const term = this.#terms.get(folded);
      const isMisread = folded.includes(' ') && !runsTogether;
      if (isMisread || term?.kind !== 'keyword') continue;
      const together = folded.replaceAll(' ', '');
      if (together.length < (runsTogether ? SHORTEST_ENGLISH : SHORTEST_LONG)) continue;
      this.#long.set(together, term);
      if (runsTogether && together.length >= VERY_LONG) this.#veryLong.push(together);
      (runsTogether ? this.#nearEnglish : this.#near).add(together);
    }
    for (const word of keywords.ordinary ?? []) this.#ordinary.add(fold(word));
  }

  #addKeywords(
    action: KeywordAction,
    rule: string,
    keywords: readonly string[],
    language: string | undefined,
    options: { all?: boolean; runsTogether?: boolean; owner?: string } = {},
  ): void {
    const { all = false, runsTogether = false, owner } = options;
    for (const keyword of keywords) {
      const words = clean(keyword);
      const owners = owner === undefined ? undefined : new Set([owner]);
      const term = { action, rule: `${rule}:${words}`, language, all, runsTogether, owners };
      this.#add(words, { kind: 'keyword', ...term });
    }
  }

  #addFillers({ keywords, language }: Lexicon): void {
    const { polite, beside = [], all = [], unsure = [], connectors = [] } = keywords;
    const filler = (action?: KeywordAction, { all = false, unsure = false } = {}) => {
      return { kind: 'filler', with: action, all, unsure, owners: new Set([language]) } as const;
    };
    for (const word of polite) this.#add(word, filler());
    for (const word of beside) this.#add(word, filler('opt_out'));
    for (const word of all) this.#add(word, filler('opt_out', { all: true }));
    for (const word of unsure) this.#add(word, filler('opt_out', { unsure: true }));
    for (const word of connectors) this.#add(word, { kind: 'connector' });
    this.#connectors.push(...connectors);
  }

  #add(words: string, term: KeywordTerm): void {
    const units = words.split(' ').flatMap((word) => unitsOf(fold(word)));
    const key = units.join(' ');
    if (key === '') return;
    const known = this.#terms.get(key);
    if (known !== undefined) {
      if (known.kind === 'connector' || term.kind === 'connector') return;
      for (const owner of term.owners ?? []) known.owners?.add(owner);
      return;
    }
    this.#terms.set(key, term);
    this.#longestTerm = Math.max(this.#longestTerm, units.length);
  }
}

function slipOf(word: string, language: string): Keyword {
  const fixed = { all: false, runsTogether: false, owners: new Set([language]) };
  return { kind: 'keyword', action: 'opt_out', rule: `misspelling:${word}`, language, ...fixed };
}

/** A text of one word may have lost its first letter. */
function isNearKeyword(meant: string, word: string): boolean {
  return isSlipOf(meant, word) || (meant.length !== word.length && isOneLetterOff(meant, word));
}

/** The language in which a lexicon's keywords are answered. */
function spoken(lexicon: Lexicon, { languages }: KeywordOptions): string | undefined {
  return languages.includes(lexicon.language) ? lexicon.language : undefined;
}

function isOptOut(term: KeywordTerm | undefined): term is Keyword {
  return term?.kind === 'keyword' && term.action === 'opt_out' && term.runsTogether;
}
