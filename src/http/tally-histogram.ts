/** A tally that was kept since the start, as a histogram of prom-client, which is loaded later. */
import type { Metric, Registry } from 'prom-client';
import type { Tally } from '../service/measurements.js';

export interface TallyHistogram {
  readonly name: string;
  readonly help: string;
  readonly tally: Tally;
}

/** A registry asks no more of a metric than this; its published types know its own classes alone. */
export function registerTally(registry: Registry, { name, help, tally }: TallyHistogram): void {
  const get = async () => ({ name, help, type: 'histogram', values: valuesOf(name, tally) });
  registry.registerMetric({ name, get } as unknown as Metric);
}

function valuesOf(name: string, { bounds, counts, sum }: Tally) {
  let count = 0;
  const buckets = counts.map((inStep, step) => {
    count += inStep;
    return { metricName: `${name}_bucket`, labels: { le: bounds[step] ?? '+Inf' }, value: count };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, value: sum },
    { metricName: `${name}_count`, value: count },
  ];
}
