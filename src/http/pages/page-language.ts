/** Which language a page is in: of the candidates the first that the pages speak. */
import { isSpoken } from './wording/index.js';

/** Names of the same language that phones and browsers use. */
const OTHER_NAMES: Readonly<Record<string, string>> = { nb: 'no', nn: 'no', iw: 'he' };

/**
 * The first of `candidates` that there is wording for, such as `en` or `en-GB`; else the first of
 * `header` (Accept-Language, RFC 9110 §12.5.4) among `configured`; else the first configured.
 */
export function pageLanguage(
  candidates: readonly (string | undefined)[],
  header: string | undefined,
  configured: readonly string[],
): string {
  const wanted = candidates.map(primary).find((language) => isSpoken(language));
  return wanted ?? accepted(header ?? '', configured) ?? configured[0] ?? 'en';
}

function accepted(header: string, configured: readonly string[]): string | undefined {
  return header
    .slice(0, 1_000)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';');
      const quality = parameters.map((one) => /^\s*q=([\d.]+)\s*$/iu.exec(one)?.[1]).find(Boolean);
      return { language: primary(tag), quality: Number(quality ?? 1) };
    })
    .filter(({ language, quality }) => quality > 0 && configured.includes(language))
    .sort((a, b) => b.quality - a.quality)[0]?.language;
}

/** `no` of `nb-NO`. */
function primary(tag: string | undefined): string {
  const language = tag?.trim().split(/[-_]/u, 1)[0]?.toLowerCase() ?? '';
  return OTHER_NAMES[language] ?? language;
}
