/**
 * A byte pipe to a modem, good for one connection.
 * Owns the shape and how long opening may take; `serial-port.ts`, `tcp.ts` and the simulator
 * implement it.
 */
import type { Clock } from '../clock.js';

/**
 * One open connection. It is never reopened: a SerialPort that was closed buffers writes and
 * replays them on reopen, so every reconnect makes a new one through {@link Connect}.
 */
export interface Transport {
  /** Resolves when the bytes were handed to the operating system; rejects with TransportError. */
  write(bytes: Uint8Array): Promise<void>;
  /** Sets the one listener for received bytes; chunks arrive in any split. */
  onData(listener: (bytes: Uint8Array) => void): void;
  /** Sets the one listener told once when the connection ends, by either side. */
  onClose(listener: (error: TransportError | undefined) => void): void;
  /** Closes; idempotent; resolves when the port is released. */
  close(): Promise<void>;
}

/** Opens a new connection; rejects with {@link TransportError}; gives up when `signal` aborts. */
export type Connect = (signal: AbortSignal) => Promise<Transport>;

/** Opens, and gives up when `signal` aborts or after `timeoutMs`. Rejects as {@link Connect} does. */
export async function openWithin(
  timeoutMs: number,
  connect: Connect,
  { clock, signal }: { readonly clock: Clock; readonly signal: AbortSignal },
): Promise<Transport> {
  const opening = new AbortController();
  const giveUp = () => opening.abort(signal.reason);
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  const timer = clock.setTimer(timeoutMs, () => {
    opening.abort(new TransportError('it took too long to open'));
  });
  try {
    return await connect(opening.signal);
  } finally {
    timer.cancel();
    signal.removeEventListener('abort', giveUp);
  }
}

/** The port could not be opened, or failed. `hint` is what an operator can do. */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  readonly code = 'TRANSPORT';
  readonly hint: string | undefined;

  constructor(message: string, options: { cause?: unknown; hint?: string } = {}) {
    super(message, { cause: options.cause });
    this.hint = options.hint;
  }
}
