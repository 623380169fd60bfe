import { describe, expect, it } from 'vitest';
import type { Transport } from '../../src/modem/transport.js';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { FakeClock } from '../support/fake-clock.js';

function collect(transport: Transport): () => string {
  let received = '';
  transport.onData((bytes) => {
    received += Buffer.from(bytes).toString('latin1');
  });
  return () => received;
}

function setUp(options: { chunkBytes?: number } = {}) {
  const clock = new FakeClock();
  const modem = new SimulatedModem({ clock });
  return { clock, modem, connect: connectInMemory(modem, options) };
}

const never = new AbortController().signal;

describe('the simulated modem in memory', () => {
  it('answers after the write, not within it', async () => {
    const { clock, connect } = setUp();
    const transport = await connect(never);
    const received = collect(transport);
    const written = transport.write(Buffer.from('AT\r'));
    expect(received()).toBe('');
    await written;
    await clock.advance(0);
    expect(received()).toBe('AT\r\r\nOK\r\n');
  });

  it('keeps the order of writes that were not awaited', async () => {
    const { clock, modem, connect } = setUp();
    const transport = await connect(never);
    const writes = ['AT+C', 'SQ\r', 'AT\r'].map((text) => transport.write(Buffer.from(text)));
    await Promise.all(writes);
    await clock.advance(0);
    expect(modem.record.commands.map(({ line }) => line)).toEqual(['AT+CSQ', 'AT']);
  });

  it('hands bytes over in pieces as small as wanted', async () => {
    const { clock, connect } = setUp({ chunkBytes: 1 });
    const transport = await connect(never);
    const sizes: number[] = [];
    transport.onData((bytes) => sizes.push(bytes.length));
    await transport.write(Buffer.from('AT\r'));
    await clock.advance(0);
    expect(sizes).toEqual(Array.from({ length: 9 }, () => 1));
  });

  it('keeps what came before anybody listened', async () => {
    const { clock, modem, connect } = setUp();
    const transport = await connect(never);
    modem.unsolicited('RING');
    const received = collect(transport);
    await clock.advance(0);
    expect(received()).toBe('\r\nRING\r\n');
  });

  it('is open to one at a time, and to the next after a close', async () => {
    const { connect } = setUp();
    const transport = await connect(never);
    await expect(connect(never)).rejects.toThrow('in use by another connection');
    await transport.close();
    await expect(connect(never)).resolves.toBeDefined();
  });

  it('tells of its close once, and takes no write after', async () => {
    const { connect } = setUp();
    const transport = await connect(never);
    const closes: unknown[] = [];
    transport.onClose((error) => closes.push(error));
    await transport.close();
    await transport.close();
    expect(closes).toEqual([undefined]);
    await expect(transport.write(Buffer.from('AT\r'))).rejects.toMatchObject({ code: 'TRANSPORT' });
  });

  it('can be unplugged: the connection fails, new ones too, until it is plugged in', async () => {
    const { modem, connect } = setUp();
    const transport = await connect(never);
    const closes: unknown[] = [];
    transport.onClose((error) => closes.push(error));
    connect.unplug();
    expect(closes).toMatchObject([{ code: 'TRANSPORT' }]);
    expect(modem.attached).toBe(false);
    await expect(connect(never)).rejects.toThrow('unplugged');
    connect.plugIn();
    await expect(connect(never)).resolves.toBeDefined();
  });

  it('gives up when it is aborted', async () => {
    const { connect } = setUp();
    await expect(connect(AbortSignal.abort())).rejects.toMatchObject({ code: 'TRANSPORT' });
  });
});
