/** Slow writing for lines without flow control, and the search for a line's rate. */
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import { AtChannel } from '../../src/modem/at-channel.js';
import { findRate, USUAL_RATES } from '../../src/modem/find-rate.js';
import { type Connect, type Transport, TransportError } from '../../src/modem/transport.js';
import { FakeClock } from '../support/fake-clock.js';
import { ScriptedModem } from './scripted-modem.js';

describe('a paced line', () => {
  it('is written in chunks, in order, with a pause between them', async () => {
    const clock = new FakeClock();
    const chunks: { text: string; atMs: number }[] = [];
    const startMs = clock.monotonicMs();
    const transport: Transport = {
      write: async (bytes) => {
        const text = Buffer.from(bytes).toString('latin1');
        chunks.push({ text, atMs: clock.monotonicMs() - startMs });
      },
      onData: () => undefined,
      onClose: () => undefined,
      close: async () => undefined,
    };
    const channel = new AtChannel(transport, { clock, log: silentLog });
    channel.pace({ chunk: 4, pauseMs: 20 });
    const command = channel.command({ text: 'AT+CMGF=0' }).catch(() => undefined);
    await clock.advance(1_000);
    expect(chunks).toEqual([
      { text: 'AT+C', atMs: 0 },
      { text: 'MGF=', atMs: 20 },
      { text: '0\r', atMs: 40 },
    ]);
    await channel.close();
    await command;
  });

  it('writes no more of a message once the connection has ended', async () => {
    const clock = new FakeClock();
    const line = new ScriptedModem();
    const transport = await line.connect(new AbortController().signal);
    const channel = new AtChannel(transport, { clock, log: silentLog });
    channel.listen(() => undefined);
    channel.pace({ chunk: 1, pauseMs: 100 });
    const command = channel.command({ text: 'AT+CMGF=0' }).catch((error: unknown) => error);
    await clock.advance(250);
    await channel.close();
    await clock.advance(5_000);
    expect(line.written).toEqual([]);
    expect(await command).toMatchObject({ code: 'CLOSED' });
    expect(clock.pendingTimers).toBe(0);
  });
});

describe('the rate of a line', () => {
  /** A line that is understood at one rate, and at others gives noise or nothing. */
  function lineAt(right: number) {
    const opened: number[] = [];
    let open = 0;
    const connectAt =
      (rate: number): Connect =>
      async (signal) => {
        opened.push(rate);
        open += 1;
        const modem = new ScriptedModem(rate === right ? {} : { AT: '' });
        const transport = await modem.connect(signal);
        return {
          ...transport,
          write: async (bytes) => {
            await transport.write(bytes);
            if (rate !== right) modem.raw('\x00\xff~~x');
          },
          close: async () => {
            open -= 1;
            await transport.close();
          },
        };
      };
    return { connectAt, opened, openNow: () => open };
  }

  async function find(
    connectAt: (rate: number) => Connect,
    signal = new AbortController().signal,
  ): Promise<number | undefined> {
    const clock = new FakeClock();
    const found = findRate({ connectAt, rates: USUAL_RATES, clock, log: silentLog, signal });
    found.catch(() => undefined);
    await clock.advance(60_000);
    const line = await found;
    await line?.channel.close();
    return line?.rate;
  }

  it.each([115_200, 9_600, 460_800])('is found to be %i', async (rate) => {
    const line = lineAt(rate);
    expect(await find(line.connectAt)).toBe(rate);
    expect(line.opened.at(-1)).toBe(rate);
    expect(line.openNow()).toBe(0);
  });

  it('is not found where nothing answers, and nothing stays open', async () => {
    const line = lineAt(300);
    expect(await find(line.connectAt)).toBeUndefined();
    expect(new Set(line.opened).size).toBe(line.opened.length);
    expect(line.openNow()).toBe(0);
  });

  it('is not looked for any more once told to stop', async () => {
    const line = lineAt(300);
    expect(await find(line.connectAt, AbortSignal.abort())).toBeUndefined();
    expect(line.opened).toEqual([]);
  });

  it('says why when the port cannot be opened', async () => {
    const refused: Connect = () => Promise.reject(new TransportError('no such port'));
    await expect(find(() => refused)).rejects.toThrow('no such port');
  });
});
