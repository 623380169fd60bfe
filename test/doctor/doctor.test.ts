/** The doctor on the simulated modem behind a pseudo-terminal, and on its faults. */
import { chmodSync, chownSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { type DoctorOptions, lookAround, lookAt, type Patient } from '../../src/doctor/doctor.js';
import { canSend, type Finding } from '../../src/doctor/finding.js';
import { silentLog } from '../../src/log.js';
import { connectTo } from '../../src/modem/connect.js';
import type { PinMemory } from '../../src/modem/ports.js';
import {
  connectInMemory,
  listenTcp,
  openPty,
  SimulatedModem,
  type SimulatedModemOptions,
} from '../../src/simulator/index.js';
import { openPtyLine } from '../modem/pty-line.js';
import { FakeClock } from '../support/fake-clock.js';
import { smallMachine } from './small-machine.js';

const patient = (port: string, changes: Partial<Patient> = {}): Patient => ({
  name: 'main',
  port,
  baud: 115_200,
  dialect: 'auto',
  pin: undefined,
  pinMemory: undefined,
  daemon: undefined,
  ...changes,
});

const options: DoctorOptions = {
  clock: systemClock,
  log: silentLog,
  signal: new AbortController().signal,
  registrationWaitMs: 0,
};

async function plugIn(modemOptions: Omit<SimulatedModemOptions, 'clock'> = {}) {
  const modem = new SimulatedModem({ clock: systemClock, ...modemOptions });
  const pty = await openPty(modem);
  onTestFinished(async () => {
    await pty.close();
    modem.close();
  });
  return { modem, port: pty.path };
}

async function findingsOf(who: Patient, machine = smallMachine({})): Promise<readonly Finding[]> {
  const surroundings = await lookAround(machine, [who.port]);
  const findings: Finding[] = [];
  for await (const finding of lookAt(who, machine, surroundings, options)) findings.push(finding);
  return findings;
}

/** What was found by one check, with its sign. */
function said(findings: readonly Finding[], check: Finding['check']): string {
  return findings
    .filter((finding) => finding.check === check)
    .map(({ level, found, remedy }) => `${level}: ${found}${remedy ? ` -> ${remedy}` : ''}`)
    .join('\n');
}

const pins = (modem: SimulatedModem) =>
  modem.record.commands.filter(({ line }) => line.startsWith('AT+CPIN='));

function forgetless(refused: readonly string[] = []): PinMemory & { readonly noted: string[] } {
  const noted = [...refused];
  return {
    noted,
    recall: (pin) => (noted.includes(pin) ? 'refused' : undefined),
    keep(pin, state) {
      if (state === 'refused') noted.push(pin);
    },
  };
}

describe('a modem that works', () => {
  it('is found able to send, and told in words', async () => {
    const { port, modem } = await plugIn({ manufacturer: 'huawei', model: 'E3372', signal: 14 });
    const findings = await findingsOf(patient(port));
    expect(findings.filter(({ level }) => level === 'fault')).toEqual([]);
    expect(canSend(findings)).toBe(true);
    expect(said(findings, 'answer')).toBe('good: the modem answers at 115200 baud');
    expect(said(findings, 'identity')).toBe('good: huawei E3372, firmware 1.0');
    expect(said(findings, 'registration')).toBe(
      'good: registered with the network: Simulated Network',
    );
    expect(said(findings, 'signal')).toMatch(/^good: the signal is fair \(-85 dBm\)/);
    expect(said(findings, 'store')).toBe('good: 0 of 30 places for messages on the SIM are taken');
    expect(said(findings, 'service-centre')).toBe('good: the service centre is +447700900000');
    expect(new Set(findings.map((finding) => finding.modem))).toEqual(new Set(['main']));
    expect(modem.record.submits).toEqual([]);
  });

  it('is looked at over TCP', async () => {
    const modem = new SimulatedModem({ clock: systemClock });
    const server = await listenTcp(modem, { host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.close());
    const findings = await findingsOf(patient(`tcp://127.0.0.1:${server.port}`));
    expect(canSend(findings)).toBe(true);
    expect(said(findings, 'answer')).toMatch(/^good: tcp:.* answers$/);
  });

  it('is freed of a prompt that was left open', async () => {
    const { modem, port } = await plugIn();
    modem.play({ kind: 'stuck-at-prompt' });
    expect(canSend(await findingsOf(patient(port)))).toBe(true);
    expect(modem.record.submits).toEqual([]);
  });
});

describe('a modem that cannot send', () => {
  it.each([
    [{ registration: 2 }, 'registration', /^fault: the modem searches/],
    [{ registration: 3 }, 'registration', /^fault: the network refuses this SIM.* -> ask/],
    [{ registration: 11 }, 'registration', /^fault: .*emergency/],
    [{ pin: '1234' }, 'sim', /^fault: .*none is configured.*left: 3.* -> set pin/],
    [{ serviceCentre: '' }, 'service-centre', /^fault: the SIM holds no number/],
  ] as const)('is told why: %j', async (modemOptions, check, expected) => {
    const { port } = await plugIn(modemOptions);
    const findings = await findingsOf(patient(port));
    expect(said(findings, check)).toMatch(expected);
    expect(canSend(findings)).toBe(false);
  });

  it('is told silent, at all the rates that were tried', async () => {
    const { modem, port } = await plugIn();
    modem.play({ kind: 'silent' });
    const machine = smallMachine({});
    const surroundings = await lookAround(machine, [port]);
    const findings: Finding[] = [];
    const few = { ...options, rates: [115_200, 9_600] };
    for await (const finding of lookAt(patient(port), machine, surroundings, few)) {
      findings.push(finding);
    }
    expect(said(findings, 'answer')).toMatch(
      /^fault: nothing answers "AT" .* 115200, 9600 baud ->/,
    );
  });

  it('is told to stop answering in the middle', async () => {
    const clock = new FakeClock();
    const modem = new SimulatedModem({ clock });
    modem.record.onEntry((entry) => {
      if (entry.kind === 'command' && entry.line === 'AT+CGMI') modem.play({ kind: 'silent' });
    });
    const machine = smallMachine({}, { connectTo: () => connectInMemory(modem) });
    const who = patient('tcp://127.0.0.1:1');
    const surroundings = await lookAround(machine, [who.port]);
    const findings: Finding[] = [];
    let isDone = false;
    const looking = (async () => {
      const slow = { ...options, clock };
      for await (const finding of lookAt(who, machine, surroundings, slow)) findings.push(finding);
      isDone = true;
    })();
    while (!isDone) await clock.advance(1_000);
    await looking;
    expect(said(findings, 'answer')).toMatch(/fault: .*stopped answering/);
    expect(clock.pendingTimers).toBe(0);
  });

  it('has a full memory told, which is no reason not to send', async () => {
    const { modem, port } = await plugIn({ storeSlots: 1 });
    modem.storePdu('07911326040000F0040B911346610089F60000208062917314080CC8F71D14969741F977FD07');
    const findings = await findingsOf(patient(port));
    expect(said(findings, 'store')).toMatch(/^warning: 1 of 1 places .* -> start the daemon/);
    expect(canSend(findings)).toBe(true);
  });

  it('is not opened where the port is absent; another port is suggested', async () => {
    const machine = smallMachine({
      'dev/ttyUSB2': '',
      'dev/serial/by-id/usb-Quectel-if02': '-> ../../ttyUSB2',
    });
    const findings = await findingsOf(patient(machine.at('dev/ttyUSB0')), machine);
    expect(findings).toHaveLength(1);
    expect(said(findings, 'port')).toMatch(
      /^fault: .* does not exist -> set port = ".*usb-Quectel/,
    );
  });

  it('is not opened where another program has locked its port, and that is named', async () => {
    const line = openPtyLine();
    onTestFinished(() => line.vanish());
    const transport = await connectTo(line.path, 115_200)(new AbortController().signal);
    onTestFinished(() => transport.close());
    const machine = { ...smallMachine({}), proc: '/proc', pid: -1 };
    const findings = await findingsOf(patient(line.path), machine);
    expect(said(findings, 'holder')).toMatch(
      new RegExp(`^fault: .* is locked by .*\\(pid ${process.pid}\\).* -> stop`),
    );
    expect(said(findings, 'answer')).toBe('');
  });

  it('is not opened where the user may not, and the group is named', async () => {
    const machine = smallMachine(
      { 'dev/ttyUSB0': '', 'etc/group': 'dialout:x:0:\n' },
      { user: () => ({ name: 'pi', uid: 4711, gids: [4711] }) },
    );
    const path = machine.at('dev/ttyUSB0');
    chmodSync(path, 0o660);
    if (process.getuid?.() === 0) chownSync(path, 0, 0);
    const access = said(await findingsOf(patient(path), machine), 'access');
    expect(access).toMatch(/^fault: the user pi may not open/);
    expect(access).toMatch(/-> sudo usermod -aG \S+ pi, then log out/);
  });
});

describe('the PIN', () => {
  it('is entered once where the SIM asks and the daemon would', async () => {
    const { modem, port } = await plugIn({ pin: '1234' });
    const findings = await findingsOf(patient(port, { pin: '1234', pinMemory: forgetless() }));
    expect(canSend(findings)).toBe(true);
    expect(pins(modem)).toHaveLength(1);
  });

  it('is not entered again where it was refused, by the daemon or by the doctor', async () => {
    const { modem, port } = await plugIn({ pin: '1234' });
    const memory = forgetless(['9999']);
    const refused = await findingsOf(patient(port, { pin: '9999', pinMemory: memory }));
    expect(said(refused, 'sim')).toMatch(
      /^fault: the SIM did not take the configured PIN.*left: 3/,
    );
    expect(pins(modem)).toEqual([]);

    await findingsOf(patient(port, { pin: '0000', pinMemory: memory }));
    expect(memory.noted).toContain('0000');
    await findingsOf(patient(port, { pin: '0000', pinMemory: memory }));
    expect(pins(modem)).toHaveLength(1);
  });

  it('has its tries counted the way of the dialect that is configured', async () => {
    const { port, modem } = await plugIn({ dialect: 'huawei', manufacturer: 'Acme', pin: '1234' });
    await findingsOf(patient(port, { dialect: 'huawei', pin: '1234', pinMemory: forgetless() }));
    expect(modem.record.commands.map(({ line }) => line)).toContain('AT^CPIN?');
  });

  it('is not entered where its refusal could not be remembered', async () => {
    const { modem, port } = await plugIn({ pin: '1234' });
    const findings = await findingsOf(patient(port, { pin: '1234' }));
    expect(said(findings, 'sim')).toMatch(/^fault: .*not entered.* -> run doctor as root/);
    expect(pins(modem)).toEqual([]);
  });

  it('is asked for no more once the SIM wants its PUK', async () => {
    const { modem, port } = await plugIn({ pin: '1234' });
    for (const wrong of ['0001', '0002']) {
      await findingsOf(patient(port, { pin: wrong, pinMemory: forgetless() }));
    }
    // One try is left, which nobody here spends; a person does.
    const findings = await findingsOf(patient(port, { pin: '0003', pinMemory: forgetless() }));
    expect(said(findings, 'sim')).toMatch(/^fault: .*one try.*left: 1/);
    expect(pins(modem)).toHaveLength(2);
  });
});

describe('beside the daemon', () => {
  const record = {
    name: 'main',
    port: '/dev/ttyUSB0',
    state: 'ready',
    problem: null,
    manufacturer: null,
    model: null,
    imei: null,
    operator: 'Testnet',
    registration: 'home',
    signalDbm: -73,
    simUsed: null,
    simTotal: null,
    downSince: null,
    updatedAt: '2026-11-22T12:00:00.000Z',
  };

  it('the modem is left alone, and what the daemon says is told', async () => {
    const { modem, port } = await plugIn();
    const ready = await findingsOf(patient(port, { daemon: { record } }));
    expect(canSend(ready)).toBe(true);
    expect(said(ready, 'daemon')).toMatch(/^good: .*"ready" \(Testnet, home, -73 dBm\)/);
    const down = { ...record, state: 'down', problem: 'the port is gone' };
    const failing = await findingsOf(patient(port, { daemon: { record: down } }));
    expect(canSend(failing)).toBe(false);
    expect(said(failing, 'daemon')).toMatch(/the port is gone.* -> .*systemctl stop stopgate/);
    expect(modem.record.commands).toEqual([]);
  });
});

describe('the surroundings', () => {
  it('tell of ModemManager, with the rule that keeps it away', async () => {
    const machine = smallMachine({ 'dev/ttyUSB0': '', 'proc/411/comm': 'ModemManager\n' });
    const { findings } = await lookAround(machine, [machine.at('dev/ttyUSB0')]);
    expect(said(findings, 'modem-manager')).toMatch(
      /^warning: ModemManager runs \(pid 411\).* -> sudo stopgate service install/,
    );
  });

  it('tell of a stick that is still a CD-ROM', async () => {
    const machine = smallMachine({
      'sys/bus/usb/devices/1-1/idVendor': '12d1\n',
      'sys/bus/usb/devices/1-1/idProduct': '1f01\n',
    });
    const { findings } = await lookAround(machine, []);
    expect(said(findings, 'usb')).toMatch(/^warning: USB device 12d1:1f01.* -> .*usb-modeswitch/);
    expect(said(findings, 'ports')).toMatch(/^fault: this machine has no serial port/);
  });
});
