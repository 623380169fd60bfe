/** The transports on real ports: a pseudo-terminal through `serialport`, and TCP. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { connectTo } from '../../src/modem/connect.js';
import { connectSerial } from '../../src/modem/serial-port.js';
import { type Transport, TransportError } from '../../src/modem/transport.js';
import { openPtyLine, type PtyLine } from './pty-line.js';
import { setScene } from './scene.js';
import { ScriptedModem } from './scripted-modem.js';

const never = new AbortController().signal;
const soon = { timeout: 10_000 };

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

function ptyLine(): PtyLine {
  const line = openPtyLine();
  cleanUps.push(() => line.vanish());
  return line;
}

async function openTransport(port: string): Promise<Transport> {
  const transport = await connectTo(port, 115_200)(never);
  cleanUps.push(() => transport.close());
  return transport;
}

/** Collects what a transport receives. */
function listen(transport: Transport): () => string {
  let heard = '';
  transport.onData((bytes) => {
    heard += Buffer.from(bytes).toString('latin1');
  });
  return () => heard;
}

async function refusal(connecting: Promise<unknown>): Promise<TransportError> {
  const error = await connecting.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(TransportError);
  return error as TransportError;
}

describe('a serial port', () => {
  it('carries bytes both ways, line ends, ESC and Ctrl-Z untouched', async () => {
    const line = ptyLine();
    let written = '';
    line.onData((bytes) => {
      written += Buffer.from(bytes).toString('latin1');
    });
    const transport = await openTransport(line.path);
    const heard = listen(transport);
    line.write(Buffer.from('\r\n> \x1a\x03\r\n'));
    await transport.write(Buffer.from('AT\r\n\x1b\x1a\x03'));
    await vi.waitFor(() => expect(heard()).toBe('\r\n> \x1a\x03\r\n'), soon);
    await vi.waitFor(() => expect(written).toBe('AT\r\n\x1b\x1a\x03'), soon);
  });

  it('tells once when the device goes, and refuses writes from then on', async () => {
    const line = ptyLine();
    const transport = await openTransport(line.path);
    const ends: (TransportError | undefined)[] = [];
    transport.onClose((error) => ends.push(error));
    await line.vanish();
    await vi.waitFor(() => expect(ends).toHaveLength(1), soon);
    expect(ends[0]?.hint).toMatch(/plugged in/);
    await refusal(transport.write(Buffer.from('AT\r')));
    await transport.close();
    expect(ends).toHaveLength(1);
  });

  it('tells of a device that goes while it is being read, however many go at once', async () => {
    const lines = Array.from({ length: 20 }, ptyLine);
    const ends = lines.map(async (line) => {
      const transport = await openTransport(line.path);
      const end = new Promise((resolve) => transport.onClose((error) => resolve(error?.message)));
      // The next read begins with what came, and finds no device any more.
      transport.onData(() => void line.vanish());
      line.write(Buffer.from('RDY'));
      return end;
    });
    expect(await Promise.all(ends)).toEqual(
      lines.map(({ path }) => expect.stringContaining(`the serial port ${path} is gone`)),
    );
  });

  it('can be opened again by a new connection after it was closed', async () => {
    const line = ptyLine();
    const first = await openTransport(line.path);
    await first.close();
    const second = await openTransport(line.path);
    const heard = listen(second);
    line.write(Buffer.from('RDY'));
    await vi.waitFor(() => expect(heard()).toBe('RDY'), soon);
  });

  it('is opened exclusively, and says so to who comes second', async () => {
    const line = ptyLine();
    await openTransport(line.path);
    const error = await refusal(connectSerial({ path: line.path, baudRate: 115_200 })(never));
    expect(error.message).toMatch(/in use by another process/);
    expect(error.hint).toMatch(/ModemManager/);
  });

  it.each([
    ['/dev/there-is-no-such-port', /does not exist/, /serial\/by-id/],
    ['/dev/null', /no serial port/, /tty/],
    ['/tmp', /no serial port/, /tty/],
  ])('says what is wrong with %s and what to do', async (path, message, hint) => {
    const error = await refusal(connectTo(path, 115_200)(never));
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });

  it('is not opened once that was given up', async () => {
    await expect(connectTo(ptyLine().path, 115_200)(AbortSignal.abort())).rejects.toThrow();
  });
});

describe('a TCP port', () => {
  async function listenTcp(): Promise<{ port: number; sockets: Socket[] }> {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    cleanUps.push(async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no TCP address');
    return { port: address.port, sockets };
  }

  it('carries bytes both ways and tells when the other side closes', async () => {
    const { port, sockets } = await listenTcp();
    const transport = await openTransport(`tcp://127.0.0.1:${port}`);
    const heard = listen(transport);
    const ended = new Promise<TransportError | undefined>((resolve) => transport.onClose(resolve));
    await vi.waitFor(() => expect(sockets).toHaveLength(1), soon);
    let written = '';
    sockets[0]?.on('data', (bytes) => {
      written += bytes.toString('latin1');
    });
    await transport.write(Buffer.from('AT\r'));
    sockets[0]?.write('\r\nOK\r\n');
    await vi.waitFor(() => expect([heard(), written]).toEqual(['\r\nOK\r\n', 'AT\r']), soon);
    sockets[0]?.end();
    expect((await ended)?.message).toMatch(/is gone: the other side closed it/);
    await refusal(transport.write(Buffer.from('AT\r')));
  });

  it('says what to look at when nobody listens', async () => {
    const error = await refusal(connectTo('tcp://127.0.0.1:1', 0)(never));
    expect(error.hint).toMatch(/ser2net/);
  });

  it.each(['tcp://', 'tcp://host', 'tcp://host:0', 'tcp://host:70000', 'tcp://:1'])(
    'refuses %s as an address',
    (address) => {
      expect(() => connectTo(address, 0)).toThrow(/tcp:\/\/host:port/);
    },
  );
});

describe('a modem on a pseudo-terminal', () => {
  it('is initialised, sends, is lost with its port and found again', async () => {
    const script = new ScriptedModem({ payload: '+CMGS: 9\r\n\r\nOK' });
    let line = ptyLine();
    const plugIn = () => {
      const take = script.attach((bytes) => line.write(bytes));
      line.onData(take);
    };
    plugIn();
    const { modem, queue, statuses } = setScene({
      connect: (signal) => connectTo(line.path, 115_200)(signal),
      clock: systemClock,
      backOff: { minMs: 50, maxMs: 200, random: () => 0 },
    });
    cleanUps.push(() => modem.stop(AbortSignal.abort()));
    modem.start();
    await vi.waitFor(() => expect(modem.status.phase).toBe('ready'), soon);
    queue.add('a');
    modem.wake();
    await vi.waitFor(() => expect(queue.outcomes).toEqual(['a sent']), soon);

    script.answer({ payload: '' });
    queue.add('b');
    modem.wake();
    await vi.waitFor(
      () => expect(script.written.filter((text) => /^0001/.test(text))).toHaveLength(2),
      soon,
    );
    await line.vanish();
    await vi.waitFor(() => expect(queue.outcomes).toEqual(['a sent', 'b unknown']), soon);
    await vi.waitFor(() => expect(statuses.map(({ phase }) => phase)).toContain('down'), soon);

    line = ptyLine();
    plugIn();
    script.answer({ payload: '+CMGS: 10\r\n\r\nOK' });
    queue.add('c');
    await vi.waitFor(() => expect(queue.outcomes).toHaveLength(3), soon);
    expect(queue.outcomes).toEqual(['a sent', 'b unknown', 'c sent']);
  });
});
