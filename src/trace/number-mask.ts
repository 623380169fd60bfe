/**
 * Replaces phone numbers, IMEIs and IMSIs by others of the same length: the same one by the same one
 * all through a trace, so that a conversation stays one. The first four digits stay, which tell the
 * country. What is shorter than a person's number (a short code, an index) stays whole.
 */

const LEAST_DIGITS = 7;
const KEPT_DIGITS = 4;

export class NumberMask {
  readonly #masks = new Map<string, string>();

  /** Digits for digits, as many as it got. */
  readonly digits = (digits: string): string => {
    if (digits.length < LEAST_DIGITS) return digits;
    const known = this.#masks.get(digits);
    if (known !== undefined) return known;
    const room = digits.length - KEPT_DIGITS;
    const count = String((this.#masks.size + 1) % 10 ** room).padStart(room, '0');
    const mask = digits.slice(0, KEPT_DIGITS) + count;
    this.#masks.set(digits, mask);
    return mask;
  };

  /** All numbers in a text. */
  all(text: string): string {
    return text.replace(/\d{7,}/g, this.digits);
  }
}
