/**
 * Finds what must not be told in what was: numbers, words and secrets in every notation in which a
 * gateway for messages comes across them. Knows nothing of where the output is from.
 */

export interface Secrets {
  /** E.164. */
  readonly numbers: readonly string[];
  /** Of texts; of eight letters of ASCII or more, so that packed septets show enough of them. */
  readonly words: readonly string[];
  /** Keys, tokens, codes and PINs by what they are for; short ones are of letters and digits. */
  readonly tokens: Readonly<Record<string, string>>;
}

/** What was found, as `+447700900123 in swapped digits`; nothing when all is kept. */
export function disclosuresIn(output: string, secrets: Secrets): readonly string[] {
  const upper = output.toUpperCase();
  // As a person writes a number: +44 7700 900-123.
  const closed = upper.replace(/[\s().-]/gu, '');
  const found: string[] = [];
  const look = (place: string, what: string, notations: Readonly<Record<string, string>>) => {
    for (const [name, notation] of Object.entries(notations)) {
      if (place.includes(notation.toUpperCase())) found.push(`${what} in ${name}`);
    }
  };
  for (const number of secrets.numbers) look(closed, number, notationsOfNumber(number));
  for (const word of secrets.words) look(upper, word, notationsOfText(word));
  for (const [name, token] of Object.entries(secrets.tokens)) {
    // A short one may stand by chance in an id or in a time.
    const isShort = token.length < 8;
    const alone = new RegExp(`(?<![0-9A-Za-z])${token}(?![0-9A-Za-z])`, 'u');
    if (isShort ? alone.test(output) : output.includes(token)) found.push(name);
  }
  return found;
}

/** What `+`, `00`, `0` and nothing before it have in common is its national significant part. */
function notationsOfNumber(number: string): Record<string, string> {
  const international = number.slice(1);
  const national = international.slice(2);
  return {
    digits: national,
    'swapped digits': swapped(international),
    'swapped national digits': swapped(`0${national}`),
    'UCS-2': ucs2(national),
    'octets of ASCII': Buffer.from(national).toString('hex'),
  };
}

function notationsOfText(text: string): Record<string, string> {
  const packings = Array.from({ length: 8 }, (_, bits) => [
    `septets after ${bits} bits`,
    packed(text, bits),
  ]);
  return {
    letters: text,
    'UCS-2': ucs2(text),
    'octets of ASCII': Buffer.from(text).toString('hex'),
    ...Object.fromEntries(packings),
  };
}

/** Two digits to an octet, the second one first (3GPP TS 23.040 §9.1.2.3). */
function swapped(digits: string): string {
  const even = digits.length % 2 === 0 ? digits : `${digits}F`;
  return even.replace(/(.)(.)/gu, '$2$1');
}

function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}

/**
 * The whole octets that letters fill as septets (3GPP TS 23.038 §6.1.2.1), where `bitsBefore` of the
 * first octet are another's. Letters have the code that ASCII gives them.
 */
function packed(letters: string, bitsBefore: number): string {
  const bits = [...letters].reduce(
    (sum, letter, place) => sum | (BigInt(letter.charCodeAt(0)) << BigInt(bitsBefore + 7 * place)),
    0n,
  );
  const octets: number[] = [];
  const end = bitsBefore + 7 * letters.length;
  for (let bit = bitsBefore === 0 ? 0 : 8; bit + 8 <= end; bit += 8) {
    octets.push(Number((bits >> BigInt(bit)) & 0xffn));
  }
  return Buffer.from(octets).toString('hex');
}
