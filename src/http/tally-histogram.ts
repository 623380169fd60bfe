/** A tally as a histogram of prom-client, which would have to be loaded to count by itself. */
import { Histogram, type Registry } from 'prom-client';
import type { Tally } from '../service/tally.js';

export interface TallyHistogramOptions {
  readonly name: string;
  readonly help: string;
  readonly tally: Tally;
  readonly register: Registry;
}

export class TallyHistogram extends Histogram {
  readonly #tally: Tally;
  readonly #name: string;
  readonly #help: string;

  constructor({ name, help, tally, register }: TallyHistogramOptions) {
    super({ name, help, registers: [register] });
    this.#tally = tally;
    this.#name = name;
    this.#help = help;
  }

  /** What the registry reads, and prom-client's own `get`. */
  async getForPromString() {
    const { buckets, sum, count } = this.#tally;
    const name = this.#name;
    const line = (suffix: string, value: number, labels: { le?: number | string } = {}) => ({
      metricName: `${name}_${suffix}`,
      ...{ value, labels, sharedLabels: {} },
    });
    const values = [
      ...buckets.map(({ bound, count }) =>
        line('bucket', count, { le: Number.isFinite(bound) ? bound : '+Inf' }),
      ),
      line('sum', sum),
      line('count', count),
    ];
    return { name, help: this.#help, type: 'histogram', aggregator: 'sum', values };
  }
}
