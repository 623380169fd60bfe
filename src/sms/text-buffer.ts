/**
 * The 16-bit units of a text on their way out of octets and into them. Adding characters one by one
 * to a string leaves a tree of pieces behind, and asking a string for them one by one walks to its
 * characters each time: both cost more than the coding itself.
 */

/** More than any user data holds: TP-UDL is one octet. */
const MAX_UNITS = 256;

const latin1 = Buffer.alloc(MAX_UNITS);
const utf16 = Buffer.alloc(2 * MAX_UNITS);

/** One buffer serves all texts: only one can be under way. */
export class TextBuffer {
  #length = 0;
  /** Every bit that any unit has: tells whether one octet a unit is enough. */
  #bits = 0;

  clear(): void {
    this.#length = 0;
    this.#bits = 0;
  }

  put(unit: number): void {
    latin1[this.#length] = unit;
    utf16[2 * this.#length] = unit;
    utf16[2 * this.#length + 1] = unit >> 8;
    this.#bits |= unit;
    this.#length += 1;
  }

  toString(): string {
    return this.#bits < 0x100
      ? latin1.toString('latin1', 0, this.#length)
      : utf16.toString('utf16le', 0, 2 * this.#length);
  }
}

/** Units that `TextUnits` holds at a time. */
export const UNITS_AT_ONCE = 512;

/** The units of a piece of text, all asked for at once. */
export class TextUnits {
  /** Valid up to the piece's length, until the next `load`. */
  readonly units = new Uint16Array(UNITS_AT_ONCE);
  readonly #octets = Buffer.from(this.units.buffer);

  /** Takes up to `UNITS_AT_ONCE` units from `start` on, and returns their count. */
  load(text: string, start: number): number {
    const isWhole = start === 0 && text.length <= UNITS_AT_ONCE;
    const piece = isWhole ? text : text.slice(start, start + UNITS_AT_ONCE);
    this.#octets.write(piece, 'utf16le');
    return piece.length;
  }
}
