/**
 * What goes out for a text that somebody asks to have sent: the recipient's opt-out link and the
 * instructions in it, under the settings of `[optout]` and `[send]`; and what its sender should know
 * of that. Knows no queue.
 */
import type { Category } from '../domain/message.js';
import { hasInstructions, withFooter } from '../optout/footer.js';
import type { Segments } from '../sms/index.js';
import { fitText, type TextSettings } from './fit-text.js';
import { counted, textWarnings } from './text-warnings.js';

/** Stands in a text for the recipient's opt-out link. */
export const linkPlaceholder = '{optout_link}';

export interface WordingSettings extends TextSettings {
  /** Marketing messages end with the instructions to opt out. */
  readonly footer: boolean;
  /** Configured; the first is the default. */
  readonly languages: readonly string[];
}

export interface WordingRequest {
  readonly text: string;
  readonly category: Category;
  /** A code such as `en` or `en-GB`. */
  readonly language?: string | undefined;
}

export interface Wording {
  readonly segments: Segments;
  readonly warnings: readonly string[];
}

/** @param link the recipient's opt-out link, or one as long, for a text that asks for it */
export function wordingOf(
  request: WordingRequest,
  settings: WordingSettings,
  link: string | undefined,
): Wording {
  const text = link === undefined ? request.text : request.text.replaceAll(linkPlaceholder, link);
  const asAsked = fitText(text, settings);
  const warnings = textWarnings(text, asAsked, settings);
  const language = languageOf(request.language, settings.languages);
  const needsFooter =
    settings.footer &&
    request.category === 'marketing' &&
    !request.text.includes(linkPlaceholder) &&
    !hasInstructions(text, language);
  if (!needsFooter) return { segments: asAsked, warnings };
  const segments = fitText(withFooter(text, language), settings);
  const [before, after] = [asAsked.parts.length, segments.parts.length];
  if (after <= before) return { segments, warnings };
  const cost = `the opt-out instructions in its footer: ${counted(after)} instead of ${before}`;
  return { segments, warnings: [...warnings, cost] };
}

/**
 * The language of a footer: the message's own where it is configured, else the first. A footer names
 * words that must be understood when they come back.
 */
function languageOf(asked: string | undefined, languages: readonly string[]): string {
  const base = asked?.split('-')[0];
  return base !== undefined && languages.includes(base) ? base : (languages[0] ?? 'en');
}
