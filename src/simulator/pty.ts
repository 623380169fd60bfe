/**
 * The simulated modem on a pseudo-terminal: a path under /dev that any program opens as a port.
 * The native part is loaded only when a terminal is asked for.
 */
import { lstatSync, readlinkSync, renameSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { type Clock, systemClock } from '../clock.js';
import { MasterWriter } from './pty-writer.js';
import type { SimulatedModem } from './simulated-modem.js';

export interface PtyPort {
  /** Where a driver opens it: `/dev/pts/N`. */
  readonly path: string;
  /** Takes the terminal and its link away. Idempotent. */
  close(): Promise<void>;
  /** The same in the blink of an eye, as when the plug is pulled; the link goes too. */
  vanish(): void;
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
  modem: SimulatedModem,
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
  const { master, slave, pty: path } = open();
  // Held open so that the terminal stays raw and alive while drivers come and go.
  const held = new ReadStream(slave);
  held.setRawMode(true);
  held.pause();
  const input = new ReadStream(master);
  stopBlocking(input);
  const output = new MasterWriter(master, clock);
  const detach = modem.attach({
    write: (bytes) => output.write(bytes),
    onData: (listener) => input.on('data', listener),
  });
  let present = true;
  const vanish = () => {
    if (present) {
      present = false;
      detach();
      output.close();
      input.destroy();
      held.destroy();
      if (link !== undefined) {
        removeLink(link, path);
      }
    }
  };
  // Whichever end fails, the port is gone for both.
  input.on('error', vanish);
  held.on('error', vanish);
  if (link !== undefined) {
    try {
      makeLink(link, path);
    } catch (error) {
      vanish();
      throw error;
    }
  }
  const closed = Promise.all([input, held].map((stream) => closing(stream)));
  return {
    path,
    vanish,
    async close() {
      vanish();
      await closed;
    },
  };
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

function refuseUnlessOurs(link: string): void {
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry === undefined) {
    return;
  }
  const leadsTo = entry.isSymbolicLink() ? readlinkSync(link) : undefined;
  const dangles = leadsTo !== undefined && statSync(link, { throwIfNoEntry: false }) === undefined;
  if (!dangles && !leadsTo?.startsWith('/dev/pts/')) {
    throw new Error(
      `${link} exists and is no link to a pseudo-terminal; name a path that is free for the link`,
    );
  }
}

/** Puts the link in place in one step, so that a driver that waits for it never sees half of it. */
function makeLink(link: string, path: string): void {
  const unfinished = `${link}.${process.pid}`;
  symlinkSync(path, unfinished);
  renameSync(unfinished, link);
}

function removeLink(link: string, path: string): void {
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() && readlinkSync(link) === path) {
    unlinkSync(link);
  }
}
