/**
 * Which processes run and which of them hold a port, from /proc. Looks; ends nothing.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Machine, namesIn, targetOf } from './machine.js';

export interface Holder {
  /** Undefined where /proc does not show it: it lives in another container, say. */
  readonly pid: number | undefined;
  /** The name of the program; undefined where /proc does not show it. */
  readonly name: string | undefined;
  /** It has locked the port, as stopgate and most programs for modems do. */
  readonly locked: boolean;
}

/** Whether a program of this name runs: its pid. */
export async function findProcess(machine: Machine, name: string): Promise<number | undefined> {
  for (const pid of await pids(machine)) {
    if ((await nameOf(machine, pid)) === name) return pid;
  }
  return undefined;
}

/**
 * Who has the device open or locked, other than we. What other users' processes have open only
 * root sees; their locks everyone.
 */
export async function findHolders(machine: Machine, device: string): Promise<readonly Holder[]> {
  const lockers = await lockersOf(machine, device);
  const openers: number[] = [];
  for (const pid of await pids(machine)) {
    if (await hasOpen(machine, pid, device)) openers.push(pid);
  }
  const all = new Set([...lockers, ...openers]);
  all.delete(machine.pid);
  const holders: Holder[] = [];
  for (const pid of all) {
    holders.push({
      pid: pid > 0 ? pid : undefined,
      name: pid > 0 ? await nameOf(machine, pid) : undefined,
      locked: lockers.includes(pid),
    });
  }
  return holders;
}

async function pids(machine: Machine): Promise<readonly number[]> {
  return (await namesIn(machine.proc)).filter((name) => /^\d+$/.test(name)).map(Number);
}

function nameOf(machine: Machine, pid: number): Promise<string | undefined> {
  return contentOf(join(machine.proc, String(pid), 'comm'));
}

async function hasOpen(machine: Machine, pid: number, device: string): Promise<boolean> {
  const directory = join(machine.proc, String(pid), 'fd');
  for (const descriptor of await namesIn(directory)) {
    if ((await targetOf(join(directory, descriptor))) === device) return true;
  }
  return false;
}

/**
 * `1: FLOCK  ADVISORY  WRITE 412 00:05:341 0 EOF`: kind, mode, access, pid, and the file as the
 * numbers of its device (hexadecimal) and its inode (proc_locks(5)). A pid of 0 or -1 is one
 * that this /proc does not show.
 */
async function lockersOf(machine: Machine, device: string): Promise<readonly number[]> {
  const locks = await contentOf(join(machine.proc, 'locks'));
  const file = await fileNumbers(device);
  if (locks === undefined || file === undefined) return [];
  const lockers: number[] = [];
  for (const line of locks.split('\n')) {
    const fields = line.trim().split(/\s+/);
    // A process that waits for a lock has `->` before its kind and holds nothing.
    if (fields[1] === '->' || fields[5]?.toLowerCase() !== file) continue;
    const pid = Number(fields[4]);
    if (Number.isInteger(pid)) lockers.push(pid);
  }
  return lockers;
}

async function fileNumbers(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    // The numbers of a device as the C library packs them (gnu_dev_makedev).
    const major = ((dev >> 8n) & 0xfffn) | ((dev >> 32n) & ~0xfffn);
    const minor = (dev & 0xffn) | ((dev >> 12n) & ~0xffn);
    const hex = (number: bigint) => number.toString(16).padStart(2, '0');
    return `${hex(major)}:${hex(minor & 0xffffffffn)}:${ino}`;
  } catch {
    return undefined;
  }
}
