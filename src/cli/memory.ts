/**
 * What V8 is told so that the program fits a small machine: a gateway allocates little and lives for
 * years. `bench/` measures what comes of it.
 */
import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's young generation at its first size, and has it prefer little memory to speed. To be called
 * before the program is loaded, which would grow the heap by some 10 MB that are never used again.
 */
export function preferLittleMemory(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--optimize-for-size');
}

/**
 * Imports by `load` without optimising what runs meanwhile: that is Node's own reading of modules, which
 * never runs again, and compiling it would take 6 MB that V8 keeps.
 */
export async function loadPlainly<T>(load: () => Promise<T>): Promise<T> {
  setFlagsFromString('--no-opt');
  try {
    return await load();
  } finally {
    setFlagsFromString('--opt');
  }
}

/**
 * Lets V8 look for garbage when its heap has grown by half, not when it has grown fourfold: rows and
 * requests that lived through a transaction count as old, and would take 60 MB before they are
 * collected. Costs some hundredths of the time. For the daemon, and for commands that go through
 * millions of rows beside it.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}
