/**
 * What the sender of a text should know of its parts: in a sentence each what was changed in it and
 * which characters cost a part.
 */
import { plainSigns, type Segments, segments, transliterate } from '../sms/index.js';
import { fitText, type TextSettings } from './fit-text.js';

/** What the sender of `text` should know of how `fitText` fitted it. */
export function textWarnings(
  text: string,
  fitted: Segments,
  settings: TextSettings,
): readonly string[] {
  const sent = fitted.parts.join('');
  const warning =
    sent === text
      ? costWarning(text, fitted, settings)
      : changeWarning(text, sent, fitted, settings);
  return warning === undefined ? [] : [warning];
}

/** The characters that cost a part, and the settings that would save one. */
function costWarning(text: string, fitted: Segments, settings: TextSettings): string | undefined {
  const { parts, ucs2Characters } = fitted;
  const costly = new Set(ucs2Characters);
  const inGsm7 = Array.from(text, (character) => (costly.has(character) ? 'x' : character));
  const cheapest = segments(inGsm7.join(''), settings).parts.length;
  if (parts.length <= cheapest) return undefined;
  const remedies = (['transliterate', 'nationalTables'] as const).flatMap((setting) => {
    if (settings[setting]) return [];
    const changed = fitText(text, { ...settings, [setting]: true }).parts.length;
    return changed < parts.length ? [`with ${keys[setting]} = true, ${changed}`] : [];
  });
  return [
    `not in the GSM alphabet: ${listed(ucs2Characters.map(shown))}`,
    `${counted(parts.length)} instead of ${cheapest}`,
    ...remedies,
  ].join('; ');
}

const keys = { transliterate: '[send] transliterate', nationalTables: '[send] national_tables' };

/** Which characters were replaced by what, and the parts that this saved. */
function changeWarning(
  text: string,
  sent: string,
  fitted: Segments,
  settings: TextSettings,
): string {
  const spell = sent === plainSigns(text) ? plainSigns : transliterate;
  const replaced = new Map<string, string[]>();
  // Each character with the marks that join it.
  for (const character of new Set(text.match(/\P{M}\p{M}*|\p{M}+/gu))) {
    const spelling = spell(character);
    if (spelling === character) continue;
    replaced.set(spelling, [...(replaced.get(spelling) ?? []), shown(character)]);
  }
  const changes = [...replaced].map(([spelling, characters]) => {
    const all = listed(characters);
    return spelling === ''
      ? `${all} left out`
      : `${all} as ${spellingNames.get(spelling) ?? spelling}`;
  });
  const asWritten = fitText(text, { ...settings, transliterate: false }).parts.length;
  const now = fitted.parts.length;
  const saving = now < asWritten ? [`${counted(now)} instead of ${asWritten}`] : [];
  return [`sent in plain characters: ${listed(changes, ', ')}`, ...saving].join('; ');
}

const spellingNames: ReadonlyMap<string, string> = new Map([
  [' ', 'a space'],
  ['\n', 'a line end'],
]);

/** Characters by themselves where they can be seen, else by their code points. */
function shown(characters: string): string {
  return Array.from(characters, (character) =>
    /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
      ? character
      : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
}

const mostListed = 20;

function listed(items: readonly string[], separator = ' '): string {
  const more = items.length - mostListed;
  const shownItems = items.slice(0, mostListed).join(separator);
  return more > 0 ? `${shownItems} and ${more} more` : shownItems;
}

/** `1 part`, `2 parts`. */
export function counted(parts: number): string {
  return parts === 1 ? '1 part' : `${parts} parts`;
}
