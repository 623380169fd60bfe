/**
 * The simulated modem on a pseudo-terminal: a path under /dev that any program opens as a port.
 * The native part is loaded only when a terminal is asked for.
 */
import { execFileSync } from 'node:child_process';
import { closeSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { type Clock, systemClock } from '../clock.js';
import { makeLink, refuseUnlessOurs, removeLink } from './pty-link.js';
import { MasterWriter } from './pty-writer.js';
import type { Attachable } from './simulated-modem.js';

export interface PtyPort {
  /** Where a driver opens it: `/dev/pts/N`. Another one after it was unplugged and put back. */
  readonly path: string;
  /** Takes the terminal and its link away. Idempotent. */
  close(): Promise<void>;
  /** The same in the blink of an eye, as when the plug is pulled; the link goes too. */
  vanish(): void;
}

/** What the native part gives: two descriptors and a name. */
interface OpenedPty {
  readonly master: number;
  readonly slave: number;
  readonly pty: string;
}

/** The part of a TTY handle that makes writes return at once; Node has no public name for it. */
interface BlockingSwitch {
  setBlocking(blocking: boolean): number;
}

/**
 * Opens a terminal in raw mode. `link` is a symbolic link to make to it: one that dangles or
 * leads to another pseudo-terminal is replaced, anything else is refused. Rejects with an Error
 * that says what to do where there are no pseudo-terminals to be had.
 */
export async function openPty(
  modem: Attachable,
  options: { readonly link?: string; readonly clock?: Clock } = {},
): Promise<PtyPort> {
  const { link, clock = systemClock } = options;
  if (link !== undefined) {
    refuseUnlessOurs(link);
  }
  const { hasNative, open } = await import('zigpty');
  if (!hasNative) {
    throw new Error(
      'pseudo-terminals need an x64 or arm64 machine; the simulated modem on TCP (--tcp) works everywhere',
    );
  }
  if (modem.attached) {
    throw new Error('the simulated modem is on another line; close that first');
  }
  return new PtySocket({ modem, link, clock, open: () => open() });
}

interface SocketOptions {
  readonly modem: Attachable;
  readonly link: string | undefined;
  readonly clock: Clock;
  readonly open: () => OpenedPty;
}

/** Where the modem is plugged in: one terminal after the other, behind one link. */
class PtySocket implements PtyPort {
  readonly #options: SocketOptions;
  /** Every terminal that there was, until it is closed. */
  readonly #closing: Promise<void>[] = [];
  #terminal: PtyTerminal;
  #closed: boolean = false;

  constructor(options: SocketOptions) {
    this.#options = options;
    this.#terminal = this.#newTerminal();
    this.#plugIn(this.#terminal);
  }

  get path(): string {
    return this.#terminal.path;
  }

  vanish(): void {
    this.#closed = true;
    this.#pull();
  }

  async close(): Promise<void> {
    this.vanish();
    await Promise.all(this.#closing);
  }

  #newTerminal(): PtyTerminal {
    const { open, clock } = this.#options;
    const terminal = new PtyTerminal(open(), clock);
    this.#closing.push(terminal.closed);
    return terminal;
  }

  #plugIn(terminal: PtyTerminal): void {
    const { modem, link } = this.#options;
    const detach = modem.attach({
      write: (bytes) => terminal.write(bytes),
      onData: (listener) => terminal.onData(listener),
      unplug: () => this.#unplug(),
      rate: () => terminal.rate(),
    });
    terminal.onEnd(() => {
      detach();
      if (link !== undefined) {
        removeLink(link, terminal.path);
      }
    });
    if (link !== undefined) {
      try {
        makeLink(link, terminal.path);
      } catch (error) {
        this.#pull();
        throw error;
      }
    }
  }

  #unplug(): () => void {
    // Opened before the old one is gone, so that it has another name, as ttyUSB0 becomes ttyUSB1.
    const next = this.#newTerminal();
    this.#pull();
    this.#terminal = next;
    return () => {
      if (!this.#closed) {
        this.#plugIn(next);
      }
    };
  }

  #pull(): void {
    this.#terminal.end();
  }
}

/** One pseudo-terminal, held open so that it stays raw and alive while drivers come and go. */
class PtyTerminal {
  readonly path: string;
  /** Resolves when both of its ends are closed. */
  readonly closed: Promise<void>;
  readonly #slave: number;
  readonly #held: ReadStream;
  readonly #input: ReadStream;
  readonly #output: MasterWriter;
  #ended: boolean = false;
  #onEnd: () => void = () => undefined;

  constructor({ master, slave, pty }: OpenedPty, clock: Clock) {
    this.path = pty;
    this.#slave = slave;
    this.#held = new ReadStream(slave);
    this.#held.setRawMode(true);
    this.#held.pause();
    this.#input = new ReadStream(master);
    stopBlocking(this.#input);
    this.#output = new MasterWriter(master, clock);
    // Whichever end fails, the port is gone for both.
    this.#input.on('error', () => this.end());
    this.#held.on('error', () => this.end());
    const ownSlave = descriptorOf(this.#held) === slave;
    this.closed = Promise.all([this.#input, this.#held].map(closing)).then(() => {
      // libuv opens a slave once more for itself; while anyone has one open its number is taken.
      if (!ownSlave) closeSync(slave);
    });
  }

  write(bytes: Uint8Array): void {
    this.#output.write(bytes);
  }

  onData(listener: (bytes: Uint8Array) => void): void {
    this.#input.on('data', listener);
  }

  /** Sets the one listener for the end, by whatever cause. */
  onEnd(listener: () => void): void {
    this.#onEnd = listener;
  }

  /** Bits a second, as the terminal was set by who has it open; Node cannot tell, `stty` can. */
  rate(): number | undefined {
    try {
      const told = execFileSync('stty', ['speed'], {
        stdio: [this.#slave, 'pipe', 'ignore'],
        encoding: 'utf8',
      });
      return /^\d+$/.test(told.trim()) ? Number(told) : undefined;
    } catch {
      return undefined;
    }
  }

  end(): void {
    if (!this.#ended) {
      this.#ended = true;
      this.#onEnd();
      this.#output.close();
      this.#input.destroy();
      this.#held.destroy();
    }
  }
}

function descriptorOf(stream: ReadStream): unknown {
  const handle: unknown = Reflect.get(stream, '_handle');
  return typeof handle === 'object' && handle !== null && 'fd' in handle ? handle.fd : undefined;
}

function closing(stream: ReadStream): Promise<void> {
  return new Promise((resolve) => {
    stream.once('close', () => resolve());
  });
}

/** libuv leaves a master in blocking mode, and one whose reader sleeps would stop the process. */
function stopBlocking(stream: ReadStream): void {
  const handle: unknown = Reflect.get(stream, '_handle');
  if (canSwitchBlocking(handle)) {
    handle.setBlocking(false);
  }
}

function canSwitchBlocking(handle: unknown): handle is BlockingSwitch {
  return typeof handle === 'object' && handle !== null && 'setBlocking' in handle;
}
