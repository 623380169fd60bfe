/** The room that is left on a disk. */
import { statfsSync } from 'node:fs';

/** What this user may still write on the disk of `directory`; undefined when it cannot be told. */
export function freeBytes(directory: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}
