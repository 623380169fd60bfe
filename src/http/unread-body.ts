/**
 * What is left of a request when its answer is known early: a wrong key, a body that is too large. A
 * client that is still sending when the connection closes does not hear the answer, so the rest is
 * read and thrown away first, within bounds. Knows nothing of answers.
 */
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../clock.js';

export const maxDiscardedBytes = 64 * 1024 * 1024;
const maxDiscardMs = 10_000;

/**
 * Reads the body to its end and keeps none of it. Resolves to false where somebody else has begun to
 * read it, or it is too much or too slow: then it is of no use to read on.
 */
export function discardBody(incoming: IncomingMessage, clock: Clock): Promise<boolean> {
  if (incoming.complete && incoming.readableLength === 0) return Promise.resolve(true);
  if (incoming.readableFlowing !== null || incoming.destroyed) return Promise.resolve(false);
  if (Number(incoming.headers['content-length'] ?? 0) > maxDiscardedBytes) {
    return Promise.resolve(false);
  }
  return new Promise((resolve) => {
    let bytes = 0;
    const finish = (isWhole: boolean) => {
      timer.cancel();
      incoming.off('data', onData).off('end', onEnd).off('close', onClose);
      resolve(isWhole);
    };
    const onData = (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > maxDiscardedBytes) finish(false);
    };
    const onEnd = () => finish(true);
    const onClose = () => finish(false);
    const timer = clock.setTimer(maxDiscardMs, onClose);
    incoming.on('data', onData).on('end', onEnd).on('close', onClose);
  });
}
