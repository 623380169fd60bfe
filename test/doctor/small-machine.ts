/** A machine made of a small tree of files, under a temporary directory. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Machine, User } from '../../src/doctor/machine.js';
import { connectTo } from '../../src/modem/connect.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

export interface SmallMachine extends Machine {
  /** Where a path of the tree is. */
  readonly at: (path: string) => string;
}

/** With our own rights: pseudo-terminals belong to who runs the tests. */
const operator: User = {
  name: 'pi',
  uid: process.getuid?.() ?? 0,
  gids: process.getgroups?.() ?? [],
};

/**
 * @param files contents by path (`proc/7/comm`); one that begins with `-> ` is a link, to a path of
 *   the tree when that begins with `/`
 */
export function smallMachine(
  files: Readonly<Record<string, string>>,
  changes: Partial<Machine> = {},
): SmallMachine {
  const root = temporaryDirectory();
  const at = (path: string) => join(root, path);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    const target = /^-> (.*)$/.exec(content)?.[1];
    if (target === undefined) writeFileSync(at(path), content);
    else symlinkSync(target.startsWith('/') ? at(target) : target, at(path));
  }
  return {
    proc: at('proc'),
    sys: at('sys'),
    dev: at('dev'),
    etc: at('etc'),
    run: at('run'),
    udevRules: [at('etc/udev/rules.d')],
    user: () => operator,
    pid: process.pid,
    listPorts: async () => [],
    connectTo,
    at,
    ...changes,
  };
}
