/**
 * The gateway's metrics for Prometheus, made when somebody asks. What they are stands in
 * metric-definitions.ts; a store that cannot be read is told as such, and what it holds left out.
 */
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Clock } from '../clock.js';
import type { Store } from '../domain/ports.js';
import type { Measurements } from '../service/measurements.js';
import type { ModemBoard } from '../service/modem-board.js';
import { definitions, histograms, type Moment, type Sample } from './metric-definitions.js';
import { TallyHistogram } from './tally-histogram.js';

export interface MetricsOptions {
  readonly store: Store;
  readonly modems: ModemBoard;
  readonly measurements: Measurements;
  readonly clock: Clock;
  /** What is wrong with the machine's time of day, in words; undefined: nothing. */
  readonly clockProblem: () => string | undefined;
}

/** Gauges whose names end like those of counters, which Prometheus' own check refuses. */
const misnamed = [
  'nodejs_active_resources_total',
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
];

/** Answers in the text format of Prometheus, version 0.0.4. */
export function metricsOf(options: MetricsOptions): () => Promise<string> {
  const register = new Registry();
  collectDefaultMetrics({ register });
  for (const name of misnamed) register.removeSingleMetric(name);

  let moment = momentOf(options);
  for (const { type, name, help, labels = [], samples } of definitions) {
    const common = { name, help, labelNames: [...labels], registers: [register] };
    if (type === 'gauge') {
      const gauge = new Gauge({
        ...common,
        collect() {
          show(gauge, samples(moment), (sample) => gauge.set(sample.labels ?? {}, sample.value));
        },
      });
    } else {
      const counter = new Counter({
        ...common,
        collect() {
          show(counter, samples(moment), (sample) =>
            counter.inc(sample.labels ?? {}, sample.value),
          );
        },
      });
    }
  }
  for (const { name, help, tally } of histograms) {
    new TallyHistogram({ name, help, tally: tally(options.measurements), register });
  }
  return () => {
    moment = momentOf(options);
    return register.metrics();
  };
}

/** Whatever was shown before goes; without samples nothing is shown, not 0. */
function show(
  metric: Gauge | Counter,
  samples: readonly Sample[],
  add: (sample: Sample) => void,
): void {
  metric.reset();
  if (samples.length === 0) metric.remove({});
  for (const sample of samples) add(sample);
}

function momentOf({ store, modems, measurements, clock, clockProblem }: MetricsOptions): Moment {
  const isStoreUsable = attempt(store, () => store.probe()) !== undefined;
  const stored = attempt(store, () => ({ figures: store.figures.read(), modems: modems.list() }));
  return {
    nowMs: clock.now().getTime(),
    readiness: modems.readiness(),
    webhooks: measurements.webhooks,
    isClockInDoubt: clockProblem() !== undefined,
    isStoreUsable,
    figures: stored?.result.figures,
    modems: stored?.result.modems ?? [],
  };
}

/** What `work` gives, or undefined where the store cannot do it, of which the daemon takes note. */
function attempt<T>(store: Store, work: () => T): { readonly result: T } | undefined {
  try {
    return { result: work() };
  } catch (error) {
    store.noteFailure(error);
    return undefined;
  }
}
