/** `it` for tests on a rig. They run side by side: most of their time is other processes' start. */
import { describe, it as plain } from 'vitest';
import { Rig, type RigOptions } from './rig.js';

export interface Bench {
  /** Sets a rig up; all that it holds and started is gone when the test has finished. */
  readonly openRig: (options?: RigOptions) => Promise<Rig>;
}

export const it = plain.extend<Bench>({
  openRig: async ({ onTestFinished }, use) => {
    await use((options = {}) => {
      const rig = new Rig(options);
      onTestFinished(() => rig.close());
      return rig.open();
    });
  },
});

/** With time enough that a wait which fails can say what for, where vitest would just end it. */
export const scenarios = (name: string, tests: () => void): void => {
  describe.concurrent(name, { timeout: 120_000 }, tests);
};
