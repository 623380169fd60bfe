/**
 * What is measured as it happens, since the process started; what the store knows is not repeated
 * here. Costs a few additions each; whoever wants to show it asks. Holds no number and no text.
 */

/** How many values were at most so large, as a Prometheus histogram has it. */
export class Tally {
  /** Upper ends of the steps, ascending. */
  readonly bounds: readonly number[];
  /** How many values fell into each step; the last is for what is above all bounds. */
  readonly counts: number[];
  #sum = 0;

  constructor(bounds: readonly number[]) {
    this.bounds = bounds;
    this.counts = [...bounds.map(() => 0), 0];
  }

  observe(value: number): void {
    const step = this.bounds.findIndex((bound) => value <= bound);
    const at = step === -1 ? this.bounds.length : step;
    this.counts[at] = (this.counts[at] ?? 0) + 1;
    this.#sum += value;
  }

  get sum(): number {
    return this.#sum;
  }
}

export class Measurements {
  /** Seconds from an opt-out until the network had taken all of its confirmation. */
  readonly confirmationSeconds = new Tally([1, 2, 5, 10, 30, 60, 120, 300, 900]);
  /** Seconds that a change of the database took, with the disk's part of it. */
  readonly commitSeconds = new Tally([
    ...[0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
  ]);
  readonly #webhookFailures = new Map<string, number>();

  /** The webhook at `host` may be called: it counts from 0. */
  expectWebhook(host: string): void {
    if (!this.#webhookFailures.has(host)) this.#webhookFailures.set(host, 0);
  }

  /** A try to call the webhook at `host` failed. */
  webhookFailed(host: string): void {
    this.#webhookFailures.set(host, (this.#webhookFailures.get(host) ?? 0) + 1);
  }

  /** Failed tries by host. */
  get webhookFailures(): ReadonlyMap<string, number> {
    return this.#webhookFailures;
  }
}
