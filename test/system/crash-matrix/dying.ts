/** How the built program is started so that it dies at a checkpoint, and how it is seen to have died. */
import { fileURLToPath } from 'node:url';
import type { Checkpoint } from '../../../src/checkpoint.js';
import type { Launch, Running } from '../program.js';

const preload = fileURLToPath(new URL('die-at.mjs', import.meta.url));

/** Dies when it passes `at` for the time that `passing` counts from 1. */
export function dyingAt(at: Checkpoint, passing: number): Launch {
  return { nodeArgs: ['--import', preload], env: { CRASH_AT: `${at}:${passing}` } };
}

/** Waits for its end; throws what it said when nobody killed it. */
export async function killed(running: Running): Promise<void> {
  const { signal, exitCode, stdout, stderr } = await running.ended;
  if (signal === 'SIGKILL') return;
  throw new Error(`it was not killed: exit code ${exitCode}, ${stderr}\n${stdout.slice(-2_000)}`);
}
