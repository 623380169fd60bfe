import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SerialPort } from 'serialport';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasNative } from 'zigpty';
import { systemClock } from '../../src/clock.js';
import { connectSerial } from '../../src/modem/serial-port.js';
import { openPty, type PtyPort, SimulatedModem } from '../../src/simulator/index.js';
import { eventually } from './eventually.js';
import { CTRL_Z, submitOf } from './terminal.js';

const descriptors = '/proc/self/fd';

interface Opened {
  readonly port: SerialPort;
  readonly received: () => string;
}

function openPort(path: string): Promise<Opened> {
  return new Promise((resolve, reject) => {
    const port = new SerialPort({ path, baudRate: 115200 });
    let received = '';
    port.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1');
    });
    port.on('error', reject);
    port.on('open', () => resolve({ port, received: () => received }));
  });
}

function closePort({ port }: Opened): Promise<void> {
  return new Promise((resolve) => {
    port.close(() => resolve());
  });
}

describe.runIf(hasNative)('the simulated modem on a pseudo-terminal', () => {
  let directory: string;
  let modem: SimulatedModem;
  const ports: PtyPort[] = [];

  async function open(options: { link?: string } = {}): Promise<PtyPort> {
    const port = await openPty(modem, options);
    ports.push(port);
    return port;
  }

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'stopgate-pty-'));
    modem = new SimulatedModem({ clock: systemClock });
  });

  afterEach(async () => {
    for (const port of ports.splice(0)) {
      await port.close();
    }
    modem.close();
    rmSync(directory, { recursive: true });
  });

  it('talks to serialport byte for byte', async () => {
    const { path } = await open();
    const opened = await openPort(path);
    opened.port.write('AT\r');
    await eventually('the echo and OK', () => opened.received() === 'AT\r\r\nOK\r\n');
    const { hex, tpduLength } = submitOf('hello');
    opened.port.write(`ATE0\rAT+CMGS=${tpduLength}\r`);
    await eventually('the prompt', () => opened.received().endsWith('\r\n> '));
    opened.port.write(`${hex}${CTRL_Z}`);
    await eventually('the reference', () =>
      opened.received().endsWith('\r\n+CMGS: 0\r\n\r\nOK\r\n'),
    );
    expect(modem.record.submits).toMatchObject([{ hex, outcome: 'accepted' }]);
    await closePort(opened);
  });

  it('is raw before any driver has opened it: the modem never hears its own voice', async () => {
    const { path } = await open();
    modem.unsolicited('AT+CSQ');
    const opened = await openPort(path);
    opened.port.write('AT\r');
    await eventually('OK', () => opened.received().includes('OK'));
    expect(modem.record.commands.map(({ line }) => line)).toEqual(['AT']);
    await closePort(opened);
  });

  it.runIf(existsSync(descriptors))('leaves no descriptor open once it is closed', async () => {
    const port = await open();
    await port.close();
    const openFiles = readdirSync(descriptors).map((name) => {
      const link = join(descriptors, name);
      return existsSync(link) ? readlinkSync(link) : '';
    });
    expect(openFiles).not.toContain(port.path);
    expect(openFiles).not.toContain(`${port.path} (deleted)`);
  });

  it('stays there while drivers come and go', async () => {
    const { path } = await open();
    const first = await openPort(path);
    first.port.write('ATE0\r');
    await eventually('OK', () => first.received().includes('OK'));
    await closePort(first);
    const second = await openPort(path);
    second.port.write('AT\r');
    await eventually('OK without echo', () => second.received() === '\r\nOK\r\n');
    await closePort(second);
  });

  it('is reached by its link, which goes when it closes', async () => {
    const link = join(directory, 'modem');
    const port = await open({ link });
    expect(readlinkSync(link)).toBe(port.path);
    const opened = await openPort(link);
    opened.port.write('AT\r');
    await eventually('OK', () => opened.received().includes('OK'));
    await closePort(opened);
    await port.close();
    expect(existsSync(link)).toBe(false);
    expect(modem.attached).toBe(false);
  });

  it('replaces a link that dangles or was left by another', async () => {
    for (const [name, target] of [
      ['dangling', join(directory, 'nothing')],
      ['left', '/dev/pts/ptmx'],
    ] as const) {
      const link = join(directory, name);
      symlinkSync(target, link);
      const port = await open({ link });
      expect(readlinkSync(link)).toBe(port.path);
      await port.close();
    }
  });

  it('refuses a link where something else stands, and leaves that alone', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, 'precious');
    await expect(open({ link: file })).rejects.toThrow('no link to a pseudo-terminal');
    const link = join(directory, 'link');
    symlinkSync(file, link);
    await expect(open({ link })).rejects.toThrow('no link to a pseudo-terminal');
    expect(readlinkSync(link)).toBe(file);
    expect(modem.attached).toBe(false);
  });

  it('is refused for a modem that is on another line', async () => {
    await open();
    await expect(openPty(modem)).rejects.toThrow('another line');
  });

  it('leaves no terminal behind when the link cannot be made', async () => {
    await expect(open({ link: join(directory, 'no', 'such', 'place') })).rejects.toThrow('ENOENT');
    expect(modem.attached).toBe(false);
  });

  it('vanishes under an open port as when the plug is pulled, and can come back', async () => {
    const link = join(directory, 'modem');
    const port = await open({ link });
    const driver = await connectSerial({ path: link, baudRate: 115200 })(
      new AbortController().signal,
    );
    let received = '';
    let isGone = false;
    driver.onData((bytes) => {
      received += Buffer.from(bytes).toString('latin1');
    });
    driver.onClose(() => {
      isGone = true;
    });
    await driver.write(Buffer.from('AT\r'));
    await eventually('OK', () => received.includes('OK'));
    port.vanish();
    await eventually('the port to be gone', () => isGone);
    expect(existsSync(link)).toBe(false);
    const again = await open({ link });
    const reopened = await openPort(again.path);
    reopened.port.write('AT\r');
    await eventually('OK', () => reopened.received().includes('OK'));
    await closePort(reopened);
  });

  it('comes back under another name behind the same link after it was unplugged', async () => {
    const link = join(directory, 'modem');
    const port = await open({ link });
    const before = port.path;
    modem.play({ kind: 'unplugged', forMs: 50 });
    expect(existsSync(link)).toBe(false);
    await eventually('the link', () => existsSync(link));
    expect(port.path).not.toBe(before);
    expect(readlinkSync(link)).toBe(port.path);
    const reopened = await openPort(link);
    reopened.port.write('AT\r');
    await eventually('OK', () => reopened.received().includes('OK'));
    await closePort(reopened);
    await port.close();
    expect(existsSync(link)).toBe(false);
  });

  it('can be closed while it is unplugged', async () => {
    const link = join(directory, 'modem');
    const port = await open({ link });
    modem.play({ kind: 'unplugged', forMs: 60_000 });
    expect(modem.attached).toBe(false);
    await port.close();
    expect(existsSync(link)).toBe(false);
  });

  it('tells the rate to which whoever opened it has set it', async () => {
    let arrived = '';
    const port = await openPty({
      attached: false,
      attach: (line) =>
        modem.attach({
          ...line,
          onData: (listener) =>
            line.onData((bytes) => {
              listener(bytes);
              arrived += Buffer.from(bytes).toString('latin1');
            }),
        }),
    });
    ports.push(port);
    const opened = await openPort(port.path);
    modem.play({ kind: 'fixed-rate', baud: 9_600 });
    opened.port.write('AT+CSQ\r');
    await eventually('the command to arrive', () => arrived === 'AT+CSQ\r');
    modem.play({ kind: 'fixed-rate', baud: 115_200 });
    opened.port.write('AT\r');
    await eventually('OK', () => opened.received().includes('OK'));
    expect(modem.record.commands.map(({ line }) => line)).toEqual(['AT']);
    await closePort(opened);
  });

  it('never waits for a reader: what nobody reads is lost, and it works on after', async () => {
    const { path } = await open();
    for (let count = 0; count < 3000; count += 1) {
      modem.unsolicited(`^RSSI: ${'9'.repeat(100)}`);
    }
    const opened = await openPort(path);
    opened.port.write('AT+CSQ\r');
    await eventually('the command to arrive', () => modem.record.commands.length === 1);
    await eventually('the stale lines to end', () => opened.received().length > 0);
    let answered = false;
    while (!answered) {
      opened.port.write('AT+CSQ\r');
      const before = modem.record.answers.length;
      await eventually('an answer', () => modem.record.answers.length > before);
      answered = opened.received().endsWith('\r\n+CSQ: 20,99\r\n\r\nOK\r\n');
    }
    await closePort(opened);
  });
});
