/**
 * Requests go on a few at a time: between them the process looks after its modems, where a STOP may
 * have come. Knows nothing of what is asked.
 */
import type { MiddlewareHandler } from 'hono';

/**
 * So many go on in one round of the event loop. Each may write to the disk, and everything else waits
 * for that; to read a STOP from a modem takes several rounds.
 */
const requestsPerRound = 4;

/** Lets requests go on in the order in which they came; a few that come alone do so at once. */
export function inRounds(): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  let room = requestsPerRound;
  const beginRound = () => {
    const next = waiting.splice(0, requestsPerRound);
    room = requestsPerRound - next.length;
    if (next.length > 0) setImmediate(beginRound);
    for (const goOn of next) goOn();
  };
  return async (_context, next) => {
    if (room === requestsPerRound) setImmediate(beginRound);
    if (room > 0) room -= 1;
    else await new Promise<void>((goOn) => waiting.push(goOn));
    await next();
  };
}
