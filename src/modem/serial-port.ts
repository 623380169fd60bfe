/**
 * A serial port as a Transport, on the `serialport` package.
 * Owns opening exclusively, what its errors mean to an operator, and noticing that the device
 * went away. Knows nothing of AT.
 */
import { SerialPort } from 'serialport';
import { type Connect, type Transport, TransportError } from './transport.js';

export interface SerialPortOptions {
  /** A device or a link to one; the link is followed anew at each connection. */
  readonly path: string;
  readonly baudRate: number;
}

/** Opens a serial port exclusively, at each call a new one. */
export function connectSerial(options: SerialPortOptions): Connect {
  return async (signal) => {
    signal.throwIfAborted();
    const { path, baudRate } = options;
    const port = new SerialPort({ path, baudRate, autoOpen: false, lock: true });
    await new Promise<void>((resolve, reject) => {
      port.open((error) => (error === null ? resolve() : reject(openError(path, error))));
    });
    const transport = new SerialTransport(port, path);
    if (signal.aborted) {
      await transport.close();
      throw new TransportError(`opening ${path} was given up`, { cause: signal.reason });
    }
    return transport;
  };
}

class SerialTransport implements Transport {
  readonly #port: SerialPort;
  readonly #path: string;
  #early: Uint8Array[] = [];
  #onData: ((bytes: Uint8Array) => void) | undefined;
  #onClose: ((error: TransportError | undefined) => void) | undefined;
  #closing: Promise<void> | undefined;
  #ended: { readonly error: TransportError | undefined } | undefined;

  constructor(port: SerialPort, path: string) {
    this.#port = port;
    this.#path = path;
    // Before the first read waits: what the poller is asked for last takes the place of the rest.
    onHangUp(port, () => this.#vanish());
    port.on('data', (bytes: Buffer) => {
      if (this.#onData === undefined) this.#early.push(bytes);
      else this.#onData(bytes);
    });
    port.on('close', (error: Error | null) => this.#end(error ?? undefined));
    port.on('error', (error: Error) => {
      this.#end(error);
      void this.close();
    });
  }

  write(bytes: Uint8Array): Promise<void> {
    if (!this.#port.isOpen) return Promise.reject(this.#goneError());
    return new Promise((resolve, reject) => {
      this.#port.write(Buffer.from(bytes), undefined, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(this.#goneError(error));
      });
    });
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#onData = listener;
    const early = this.#early;
    this.#early = [];
    for (const bytes of early) listener(bytes);
  }

  onClose(listener: (error: TransportError | undefined) => void): void {
    this.#onClose = listener;
    if (this.#ended !== undefined) listener(this.#ended.error);
  }

  close(): Promise<void> {
    this.#closing ??= new Promise((resolve) => {
      if (!this.#port.isOpen) {
        this.#end(undefined);
        resolve();
        return;
      }
      this.#port.close(() => {
        this.#end(undefined);
        resolve();
      });
    });
    return this.#closing;
  }

  #vanish(): void {
    this.#end(new Error('the device was removed'));
    void this.close();
  }

  #end(cause: Error | undefined): void {
    if (this.#ended !== undefined) return;
    const error = cause === undefined ? undefined : this.#goneError(cause);
    this.#ended = { error };
    this.#onClose?.(error);
  }

  #goneError(cause?: Error): TransportError {
    const why = cause === undefined ? '' : `: ${cause.message}`;
    return new TransportError(`the serial port ${this.#path} is gone${why}`, {
      cause,
      hint: 'see whether the modem is plugged in and has enough power',
    });
  }
}

/**
 * Tells when the kernel hangs the port up, as it does to whoever has a device open that is taken
 * out. By itself `serialport` hears of that only while it waits for bytes: when it is just reading,
 * it gets none and reads again, for ever (serialport/bindings-cpp issue 162). A port without a
 * poller (on Windows) tells by itself.
 */
function onHangUp({ port: binding }: SerialPort, listener: () => void): void {
  if (binding === undefined || !('poller' in binding)) return;
  binding.poller.once('disconnect', (error) => {
    const isOurOwnClose = error !== null && 'canceled' in error;
    if (!isOurOwnClose) listener();
  });
}

/** Says what an operator can do. The package gives no codes on Linux, only the words of strerror. */
function openError(path: string, cause: Error): TransportError {
  const said = cause.message;
  if (/lock/i.test(said)) {
    return new TransportError(`${path} is in use by another process`, {
      cause,
      hint: 'stop the other program; ModemManager is kept away by the udev rule that comes with stopgate',
    });
  }
  if (/permission denied|EACCES|access denied/i.test(said)) {
    return new TransportError(`${path} may not be opened by this user`, {
      cause,
      hint: 'add the user to the group dialout (sudo usermod -aG dialout USER) and log in again',
    });
  }
  if (/no such file|ENOENT|not found/i.test(said)) {
    return new TransportError(`${path} does not exist`, {
      cause,
      hint: 'plug the modem in; ls -l /dev/serial/by-id lists the serial ports',
    });
  }
  if (/busy|EBUSY/i.test(said)) {
    return new TransportError(`${path} is held exclusively by another process`, {
      cause,
      hint: 'stop the other program (fuser -v shows it)',
    });
  }
  if (/inappropriate ioctl|ENOTTY|is a directory/i.test(said)) {
    return new TransportError(`${path} is no serial port`, {
      cause,
      hint: 'name a tty, such as one of /dev/serial/by-id',
    });
  }
  return new TransportError(`${path} could not be opened: ${said}`, { cause });
}
