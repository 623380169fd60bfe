/** The far end of a pseudo-terminal, as bytes: what a cable is to a serial port. */
import { close, write } from 'node:fs';
import { ReadStream } from 'node:tty';
import { open } from 'zigpty';

export interface PtyLine {
  /** What a serial port is to be opened as. */
  readonly path: string;
  onData(listener: (bytes: Uint8Array) => void): void;
  write(bytes: Uint8Array): void;
  /** Takes the device away, as when the plug is pulled. */
  vanish(): Promise<void>;
}

export function openPtyLine(): PtyLine {
  const { master, slave, pty } = open();
  const stream = new ReadStream(master);
  let gone = false;
  // Reading fails once no one holds the other end.
  stream.on('error', () => undefined);
  return {
    path: pty,
    onData: (listener) => {
      stream.on('data', listener);
    },
    write: (bytes) => {
      if (!gone) write(master, bytes, () => undefined);
    },
    vanish: () => {
      if (gone) return Promise.resolve();
      gone = true;
      return new Promise((resolve) => {
        stream.once('close', () => close(slave, () => resolve()));
        stream.destroy();
      });
    },
  };
}
