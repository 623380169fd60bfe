/** The symbolic link to a pseudo-terminal: made in one step, and never in the place of anything else. */
import { lstatSync, readlinkSync, renameSync, statSync, symlinkSync, unlinkSync } from 'node:fs';

/** Throws Error where something stands that is no link to a pseudo-terminal, alive or dead. */
export function refuseUnlessOurs(link: string): void {
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
export function makeLink(link: string, path: string): void {
  const unfinished = `${link}.${process.pid}`;
  symlinkSync(path, unfinished);
  renameSync(unfinished, link);
}

/** Takes the link away if it still leads there. */
export function removeLink(link: string, path: string): void {
  const entry = lstatSync(link, { throwIfNoEntry: false });
  if (entry?.isSymbolicLink() && readlinkSync(link) === path) {
    unlinkSync(link);
  }
}
