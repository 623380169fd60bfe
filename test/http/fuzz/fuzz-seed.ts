/**
 * With which seed requests are made up. The same at each `npm test`, so that a change breaks it and no
 * chance does; another each time that FUZZ_RUNS asks for more. FUZZ_SEED repeats a run.
 */
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
const fresh = FUZZ_RUNS === undefined ? 1 : Math.floor(Math.random() * 2 ** 31);

export const seed = Number(FUZZ_SEED ?? fresh);

/** How many requests; `usual` at `npm test`. */
export function runsOf(usual: number): number {
  return Number(FUZZ_RUNS ?? usual);
}
