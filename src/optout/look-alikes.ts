/** Letters of one script that were typed for those of another. Must not know any word. */

const LATIN = /\p{Script=Latin}/gu;
const CYRILLIC_OR_GREEK = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

const TO_LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ а: 'a', в: 'b', с: 'c', ԁ: 'd', е: 'e', һ: 'h', і: 'i', ј: 'j', к: 'k', м: 'm' },
    ...{ о: 'o', р: 'p', ԛ: 'q', ѕ: 's', т: 't', у: 'y', х: 'x', α: 'a', ε: 'e', ι: 'i' },
    ...{ κ: 'k', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x' },
  }),
);
const TO_CYRILLIC: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ a: 'а', b: 'в', c: 'с', e: 'е', h: 'н', i: 'і', k: 'к', m: 'м', o: 'о', p: 'р' },
    ...{ t: 'т', x: 'х', y: 'у' },
  }),
);

/**
 * A word of two scripts was meant as one: the script that has a letter the other cannot show, or
 * Latin where either would do.
 */
export function withoutLookalikes(word: string): string {
  const latin = word.match(LATIN);
  const other = word.match(CYRILLIC_OR_GREEK);
  if (latin === null || other === null) return word;
  const canBeLatin = other.every((letter) => TO_LATIN.has(letter));
  const canBeCyrillic = CYRILLIC.test(word) && latin.every((letter) => TO_CYRILLIC.has(letter));
  const table = canBeCyrillic && !canBeLatin ? TO_CYRILLIC : TO_LATIN;
  return [...word].map((letter) => table.get(letter) ?? letter).join('');
}
