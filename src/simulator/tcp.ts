/**
 * The simulated modem behind a TCP port, as ser2net shows a real one: raw bytes, one client.
 */
import { createServer, type Socket } from 'node:net';
import type { Attachable } from './simulated-modem.js';

export interface TcpPort {
  readonly host: string;
  /** The one that was given, when 0 was asked for. */
  readonly port: number;
  /** Ends the client's connection and stops listening; resolves when the port is free. */
  close(): Promise<void>;
  /** Cuts the client off; it may come again. */
  dropConnections(): void;
}

/**
 * Listens on `host:port` (0: any free one). A second client is cut off while there is a first.
 * Rejects when the address cannot be had.
 */
export async function listenTcp(
  modem: Attachable,
  options: { readonly host: string; readonly port: number },
): Promise<TcpPort> {
  let client: Socket | undefined;
  let plugged = true;
  const server = createServer((socket) => {
    if (modem.attached || !plugged) {
      socket.destroy();
      return;
    }
    client = socket;
    socket.setNoDelay(true);
    const detach = modem.attach({
      write: (bytes) => {
        if (socket.writable) {
          socket.write(bytes);
        }
      },
      onData: (listener) => socket.on('data', listener),
      unplug: () => {
        plugged = false;
        detach();
        socket.resetAndDestroy();
        return () => {
          plugged = true;
        };
      },
    });
    // A client that dies resets its connection, which is how lines end.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      detach();
      client = undefined;
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error(`listening on ${options.host} gave no TCP address`);
  }
  return {
    host: options.host,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        client?.destroy();
      }),
    dropConnections: () => client?.resetAndDestroy(),
  };
}
