/**
 * Loaded into the built program before it starts (`node --import`): ends the process by SIGKILL when
 * it passes a checkpoint for the nth time. `CRASH_AT` names it: `after-claim:3`.
 */
import { subscribe } from 'node:diagnostics_channel';

const [name, passings] = process.env.CRASH_AT.split(':');
let left = Number(passings);

subscribe('stopgate:checkpoint', (passed) => {
  if (passed !== name) return;
  left -= 1;
  if (left === 0) process.kill(process.pid, 'SIGKILL');
});
