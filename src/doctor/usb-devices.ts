/** Finds the USB modems that pass themselves off as something else. Looks; switches nothing. */
import { join } from 'node:path';
import { contentOf, type Machine, namesIn } from './machine.js';
import { disguiseOf, type UsbMode } from './usb-modes.js';

export interface DisguisedModem {
  /** `12d1:1f01`. */
  readonly id: string;
  readonly mode: UsbMode;
  readonly what: string;
}

/** Of /sys/bus/usb/devices, where `1-1.2` is a device and `1-1.2:1.0` an interface of it. */
export async function findDisguisedModems(machine: Machine): Promise<readonly DisguisedModem[]> {
  const directory = join(machine.sys, 'bus/usb/devices');
  const names = await namesIn(directory);
  const read = async (name: string, file: string) =>
    ((await contentOf(join(directory, name, file))) ?? '').toLowerCase();
  const found: DisguisedModem[] = [];
  for (const name of names.filter((candidate) => !candidate.includes(':'))) {
    const id = `${await read(name, 'idVendor')}:${await read(name, 'idProduct')}`;
    const classes: string[] = [];
    for (const part of names.filter((candidate) => candidate.startsWith(`${name}:`))) {
      classes.push(await read(part, 'bInterfaceClass'));
    }
    const disguise = disguiseOf(id, classes);
    if (disguise !== undefined) found.push({ id, ...disguise });
  }
  return found;
}
