/**
 * Counts values by how large they are, from the start of the process on. Knows no unit and no name:
 * who presents it gives both.
 */

export class Tally {
  readonly #bounds: readonly number[];
  /** How many lie within each bound and not within the one before; the last is for all others. */
  readonly #counts: number[];
  #sum = 0;

  /** @param bounds upper ends of the buckets, rising; infinity, the last, goes without saying */
  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
    this.#counts = Array.from({ length: bounds.length + 1 }, () => 0);
  }

  observe(value: number): void {
    const within = this.#bounds.findIndex((bound) => value <= bound);
    const bucket = within < 0 ? this.#bounds.length : within;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += value;
  }

  /** Each bound with how many values are not above it; the last bound is infinity. */
  get buckets(): readonly { readonly bound: number; readonly count: number }[] {
    let count = 0;
    return [...this.#bounds, Number.POSITIVE_INFINITY].map((bound, bucket) => {
      count += this.#counts[bucket] ?? 0;
      return { bound, count };
    });
  }

  get count(): number {
    return this.#counts.reduce((sum, count) => sum + count, 0);
  }

  get sum(): number {
    return this.#sum;
  }
}
