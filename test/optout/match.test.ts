import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { LANGUAGES } from '../../src/config/config.js';
import { type MatchOptions, match } from '../../src/optout/match.js';

const none = { stop: [], start: [], help: [] };
const english: MatchOptions = { languages: ['en'], keywords: none };
const action = (text: string, options = english) => match(text, options).action;

describe('an opt-out', () => {
  it.each(['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe'])(
    'is %s, which 47 CFR 64.1200(a)(10) names, whatever the languages and keywords are',
    (word) => {
      for (const text of [word, word.toUpperCase(), ` ${word}!! `]) {
        expect(action(text)).toBe('opt_out');
        expect(action(text, { languages: [], keywords: none })).toBe('opt_out');
        expect(action(text, { languages: ['ja'], keywords: none })).toBe('opt_out');
        const taken = { stop: [], start: [word], help: [word] };
        expect(action(text, { languages: ['en'], keywords: taken })).toBe('opt_out');
      }
    },
  );

  it.each([
    ...[
      'STOPALL',
      'Stop all',
      'unsub',
      'OPTOUT',
      'opt-out',
      'opt_out',
      'remove',
      'delete',
      'cease',
    ],
    ...['S T O P', 's.t.o.p', '"STOP"', 'stop?', '🛑', '🚫', 'ＳＴＯＰ', 'STOPPPP', 'stop\u200b'],
  ])('is %s', (text) => {
    expect(action(text)).toBe('opt_out');
  });

  it.each([
    ...[
      'Please stop',
      'pls STOP!',
      'Stop. Thank you',
      'stop, thanks',
      'STOP NOW',
      'hi, stop please',
    ],
    ...['unsubscribe me', 'remove me please', 'ok stop', 'STOP IMMEDIATELY', 'no thanks. stop'],
    ...['Stop it!', 'END IT', 'cancel this', 'I opt out', 'stop already 😡', 'opt me out'],
    'STOP\nSent from my iPhone',
  ])('is a keyword with politeness or anger: %j', (text) => {
    expect(action(text)).toBe('opt_out');
  });

  it.each([
    ...['stop stop', 'stop end', 'stop 2 quit', 'stop to opt out', 'stop=quit', 'opt out to end'],
    ...['stop2quit', 'stopquit', 'quitend', 'stopnow', 'pleasestop', 'remove and please stop'],
  ])('is several keywords: %j', (text) => {
    expect(action(text)).toBe('opt_out');
  });

  it.each([
    ...['Stpo', 'SOTP', 'Dtop', 'stopp', 'CANCLE', 'cancell', 'optouy', 'optput', 'opoit', 'ptout'],
    ...['unsubcribe', 'unsuscribe', 'un subscribe', 'opt outt', 'drremove', 'removea', 'stop al'],
    'output',
  ])('is a misspelling: %j', (text) => {
    const { action, rule } = match(text, english);
    expect(action).toBe('opt_out');
    expect(rule).toMatch(/^(misspelling|keyword):/);
  });

  it('ends everything when it says so', () => {
    for (const text of ['STOP ALL', 'stopall', 'stop everything', 'cancel all please', 'stop al']) {
      expect(match(text, english)).toMatchObject({ action: 'opt_out', all: true });
    }
    for (const text of ['stop', 'remove me', 'stop it']) {
      expect(match(text, english)).toMatchObject({ action: 'opt_out', all: false });
    }
  });

  it('beats a plea for help in the same text', () => {
    expect(action('HELP! STOP')).toBe('opt_out');
    expect(action('stop help')).toBe('opt_out');
  });
});

describe('no opt-out', () => {
  it.each([
    ...["don't stop", 'dont stop', 'do not stop', 'please don’t remove me', 'never stop'],
    ...['cancel my appointment', 'please cancel my order', 'stop by at 5', 'the end', 'next stop'],
    ...['We have got to STOP this bill', 'bus stop', 'non stop', 'one stop shop', 'end of month'],
    ...['stop to', 'to stop', 'stop 2', 'stop and', 'and stop', 'stop by', 'all', 'it', 'please'],
    ...['me', 'thanks', 'now', '2', 'and', 'i', 'no', 'yes', 'Y', '👍', '', ' ', '123456'],
    ...['cancer', 'remote', 'remover', 'top', 'shop', 'step', 'quite', 'quiet', 'ned'],
    ...['and', 'sent', 'evoke', 'backstop', 'endless', 'endpoint', 'cancellation', 'stoppage'],
    ...['Liked “Reply STOP to opt out”', 'Sale ends Sunday! Text STOP to unsubscribe'],
  ])('is %j', (text) => {
    expect(match(text, english)).toMatchObject({ action: null, rule: 'none', all: false });
  });
});

describe('an opt-in', () => {
  it.each([
    'START',
    'unstop',
    'Resume',
    'subscribe',
    'opt in',
    'subscribe me again',
    'start please',
  ])('is %j', (text) => {
    expect(action(text)).toBe('opt_in');
  });

  it('is never a yes, a slip or a start of something', () => {
    for (const text of [
      'yes',
      'YES please',
      'strat',
      'stat',
      'start it',
      'start all',
      'when start',
    ]) {
      expect(action(text)).toBeNull();
    }
  });

  it('beside a STOP is doubtful', () => {
    const decision = match('start stop', english);
    expect(decision).toMatchObject({
      action: 'doubtful',
      rule: 'keyword:stop beside another keyword',
    });
  });
});

describe('a call for help', () => {
  it.each(['HELP', 'info', 'Help!', '?', '??', 'help me please', 'info pls'])('is %j', (text) => {
    expect(action(text)).toBe('help');
  });

  it.each(['help it', 'helpful', 'can you help my mother', '?!'])('is not %j', (text) => {
    expect(action(text)).toBeNull();
  });
});

