/** A modem behind a TCP port (ser2net, a serial server) as a Transport. Knows nothing of AT. */
import { connect as connectSocket, type Socket } from 'node:net';
import { type Connect, type Transport, TransportError } from './transport.js';

export interface TcpOptions {
  readonly host: string;
  readonly port: number;
}

/** How long TCP may be silent before the kernel asks whether the other side is still there. */
const KEEP_ALIVE_MS = 30_000;

/** Opens a TCP connection, at each call a new one. Give it a deadline through the signal. */
export function connectTcp({ host, port }: TcpOptions): Connect {
  const shown = `tcp://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return (signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(new TransportError(`opening ${shown} was given up`, { cause: signal.reason }));
        return;
      }
      const socket = connectSocket({ host, port, noDelay: true });
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      const fail = (error: Error) => {
        signal.removeEventListener('abort', abort);
        socket.destroy();
        reject(connectError(shown, error));
      };
      const abort = () => fail(new Error('given up'));
      signal.addEventListener('abort', abort, { once: true });
      socket.once('error', fail);
      socket.once('connect', () => {
        signal.removeEventListener('abort', abort);
        socket.off('error', fail);
        resolve(new TcpTransport(socket, shown));
      });
    });
}

class TcpTransport implements Transport {
  readonly #socket: Socket;
  readonly #shown: string;
  #error: Error | undefined;
  #closing: Promise<void> | undefined;

  constructor(socket: Socket, shown: string) {
    this.#socket = socket;
    this.#shown = shown;
    socket.on('error', (error) => {
      this.#error = error;
    });
    socket.on('end', () => {
      this.#error ??= new Error('the other side closed it');
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#socket.destroyed) {
        reject(this.#goneError(this.#error));
        return;
      }
      this.#socket.write(bytes, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(this.#goneError(error));
      });
    });
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#socket.on('data', listener);
  }

  onClose(listener: (error: TransportError | undefined) => void): void {
    const tell = () =>
      listener(this.#error === undefined ? undefined : this.#goneError(this.#error));
    if (this.#socket.closed) tell();
    else this.#socket.once('close', tell);
  }

  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      if (this.#socket.closed) {
        resolve();
        return;
      }
      this.#socket.once('close', () => resolve());
      this.#socket.destroy();
    });
    return this.#closing;
  }

  #goneError(cause: Error | undefined): TransportError {
    const why = cause === undefined ? '' : `: ${cause.message}`;
    return new TransportError(`the connection to ${this.#shown} is gone${why}`, { cause });
  }
}

function connectError(shown: string, cause: Error & { code?: string }): TransportError {
  const hints: Record<string, string> = {
    ECONNREFUSED: 'see whether ser2net runs there and no other client holds the port',
    ENOTFOUND: 'see whether the host name is spelt right',
    EAI_AGAIN: 'the name could not be looked up; see whether DNS works',
    EHOSTUNREACH: 'see whether the host is switched on and on this network',
    ETIMEDOUT: 'see whether the host is switched on and no firewall is between',
  };
  const hint = hints[cause.code ?? ''];
  const message = `${shown} could not be opened: ${cause.message}`;
  return new TransportError(message, hint === undefined ? { cause } : { cause, hint });
}
