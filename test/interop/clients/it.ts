/** `it` for tests on a bench. They run side by side: nearly all of their time is clients' waiting. */
import { describe, it as plain } from 'vitest';
import type { SimulatedModemOptions } from '../../../src/simulator/index.js';
import { Bench } from './bench.js';

export interface BenchOptions {
  readonly modem?: Omit<SimulatedModemOptions, 'clock'>;
  /** A command line that the modem was told before the client comes. */
  readonly preset?: string;
}

export interface Benches {
  /** Sets a bench up, its modem plugged in; it is gone when the test has finished. */
  readonly openBench: (options?: BenchOptions) => Promise<Bench>;
}

export const it = plain.extend<Benches>({
  openBench: async ({ onTestFinished }, use) => {
    await use(async ({ modem, preset } = {}) => {
      const bench = new Bench(modem);
      onTestFinished(() => bench.close());
      if (preset !== undefined) bench.preset(preset);
      await bench.plugIn();
      return bench;
    });
  },
});

/** With time enough that a wait which fails can say what for, where vitest would just end it. */
export const sideBySide = (name: string, tests: () => void): void => {
  describe.concurrent(name, { timeout: 120_000 }, tests);
};
