/**
 * In which language a reply is answered. Must not know a number: its country is handed in.
 */
import { lexiconOf } from './lexicon/index.js';
import type { Match } from './match.js';

/** Languages of countries, the commonest first, as far as there are lexicons. ISO 3166-1 alpha-2. */
const SPOKEN: Readonly<Record<string, string>> = {
  ...{
    AE: 'ar',
    AR: 'es',
    AT: 'de',
    AU: 'en',
    BE: 'nl fr de',
    BH: 'ar',
    BO: 'es',
    BR: 'pt',
    BY: 'ru',
  },
  ...{ CA: 'en fr', CH: 'de fr it', CL: 'es', CN: 'zh', CO: 'es', CR: 'es', CU: 'es', CY: 'el tr' },
  ...{
    CZ: 'cs',
    DE: 'de',
    DK: 'da',
    DO: 'es',
    DZ: 'ar fr',
    EC: 'es',
    EG: 'ar',
    ES: 'es',
    FI: 'fi sv',
  },
  ...{
    FR: 'fr',
    GB: 'en',
    GR: 'el',
    GT: 'es',
    HK: 'zh en',
    HN: 'es',
    HU: 'hu',
    IE: 'en',
    IL: 'he ar',
  },
  ...{
    IQ: 'ar',
    IT: 'it',
    JO: 'ar',
    JP: 'ja',
    KW: 'ar',
    KZ: 'ru',
    LB: 'ar fr',
    LU: 'fr de',
    LY: 'ar',
  },
  ...{
    MA: 'ar fr',
    MD: 'ro ru',
    MX: 'es',
    NI: 'es',
    NL: 'nl',
    NO: 'no',
    NZ: 'en',
    OM: 'ar',
    PA: 'es',
  },
  ...{
    PE: 'es',
    PL: 'pl',
    PR: 'es en',
    PT: 'pt',
    PY: 'es',
    QA: 'ar',
    RO: 'ro',
    RU: 'ru',
    SA: 'ar',
  },
  ...{
    SE: 'sv',
    SG: 'en zh',
    SK: 'cs',
    SV: 'es',
    SY: 'ar',
    TN: 'ar fr',
    TR: 'tr',
    TW: 'zh',
    UA: 'uk ru',
  },
  ...{ US: 'en es', UY: 'es', VE: 'es', YE: 'ar', ZA: 'en' },
};

/** The commonest language of a country that is one of `languages`; undefined where none is. */
export function countryLanguage(
  country: string | undefined,
  languages: readonly string[],
): string | undefined {
  return spokenIn(country, languages)[0];
}

/**
 * The language that was matched, or the number's country's, or the first configured. A word that
 * several languages have (STOP) says nothing of its writer: there the country's comes first.
 * `country`: of the number that wrote; undefined where it is not known.
 */
export function answerLanguage(
  found: Pick<Match, 'language' | 'rule'>,
  country: string | undefined,
  languages: readonly string[],
): string {
  const local = spokenIn(country, languages);
  const sharing = local.find((language) => hasKeyword(language, found.rule));
  return sharing ?? found.language ?? local[0] ?? languages[0] ?? 'en';
}

function spokenIn(country: string | undefined, languages: readonly string[]): string[] {
  return (SPOKEN[country ?? ''] ?? '').split(' ').filter((one) => languages.includes(one));
}

/** Whether the keyword that a rule names is one in `language` too. */
function hasKeyword(language: string, rule: string): boolean {
  const word = /^keyword:(.*)$/u.exec(rule)?.[1];
  const keywords = lexiconOf(language)?.keywords;
  if (word === undefined || keywords === undefined) return false;
  return [keywords.stop, keywords.start, keywords.help].some((list) => list.includes(word));
}
