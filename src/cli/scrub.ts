/**
 * Takes out of a text what tells of a person or opens something: numbers in any spelling, PDUs, keys,
 * tokens, and the secrets of this configuration. Rather too much than too little; what the text itself
 * says of people in words it cannot know. Times and ids stay.
 */
import type { Config } from '../config/config.js';

/** ISO 8601, and ids such as `msg_…`, in which digits mean nothing to anybody else. */
const kept = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z|\b(?:msg|in|ev|rev|wh|ussd)_[0-9a-f-]{20,}`;
const secrets = String.raw`\bsg_[\w-]+|\bwhsec_[\w+/=-]+|\/o\/[\w-]+|\bhmac:[0-9a-f]+`;
const hexadecimal = String.raw`\b(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{16,}\b`;
/** Seven digits or more, with what people put between them. */
const number = String.raw`\+?\d(?:[\s()./-]{0,2}\d){6,}`;
const pattern = new RegExp(
  `(?<kept>${kept})|(?<secret>${secrets})|(?<hex>${hexadecimal})|(?<number>${number})`,
  'gu',
);

/** The function that scrubs a text; it knows what of `config` is secret. */
export function scrubber(config: Config | undefined): (text: string) => string {
  const own = [
    ...(config?.modems ?? []).map(({ pin }) => pin),
    ...(config?.webhooks ?? []).map(({ secret }) => secret),
  ]
    .filter((secret) => secret !== undefined)
    .map(occurrences);
  return (text) =>
    own
      .reduce((left, secret) => left.replace(secret, '(secret)'), text)
      .replace(pattern, (found: string, ...rest: unknown[]) => {
        const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
        if (groups.kept !== undefined) return found;
        if (groups.secret !== undefined) return '(secret)';
        if (groups.hex !== undefined) return `(${found.length} hexadecimal digits)`;
        return `${found.slice(0, found.startsWith('+') ? 3 : 2)}${'•'.repeat(5)}`;
      });
}

/** A short one, such as a PIN, may stand by chance in a longer number. */
function occurrences(secret: string): RegExp {
  const literal = secret.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
  const isShort = secret.length < 8;
  return new RegExp(isShort ? `(?<![0-9A-Za-z])${literal}(?![0-9A-Za-z])` : literal, 'gu');
}
