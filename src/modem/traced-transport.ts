/**
 * A tap on a connection: whoever traces is told of every byte, and changes none. Knows nothing of
 * AT, files or masks.
 */
import type { Connect, Transport, TransportError } from './transport.js';

/** Told of one connection after another, in order. It must not throw. */
export interface TransportSink {
  opened(): void;
  /** The port could not be opened, or has ended; without a reason it was closed by us. */
  closed(reason: string | undefined): void;
  /** Handed over to be written, before it is known whether that works. */
  sent(bytes: Uint8Array): void;
  received(bytes: Uint8Array): void;
}

/** The same connections, listened to. */
export function traced(connect: Connect, sink: TransportSink): Connect {
  return async (signal) => {
    try {
      const transport = await connect(signal);
      sink.opened();
      return new TracedTransport(transport, sink);
    } catch (error) {
      sink.closed(error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}

class TracedTransport implements Transport {
  readonly #transport: Transport;
  readonly #sink: TransportSink;

  constructor(transport: Transport, sink: TransportSink) {
    this.#transport = transport;
    this.#sink = sink;
  }

  write(bytes: Uint8Array): Promise<void> {
    this.#sink.sent(bytes);
    return this.#transport.write(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#transport.onData((bytes) => {
      this.#sink.received(bytes);
      listener(bytes);
    });
  }

  onClose(listener: (error: TransportError | undefined) => void): void {
    this.#transport.onClose((error) => {
      this.#sink.closed(error?.message);
      listener(error);
    });
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}
