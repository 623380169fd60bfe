/**
 * The long soak: an hour of simulated time with 10,000 messages each way. SOAK_SEED, SOAK_MINUTES
 * and SOAK_MESSAGES ask for another one; the seed that is printed repeats it.
 */
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { runSoak } from './soak.js';

const seed = Number(process.env.SOAK_SEED ?? process.pid);
const minutes = Number(process.env.SOAK_MINUTES ?? 60);
const messages = Number(process.env.SOAK_MESSAGES ?? 10_000);
const print = (line: string) => void process.stdout.write(`${line}\n`);
const mebibyte = 1_048_576;

it(`loses nothing, doubles nothing and keeps its memory in ${minutes} minutes of faults`, async () => {
  print(`SOAK_SEED=${seed} SOAK_MINUTES=${minutes} SOAK_MESSAGES=${messages}`);
  const { heap, ...result } = await runSoak({
    seed,
    minutes,
    messages,
    dataDir: temporaryDirectory(),
    progress: print,
  });
  const inMebibytes = heap.map((octets) => Number((octets / mebibyte).toFixed(2)));
  print(JSON.stringify({ ...result, heapMebibytes: inMebibytes }, null, 2));
  expect(result.problems).toEqual([]);
  const [first = 0, last = 0] = [inMebibytes[0], inMebibytes.at(-1)];
  expect(last - first).toBeLessThan(3);
});
