/**
 * Chance that can be repeated: a small generator of numbers (mulberry32) with the draws that the
 * tests need. The same seed gives the same PDUs on every machine.
 */

/** `INTEROP_SEED=… npm run test:interop` draws other PDUs than the usual ones. */
export const SEED = Number(process.env.INTEROP_SEED ?? 23_040);

export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of `choices`, which are not empty. */
  pick<T>(choices: readonly T[]): T {
    const [choice] = choices.slice(this.integer(0, choices.length - 1));
    return choice as T;
  }

  /** `count` values, each drawn anew. */
  list<T>(count: number, draw: (index: number) => T): T[] {
    return Array.from({ length: count }, (_, index) => draw(index));
  }

  octets(count: number): number[] {
    return this.list(count, () => this.integer(0, 255));
  }
}
