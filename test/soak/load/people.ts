/** Whom a load writes to, and what: each text tells which message it is of, in each of its parts. */

export const personCount = 1_000;
export const campaigns = ['default', 'sale', 'news'] as const;

/** Numbers that Ofcom has given to nobody. */
export const personAt = (place: number) => `+4477009${10_000 + place}`;

/** Of one part or, each seventh one, of two or three; each eleventh one in UCS-2. */
export function textOf(index: number): string {
  const words = index % 11 === 0 ? 'Zażółć gęślą' : 'An offer';
  return `${words} #${index} `.repeat(index % 7 === 0 ? 14 : 1).trim();
}

/** The message that a part belongs to; undefined for an answer to a reply. */
export function indexIn(text: string): number | undefined {
  const found = /#(\d+)\b/u.exec(text)?.[1];
  return found === undefined ? undefined : Number(found);
}
