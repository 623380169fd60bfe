/**
 * The machine as the doctor sees it: where its file systems are, who we are there, how a port is
 * opened. Handed in, so that a small tree of files can stand for a machine.
 */
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import type { Connect } from '../modem/transport.js';

export interface Machine {
  /** `/proc`: processes and locks. */
  readonly proc: string;
  /** `/sys`: USB devices, serial ports and their drivers. */
  readonly sys: string;
  /** `/dev`: device nodes and the links to them by id. */
  readonly dev: string;
  /** `/etc`: the groups. */
  readonly etc: string;
  /** `/run`: what udev knows of devices. */
  readonly run: string;
  /** Directories of udev rules, those of the administrator first. */
  readonly udevRules: readonly string[];
  /** Who we are; asked again each time, since root may have become another user. */
  readonly user: () => User;
  /** Our own process, which is nobody else. */
  readonly pid: number;
  /** Paths of serial ports as udev tells them; rejects where it cannot. */
  readonly listPorts: () => Promise<readonly string[]>;
  readonly connectTo: (port: string, baud: number) => Connect;
}

export interface User {
  readonly name: string;
  readonly uid: number;
  /** The groups of the process, its own included; not those of the user's next login. */
  readonly gids: readonly number[];
}

/** Names in a directory, in order; none where it is absent or may not be read. */
export async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return (await readdir(directory)).sort();
  } catch {
    return [];
  }
}

/** A small file without the white space around it; undefined where it cannot be read. */
export async function contentOf(file: string): Promise<string | undefined> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch {
    return undefined;
  }
}

/** Where a link leads, one step; undefined where it is none. */
export async function targetOf(link: string): Promise<string | undefined> {
  try {
    return await readlink(link);
  } catch {
    return undefined;
  }
}

/** The file behind all links; undefined where there is none. */
export async function fileBehind(path: string): Promise<string | undefined> {
  try {
    return await realpath(path);
  } catch {
    return undefined;
  }
}
