/**
 * What goes out for a text that somebody wants sent, under the settings of `[send]`: its wording,
 * its alphabet and its parts. Knows no recipient, no queue and no sentences.
 */
import { plainSigns, type Segments, segments, transliterate } from '../sms/index.js';

export interface TextSettings {
  /** Characters that the GSM alphabet lacks become its own where the whole text then fits it. */
  readonly transliterate: boolean;
  /** National tables are used where they save parts. */
  readonly nationalTables: boolean;
  readonly referenceBits: 8 | 16;
}

/**
 * The parts hold the wording that goes out. Transliteration is for texts that would take UCS-2, and
 * changes letters last: where national tables may be used, only if that saves a part as well.
 */
export function fitText(text: string, settings: TextSettings): Segments {
  const { nationalTables, referenceBits } = settings;
  const cost = (wording: string) => segments(wording, { nationalTables, referenceBits });
  const asWritten = cost(text);
  if (!settings.transliterate || asWritten.encoding === 'gsm7') return asWritten;
  if (nationalTables) {
    const inPlainSigns = cost(plainSigns(text));
    if (inPlainSigns.encoding === 'gsm7') return inPlainSigns;
  }
  const plain = transliterate(text);
  if (plain === text) return asWritten;
  const inPlainLetters = cost(plain);
  const isWorthIt = !nationalTables || inPlainLetters.parts.length < asWritten.parts.length;
  return isWorthIt ? inPlainLetters : asWritten;
}