describe('configured keywords', () => {
  const options: MatchOptions = {
    languages: ['it', 'en'],
    keywords: { stop: ['BASTA!', 'non più'], start: ['Avanti'], help: ['AIUTO'] },
  };

  it('count beside the built-in ones, cleaned as texts are, in the first language', () => {
    expect(match('Basta, please', options)).toEqual({
      action: 'opt_out',
      rule: 'configured:basta',
      language: 'it',
      cleaned: 'basta please',
      all: false,
    });
    expect(action('NON  PIÙ', options)).toBe('opt_out');
    expect(action('avanti', options)).toBe('opt_in');
    expect(action('aiuto?', options)).toBe('help');
    expect(action('stop', options)).toBe('opt_out');
    expect(action('basta')).toBeNull();
  });

  it('can take nothing away: a stop word stays one', () => {
    const wrong = { stop: ['start'], start: ['stop', 'avanti'], help: ['avanti', 'quit'] };
    const options: MatchOptions = { languages: ['en'], keywords: wrong };
    expect(action('start', options)).toBe('opt_out');
    expect(action('stop', options)).toBe('opt_out');
    expect(action('quit', options)).toBe('opt_out');
    expect(action('avanti', options)).toBe('opt_in');
  });

  it('may be empty after cleaning and then match nothing', () => {
    const options: MatchOptions = { languages: ['en'], keywords: { ...none, stop: ['!!!'] } };
    expect(action('', options)).toBeNull();
    expect(action('!!!', options)).toBeNull();
  });
});

describe('a decision', () => {
  it('tells the rule, the language and the cleaned text', () => {
    const rules = Object.fromEntries(
      ['Stop!', 'stop stop quit', 'Unsubscribr', 'stopend', 'START'].map((text) => {
        const { rule, language, cleaned } = match(text, english);
        return [text, [rule, language, cleaned]];
      }),
    );
    expect(rules).toEqual({
      'Stop!': ['keyword:stop', 'en', 'stop'],
      'stop stop quit': ['keyword:stop', 'en', 'stop stop quit'],
      Unsubscribr: ['misspelling:unsubscribe', 'en', 'unsubscribr'],
      stopend: ['keyword:stop', 'en', 'stopend'],
      START: ['keyword:start', 'en', 'start'],
    });
  });

  it('is in the first configured language that has the word, if one has', () => {
    expect(match('STOP', { languages: ['de', 'fr'], keywords: none }).language).toBe('de');
    expect(match('STOP', { languages: ['de', 'en'], keywords: none }).language).toBe('de');
    expect(match('QUIT', { languages: ['de', 'en'], keywords: none }).language).toBe('en');
    expect(match('QUIT', { languages: ['de', 'fr'], keywords: none }).language).toBeUndefined();
    expect(match('STOP', { languages: [], keywords: none }).language).toBeUndefined();
  });

  it('is the same however STOP is decorated', () => {
    const decoration = fc.string({ unit: fc.constantFrom(...' .,!-_"\'\n\u200b\ufe0f😡*') });
    fc.assert(
      fc.property(decoration, decoration, fc.constantFrom('stop', 'Stop', 'STOP'), (a, b, word) => {
        expect(action(a + word + b)).toBe('opt_out');
      }),
    );
  });

  it.each([
    ['keywords', 'stop '],
    ['spelled letters', 's t o p '],
    ['one letter', 'p'],
    ['signatures', 'sent from '],
    ['words run together', 'stop2quit '],
    ['near misses', 'unsubscrib '],
    ['ligatures', '\ufdfa'],
    ['question marks', '? '],
    ['marks', '\u0301'],
    ['apostrophes', "'"],
    ['quotes', '“'],
    ['straight quotes', '" '],
    ['quoted lines', '>\n'],
    ['negations', 'not '],
    ['requests of others', 'stop texting him and '],
    ['characters without spaces', '不'],
    ['entries that begin alike', 'i want you to i want '],
    ['reactions', 'liked '],
    ['elisions', "d'"],
  ])('takes a text of 16,000 characters made of %s, at once', (_, piece) => {
    const every = { languages: LANGUAGES, keywords: none };
    match('warm', every);
    const text = piece.repeat(16_000 / piece.length);
    const startMs = systemClock.monotonicMs();
    match(text, every);
    // Milliseconds where the machine is idle; the limit is for what grows with the square.
    expect(systemClock.monotonicMs() - startMs).toBeLessThan(3000);
  });

  it('never throws, in any language', () => {
    const every = { languages: LANGUAGES, keywords: none };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof match(text, every).rule).toBe('string');
      }),
    );
  });

  it('knows whose messages are to stop', () => {
    const brands = ['Corner Shop', 'STOP'].map((brand) => ({ ...english, brand }));
    const [shop = english, stop = english] = brands;
    expect(action('STOP Corner Shop', shop)).toBe('opt_out');
    expect(action('corner shop stop', shop)).toBe('opt_out');
    expect(action('STOP Corner Shop', english)).toBe(null);
    expect(action('Corner Shop', shop)).toBe(null);
    expect(action('stop', stop)).toBe('opt_out');
  });

  it('goes as far as it is configured to', () => {
    const actions = (match_: 'keyword' | 'phrase' | 'intent') =>
      ['STOP', 'STOP texting me', 'take me off your list', "Stop, I've already paid"].map((text) =>
        action(text, { ...english, match: match_ }),
      );
    expect(actions('keyword')).toEqual(['opt_out', null, null, null]);
    expect(actions('phrase')).toEqual(['opt_out', 'opt_out', null, null]);
    expect(actions('intent')).toEqual(['opt_out', 'opt_out', 'opt_out', 'doubtful']);
  });
});
