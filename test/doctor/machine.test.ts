import { chmodSync, statSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { findAccess } from '../../src/doctor/access.js';
import { findHolders } from '../../src/doctor/processes.js';
import { findModemManager } from '../../src/doctor/rival-program.js';
import { findSerialPorts, rateMatters } from '../../src/doctor/serial-ports.js';
import { findDisguisedModems } from '../../src/doctor/usb-devices.js';
import { connectSerial } from '../../src/modem/serial-port.js';
import { openPty, SimulatedModem } from '../../src/simulator/index.js';
import { smallMachine } from './small-machine.js';

describe('serial ports', () => {
  it('are found once each, by their names that stay the same first', async () => {
    const machine = smallMachine(
      {
        'dev/ttyUSB0': '',
        'dev/ttyUSB1': '',
        'dev/ttyAMA0': '',
        'dev/ttyS0': '',
        'dev/ttyS1': '',
        'dev/null': '',
        'dev/serial/by-id/usb-HUAWEI-if01': '-> ../../ttyUSB1',
        'sys/class/tty/ttyS0/type': '0\n',
        'sys/class/tty/ttyS1/type': '4\n',
      },
      {},
    );
    const listed = ['dev/ttyUSB1', 'dev/ttyS0', 'dev/ttyS1'].map(machine.at);
    const ports = await findSerialPorts({ ...machine, listPorts: async () => listed });
    expect(ports.map(({ path }) => path)).toEqual(
      ['dev/serial/by-id/usb-HUAWEI-if01', 'dev/ttyS1', 'dev/ttyAMA0', 'dev/ttyUSB0'].map(
        machine.at,
      ),
    );
    expect(ports[0]?.device).toBe(machine.at('dev/ttyUSB1'));
  });

  it('are found where udev cannot be asked', async () => {
    const machine = smallMachine(
      { 'dev/ttyACM0': '' },
      { listPorts: () => Promise.reject(new Error('spawn udevadm ENOENT')) },
    );
    expect(await findSerialPorts(machine)).toHaveLength(1);
  });

  it('have a rate that matters unless their end is in the modem', async () => {
    const machine = smallMachine({
      'dev/ttyUSB0': '',
      'dev/ttyUSB1': '',
      'sys/class/tty/ttyUSB0/device/driver': '-> ../../../../../bus/usb-serial/drivers/option1',
      'sys/class/tty/ttyUSB1/device/driver': '-> ../../../../../bus/usb-serial/drivers/cp210x',
    });
    const ports = await findSerialPorts(machine);
    expect(ports.map(({ driver }) => driver)).toEqual(['option1', 'cp210x']);
    expect(ports.map(rateMatters)).toEqual([false, true]);
  });
});

describe('holders of a port', () => {
  it('are those that have it open, by name and pid, without ourselves', async () => {
    const machine = smallMachine(
      {
        'dev/ttyUSB0': '',
        'proc/411/comm': 'ModemManager\n',
        'proc/411/fd/9': '-> /dev/ttyUSB0',
        'proc/412/comm': 'bash\n',
        'proc/412/fd/0': '-> /dev/null',
        'proc/7/comm': 'node\n',
        'proc/7/fd/3': '-> /dev/ttyUSB0',
        'proc/self': '-> 7',
        'proc/locks': '',
      },
      { pid: 7 },
    );
    expect(await findHolders(machine, machine.at('dev/ttyUSB0'))).toEqual([
      { pid: 411, name: 'ModemManager', locked: false },
    ]);
  });

  it('are those that have it locked, also where their descriptors are not to be seen', async () => {
    const modem = new SimulatedModem({ clock: systemClock });
    const pty = await openPty(modem);
    onTestFinished(() => pty.close());
    const transport = await connectSerial({ path: pty.path, baudRate: 115_200 })(
      new AbortController().signal,
    );
    onTestFinished(() => transport.close());
    // The kernel's own table of locks, which names this process.
    const machine = { ...smallMachine({}), proc: '/proc', pid: -1 };
    const holders = await findHolders(machine, pty.path);
    expect(holders).toContainEqual({
      pid: process.pid,
      name: expect.stringMatching(/./),
      locked: true,
    });
    expect(await findHolders({ ...machine, pid: process.pid }, pty.path)).toEqual([]);
  });

  it('are not those that wait for the lock', async () => {
    const machine = smallMachine({ 'dev/ttyUSB0': '' });
    const { ino, dev } = statSync(machine.at('dev/ttyUSB0'), { bigint: true });
    const hex = (number: bigint) => number.toString(16).padStart(2, '0');
    const file = `${hex((dev >> 8n) & 0xfffn)}:${hex((dev & 0xffn) | ((dev >> 12n) & 0xfff00n))}:${ino}`;
    const waiting = smallMachine({
      'proc/locks': `1: FLOCK  ADVISORY  WRITE 0 ${file} 0 EOF\n1: -> FLOCK  ADVISORY  WRITE 9 ${file} 0 EOF\n`,
    });
    const holders = await findHolders(
      { ...machine, proc: waiting.proc },
      machine.at('dev/ttyUSB0'),
    );
    expect(holders).toEqual([{ pid: undefined, name: undefined, locked: true }]);
  });
});

describe('access', () => {
  const node = (mode: number, etc = '') => {
    const machine = smallMachine({ 'dev/ttyUSB0': '', 'etc/group': etc });
    const path = machine.at('dev/ttyUSB0');
    chmodSync(path, mode);
    const { uid, gid } = statSync(path);
    const stranger = { name: 'pi', uid: uid + 1000, gids: [gid + 1000] };
    return { machine, path, gid, stranger };
  };

  it('is had through the group', async () => {
    const { machine, path, gid, stranger } = node(0o660);
    const member = { ...machine, user: () => ({ ...stranger, gids: [gid] }) };
    expect(await findAccess(member, path)).toMatchObject({ allowed: true });
    const outsider = { ...machine, user: () => stranger };
    expect(await findAccess(outsider, path)).toMatchObject({ allowed: false, groupMay: true });
  });

  it('is not had by a membership that the process does not have yet', async () => {
    const { gid } = node(0o660);
    const { machine, path, stranger } = node(0o660, `wheel:x:99999:\ndialout:x:${gid}:alice,pi\n`);
    expect(await findAccess({ ...machine, user: () => stranger }, path)).toMatchObject({
      allowed: false,
      group: 'dialout',
      isMember: true,
    });
  });

  it('is had by root and, of a node that is open to all, by everyone', async () => {
    const closed = node(0o600);
    const root = { name: 'root', uid: 0, gids: [0] };
    expect(await findAccess({ ...closed.machine, user: () => root }, closed.path)).toMatchObject({
      allowed: true,
    });
    const open = node(0o666);
    expect(
      await findAccess({ ...open.machine, user: () => open.stranger }, open.path),
    ).toMatchObject({ allowed: true });
  });
});

describe('ModemManager', () => {
  it('is found with the rule that keeps it away, or without', async () => {
    const running = { 'proc/411/comm': 'ModemManager\n' };
    expect(await findModemManager(smallMachine({ 'proc/1/comm': 'systemd\n' }))).toBeUndefined();
    expect(await findModemManager(smallMachine(running))).toEqual({ pid: 411, hasRule: false });
    const ruled = smallMachine({ ...running, 'etc/udev/rules.d/60-stopgate-modem.rules': '' });
    expect(await findModemManager(ruled)).toEqual({ pid: 411, hasRule: true });
  });
});

describe('USB devices', () => {
  const device = (name: string, id: string, ...classes: string[]) => {
    const [vendor = '', product = ''] = id.split(':');
    const directory = `sys/bus/usb/devices/${name}`;
    return Object.fromEntries([
      [`${directory}/idVendor`, `${vendor}\n`],
      [`${directory}/idProduct`, `${product}\n`],
      ...classes.map((number, index) => [`${directory}:1.${index}/bInterfaceClass`, `${number}\n`]),
    ]);
  };

  it('are recognised where they pass themselves off as a disk or a network card', async () => {
    const machine = smallMachine({
      ...device('1-1', '12d1:1f01', '08'),
      ...device('1-1.2', '12d1:14dc', '02', '0a', '08'),
      ...device('1-2', '12d1:9999', '08'),
      ...device('1-3', '12d1:1506', 'ff', 'ff', 'ff', '08'),
      ...device('1-4', '0781:5567', '08'),
    });
    const found = await findDisguisedModems(machine);
    expect(found.map(({ id, mode }) => `${id} ${mode}`)).toEqual([
      '12d1:1f01 storage',
      '12d1:14dc router',
      '12d1:9999 storage',
    ]);
  });
});
