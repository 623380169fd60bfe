/** The texts that every client sends and receives: short and long, in either alphabet. */
import type { Encoding } from '../../../src/sms/index.js';

export interface Sample {
  readonly name: string;
  readonly text: string;
  readonly parts: number;
  readonly encoding: Encoding;
}

/** Words that differ, so that parts in the wrong order or left out are seen. */
function words(count: number, word: string): string {
  return Array.from({ length: count }, (_, index) => `${word}${index}`).join(' ');
}

/** No blank at either end, and one line each: some clients cut there. */
export const SAMPLES: readonly Sample[] = [
  { name: 'a short text', text: 'Hello, £5 or 6 € [sic] ~ñ~', parts: 1, encoding: 'gsm7' },
  { name: 'a long text', text: words(60, 'wörd'), parts: 3, encoding: 'gsm7' },
  { name: 'a Unicode text', text: 'Zażółć, да? 你好 😀', parts: 1, encoding: 'ucs2' },
  { name: 'a long Unicode text', text: words(24, 'жук😀'), parts: 3, encoding: 'ucs2' },
];

export const textsOf = (samples: readonly Sample[]): string[] => samples.map(({ text }) => text);
