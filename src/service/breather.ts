/** Long work on a synchronous store, in between which signals, timers and streams get their turn. */
import { type Clock, sleep } from '../clock.js';

const longestTurnMs = 50;

/** The function to be called after each step: it waits for the others once a turn has been long. */
export function breather(clock: Clock): () => Promise<void> {
  let begunMs = clock.monotonicMs();
  return async () => {
    if (clock.monotonicMs() - begunMs < longestTurnMs) return;
    await sleep(clock, 0);
    begunMs = clock.monotonicMs();
  };
}
