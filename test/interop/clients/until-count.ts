/** Waits for many things of which each may take as long as one. */
import { until } from '../../system/until.js';

/** Resolves once `count` has reached `goal`; rejects when it stands still for half a minute. */
export async function untilCount(what: string, goal: number, count: () => number): Promise<void> {
  for (let reached = count(); reached < goal; reached = count()) {
    const before = reached;
    await until(`${what}: more than ${before} of ${goal}`, () => count() > before);
  }
}
