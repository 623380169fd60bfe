/**
 * Strings in the character set that +CSCS chose (3GPP TS 27.007 §5.5). Knows the sets that this
 * modem offers, not which commands carry strings.
 */
import type { Settings } from './settings.js';

/** A string as it stands between quotes: in "UCS2" four hexadecimal digits a code unit. */
export function inCharacterSet({ characterSet }: Pick<Settings, 'characterSet'>, text: string) {
  return characterSet === 'UCS2'
    ? Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
    : text;
}

/** The string that was meant; as it stands where it is not in the set that was chosen. */
export function fromCharacterSet(
  { characterSet }: Pick<Settings, 'characterSet'>,
  written: string,
): string {
  return characterSet === 'UCS2' && /^(?:[0-9a-f]{4})+$/i.test(written)
    ? Buffer.from(written, 'hex').swap16().toString('utf16le')
    : written;
}
