/**
 * The soak in short; in full with `npm run soak`, an hour of simulated time and 10,000 messages each
 * way. `SOAK_SEED`, `SOAK_MINUTES` and `SOAK_MESSAGES` set others.
 */
import { expect, it } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { soak } from './soak.js';

function setting(name: string, otherwise: number): number {
  return Number(process.env[name] ?? otherwise);
}

it('loses nothing and does nothing twice, whatever the modem does', async () => {
  const isLong = process.env.SOAK_MINUTES !== undefined;
  const tell = (line: string) => void (isLong && process.stderr.write(`${line}\n`));
  const startMs = systemClock.monotonicMs();
  const seed = setting('SOAK_SEED', 7);
  const result = await soak({
    seed,
    minutes: setting('SOAK_MINUTES', 2),
    messages: setting('SOAK_MESSAGES', 200),
    dataDir: temporaryDirectory(),
    progress: tell,
  });
  const seconds = ((systemClock.monotonicMs() - startMs) / 1_000).toFixed(0);
  tell(`seed ${seed}, ${seconds} s: ${JSON.stringify(result, undefined, 1)}`);
  expect(result.broken).toEqual([]);
  expect(result.faults).toBeGreaterThan(3);
  // A few MB for caches that have a bound; a message kept would be tens of MB in the long run.
  expect(result.heap.after - result.heap.before).toBeLessThan(8e6);
}, 1_200_000);
