/**
 * Whether the user may open a device node, and what a `usermod` would change. Looks; the answer of
 * the kernel comes when the port is opened.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Machine, type User } from './machine.js';

export interface Access {
  readonly allowed: boolean;
  readonly user: User;
  /** The group of the node, by name; its number where it has none. */
  readonly group: string;
  /** The group may read and write. */
  readonly groupMay: boolean;
  /** The user is in the group by /etc/group, whether or not this process knows of it. */
  readonly isMember: boolean;
}

const READ_WRITE = 0o6;

/** How the node stands to the user; undefined where there is no such node. */
export async function findAccess(machine: Machine, device: string): Promise<Access | undefined> {
  try {
    const { uid, gid, mode } = await stat(device);
    const user = machine.user();
    const may = (bits: number) => (bits & READ_WRITE) === READ_WRITE;
    const groupMay = may(mode >> 3);
    const { group, members } = await groupOf(machine, gid);
    return {
      allowed:
        user.uid === 0 ||
        (uid === user.uid && may(mode >> 6)) ||
        (user.gids.includes(gid) && groupMay) ||
        may(mode),
      user,
      group,
      groupMay,
      isMember: members.includes(user.name),
    };
  } catch {
    return undefined;
  }
}

/** `dialout:x:20:pi,stopgate` (group(5)). */
async function groupOf(
  machine: Machine,
  gid: number,
): Promise<{ readonly group: string; readonly members: readonly string[] }> {
  const groups = (await contentOf(join(machine.etc, 'group'))) ?? '';
  for (const line of groups.split('\n')) {
    const [name, , number, members] = line.split(':');
    if (name !== undefined && number === String(gid)) {
      return { group: name, members: (members ?? '').split(',') };
    }
  }
  return { group: String(gid), members: [] };
}
