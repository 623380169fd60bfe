/** The machine that this process runs on, for what looks at machines. */
import { userInfo } from 'node:os';
import type { Machine, User } from '../doctor/machine.js';
import { connectTo } from '../modem/connect.js';
import { listSerialPorts } from '../modem/serial-port-list.js';

export function thisMachine(): Machine {
  return {
    proc: '/proc',
    sys: '/sys',
    dev: '/dev',
    etc: '/etc',
    run: '/run',
    udevRules: [
      '/etc/udev/rules.d',
      '/run/udev/rules.d',
      '/usr/lib/udev/rules.d',
      '/lib/udev/rules.d',
    ],
    user: currentUser,
    pid: process.pid,
    listPorts: listSerialPorts,
    connectTo,
  };
}

function currentUser(): User {
  const uid = process.getuid?.() ?? 0;
  const gids = [process.getgid?.() ?? 0, ...(process.getgroups?.() ?? [])];
  return { name: nameOfUser(uid), uid, gids };
}

/** A container may run under a number that has no name. */
function nameOfUser(uid: number): string {
  try {
    return userInfo().username;
  } catch {
    return String(uid);
  }
}
