/**
 * A Unix socket in front of a serial port, as ser2net is on TCP: for a client that cannot be made to
 * open a pseudo-terminal itself. The port is open while somebody is connected.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { SerialPort } from 'serialport';

/** Listens at `path` until it is closed. Rejects where it cannot. */
export async function openPortSocket(
  path: string,
  device: string,
): Promise<{ close(): Promise<void> }> {
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    connections.add(socket);
    const port = new SerialPort({ path: device, baudRate: 115_200 });
    port.on('data', (bytes: Buffer) => socket.write(bytes));
    socket.on('data', (bytes) => port.write(bytes));
    port.on('error', (error) => socket.destroy(error));
    port.on('close', () => socket.destroy());
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      connections.delete(socket);
      if (port.isOpen) port.close();
    });
  });
  await listening(server, path);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of connections) socket.destroy();
      }),
  };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}
