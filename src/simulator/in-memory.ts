/**
 * The simulated modem without any port: what it and a driver write is handed over in memory.
 * Behaves as a serial port does: exclusive, one connection each, and it can be unplugged.
 */
import { type Connect, type Transport, TransportError } from '../modem/transport.js';
import type { Attachable } from './simulated-modem.js';

/** A {@link Connect} with the plug in one's hand. */
export interface InMemoryPort extends Connect {
  /** Ends the connection as pulling the USB plug does; new ones are refused. */
  unplug(): void;
  plugIn(): void;
}

/** @param options.chunkBytes received bytes arrive in pieces no longer than this */
export function connectInMemory(
  modem: Attachable,
  options: { readonly chunkBytes?: number } = {},
): InMemoryPort {
  const { chunkBytes = Number.POSITIVE_INFINITY } = options;
  let plugged = true;
  let current: InMemoryConnection | undefined;

  const unplug = () => {
    plugged = false;
    current?.end(new TransportError('the simulated modem was unplugged'));
  };
  const plugIn = () => {
    plugged = true;
  };
  const connect = async (signal: AbortSignal): Promise<Transport> => {
    if (signal.aborted) {
      throw new TransportError('opening the simulated modem was given up');
    }
    if (!plugged) {
      throw new TransportError('the simulated modem is unplugged');
    }
    if (modem.attached) {
      throw new TransportError('the simulated modem is in use by another connection');
    }
    current = new InMemoryConnection(modem, chunkBytes, () => {
      unplug();
      return plugIn;
    });
    return current;
  };
  return Object.assign(connect, { unplug, plugIn });
}

class InMemoryConnection implements Transport {
  readonly #chunkBytes: number;
  readonly #detach: () => void;
  #toModem: ((bytes: Uint8Array) => void) | undefined;
  #onData: ((bytes: Uint8Array) => void) | undefined;
  #onClose: ((error: TransportError | undefined) => void) | undefined;
  #unheard: Uint8Array[] = [];
  #ended: boolean = false;

  constructor(modem: Attachable, chunkBytes: number, unplug: () => () => void) {
    this.#chunkBytes = chunkBytes;
    this.#detach = modem.attach({
      write: (bytes) => this.#fromModem(bytes),
      onData: (listener) => {
        this.#toModem = listener;
      },
      unplug,
    });
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.#ended) {
      throw new TransportError('the connection to the simulated modem has ended');
    }
    this.#toModem?.(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#onData = listener;
    for (const bytes of this.#unheard.splice(0)) {
      this.#hand(bytes);
    }
  }

  onClose(listener: (error: TransportError | undefined) => void): void {
    this.#onClose = listener;
  }

  async close(): Promise<void> {
    this.end(undefined);
  }

  /** Takes the line off the modem; the listener hears of it once. */
  end(error: TransportError | undefined): void {
    if (this.#ended) {
      return;
    }
    this.#ended = true;
    this.#detach();
    this.#onClose?.(error);
  }

  #fromModem(bytes: Uint8Array): void {
    for (let start = 0; start < bytes.length; start += this.#chunkBytes) {
      const chunk = Uint8Array.from(bytes.subarray(start, start + this.#chunkBytes));
      if (this.#onData === undefined) {
        this.#unheard.push(chunk);
      } else {
        this.#hand(chunk);
      }
    }
  }

  /** As on a real port, an answer never comes within the call that wrote the command. */
  #hand(chunk: Uint8Array): void {
    queueMicrotask(() => {
      if (!this.#ended) {
        this.#onData?.(chunk);
      }
    });
  }
}
