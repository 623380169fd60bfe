/** For the daemon, and for commands that go through millions of rows beside it on a small machine. */
import { setFlagsFromString } from 'node:v8';

/**
 * Lets V8 look for garbage when its heap has grown by half, not when it has grown fourfold: rows
 * and requests that lived through a transaction count as old, and would take 60 MB before they are
 * collected. Costs some hundredths of the time; `bench/` measures the memory.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
