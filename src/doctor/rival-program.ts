/**
 * Whether ModemManager runs, the program that opens every modem which it finds and talks to it beside
 * whoever else does; and whether udev keeps it away from a port.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { contentOf, type Machine, namesIn } from './machine.js';
import { findProcess } from './processes.js';

export interface ModemManager {
  readonly pid: number;
  /** The rules that come with stopgate are installed. */
  readonly hasRule: boolean;
}

export const ruleFile = '60-stopgate-modem.rules';

/** ModemManager if it runs. */
export async function findModemManager(machine: Machine): Promise<ModemManager | undefined> {
  const pid = await findProcess(machine, 'ModemManager');
  if (pid === undefined) return undefined;
  for (const directory of machine.udevRules) {
    if ((await namesIn(directory)).includes(ruleFile)) return { pid, hasRule: true };
  }
  return { pid, hasRule: false };
}

/**
 * Whether udev tells ModemManager to leave this device alone: rules of one's own do that too, and
 * those of stopgate do it only for the makers that they name. False where it cannot be told.
 */
export async function isLeftAlone(machine: Machine, device: string): Promise<boolean> {
  try {
    const { rdev } = await stat(device);
    // The numbers of a device node as the C library packs them (gnu_dev_makedev).
    const [major, minor] = [(rdev >> 8) & 0xfff, (rdev & 0xff) | ((rdev >> 12) & 0xfff00)];
    const known = await contentOf(join(machine.run, 'udev/data', `c${major}:${minor}`));
    return /^E:ID_MM_(?:PORT|DEVICE)_IGNORE=1$/m.test(known ?? '');
  } catch {
    return false;
  }
}
