/**
 * Which serial ports the machine has, by the names that stay the same where there are such. Looks;
 * opens nothing.
 */
import { basename, join } from 'node:path';
import { contentOf, fileBehind, type Machine, namesIn, targetOf } from './machine.js';

export interface SerialPortFound {
  /** The name to put into the configuration: of `/dev/serial/by-id` where there is one. */
  readonly path: string;
  /** The device node behind it. */
  readonly device: string;
  /** Of the kernel's driver: `option`, `cdc_acm`, `ftdi_sio` …; undefined where it cannot be told. */
  readonly driver: string | undefined;
}

/** Their ends are in the modem itself, so that the rate set on them means nothing. */
const DRIVERS_WITHOUT_RATE = new Set(['cdc_acm', 'option1', 'option', 'qcserial', 'sierra', 'hso']);

/** Ports that a modem can be at. `ttyS*` are there in numbers whether or not hardware is behind. */
const NODES = /^(?:ttyUSB|ttyACM|ttyAMA)\d+$/;

/** All serial ports that there are, each once. */
export async function findSerialPorts(machine: Machine): Promise<readonly SerialPortFound[]> {
  const byId = join(machine.dev, 'serial', 'by-id');
  const listed = await machine.listPorts().catch(() => []);
  const names = [
    ...(await namesIn(byId)).map((name) => join(byId, name)),
    ...listed,
    ...(await namesIn(machine.dev))
      .filter((name) => NODES.test(name))
      .map((name) => join(machine.dev, name)),
  ];
  const found = new Map<string, SerialPortFound>();
  for (const path of names) {
    const device = await fileBehind(path);
    if (device === undefined || found.has(device) || !(await isReal(machine, device))) continue;
    found.set(device, { path, device, driver: await driverOf(machine, device) });
  }
  return [...found.values()];
}

/** The port of this path, whatever it is called. */
export async function serialPortAt(
  machine: Machine,
  path: string,
): Promise<SerialPortFound | undefined> {
  const device = await fileBehind(path);
  if (device === undefined) return undefined;
  return { path, device, driver: await driverOf(machine, device) };
}

/** Whether the modem may answer at some rates and not at others. */
export function rateMatters(port: SerialPortFound): boolean {
  return port.driver === undefined || !DRIVERS_WITHOUT_RATE.has(port.driver);
}

/** An 8250 port of type 0 is a place on the board with nothing in it. */
async function isReal(machine: Machine, device: string): Promise<boolean> {
  const type = await contentOf(join(machine.sys, 'class/tty', basename(device), 'type'));
  return type !== '0';
}

async function driverOf(machine: Machine, device: string): Promise<string | undefined> {
  const tty = join(machine.sys, 'class/tty', basename(device), 'device');
  const driver = await targetOf(join(tty, 'driver'));
  return driver === undefined ? undefined : basename(driver);
}
