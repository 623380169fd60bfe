/**
 * Keeps connections and what lies unsent in them within bounds, so that clients that send slowly, do
 * not read their answers or just stay hold nobody up: whoever waits longest without being worked for
 * makes room for who comes new. Knows nothing of requests but when they begin and end.
 */
import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export interface ConnectionLimits {
  readonly maxConnections: number;
  /** Of answers that were made and not taken, in all connections together. */
  readonly maxUnsentBytes: number;
}

/** Holds `server` to `limits` from now on. */
export function limitConnections(
  server: Server,
  { maxConnections, maxUnsentBytes }: ConnectionLimits,
): void {
  /** Those that began something longest ago first, with the last answer of each. */
  const open = new Map<Socket, ServerResponse | undefined>();

  const isWorkedFor = (response: ServerResponse | undefined) =>
    response !== undefined && !response.writableEnded && response.req.complete;

  const makeRoom = () => {
    for (const [socket, response] of open) {
      if (isWorkedFor(response)) continue;
      socket.destroy();
      return;
    }
  };

  const dropUnsent = () => {
    let unsent = 0;
    for (const [{ writableLength }] of open) unsent += writableLength;
    for (const [socket, response] of open) {
      if (unsent <= maxUnsentBytes) return;
      if (socket.writableLength === 0 || isWorkedFor(response)) continue;
      unsent -= socket.writableLength;
      socket.destroy();
    }
  };

  server.on('connection', (socket: Socket) => {
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
    if (open.size > maxConnections) makeRoom();
  });
  server.prependListener('request', ({ socket }, response) => {
    open.delete(socket);
    open.set(socket, response);
    response.once('prefinish', dropUnsent);
  });
}
