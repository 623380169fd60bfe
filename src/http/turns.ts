/**
 * One request of a connection at a time: a client that sends many in one go has each begun when the
 * answer before has left, and waits among the others like everybody. Knows nothing of what is asked.
 */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

export class Turns {
  readonly #last = new WeakMap<Socket, Promise<void>>();

  /** Resolves when it is this response's turn; to false when its client has gone. */
  async next(response: ServerResponse): Promise<boolean> {
    const { socket } = response.req;
    const before = this.#last.get(socket);
    let end = () => {};
    this.#last.set(
      socket,
      new Promise((resolve) => {
        end = resolve;
      }),
    );
    await before;
    if (socket.destroyed) end();
    else response.once('close', end);
    return !socket.destroyed;
  }
}
