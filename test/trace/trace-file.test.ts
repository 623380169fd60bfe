/** A trace of the real driver at work: what stands in the file, and what does not. */
import {
  closeSync,
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Log, silentLog } from '../../src/log.js';
import { traced } from '../../src/modem/traced-transport.js';
import { connectInMemory, SimulatedModem } from '../../src/simulator/index.js';
import { decodePdu, encodeMessage } from '../../src/sms/index.js';
import { TraceFile } from '../../src/trace/trace-file.js';
import { parseTrace, type TraceDisclosure } from '../../src/trace/trace-line.js';
import { setScene } from '../modem/scene.js';
import { FakeClock } from '../support/fake-clock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';

const person = '+447700900123';

/** Traces a PIN, a message in and a message out; the bytes arrive in pieces of `chunkBytes`. */
async function trace(disclosure: TraceDisclosure, chunkBytes = Number.POSITIVE_INFINITY) {
  const clock = new FakeClock();
  const path = join(temporaryDirectory(), 'modem.trace');
  const file = new TraceFile(path, disclosure, clock, silentLog);
  const sim = new SimulatedModem({ clock, pin: '4711', commandLatencyMs: 20 });
  const { modem, queue, inbox } = setScene({
    connect: traced(connectInMemory(sim, { chunkBytes }), file.tap('main')),
    clock,
    pin: '4711',
  });
  onTestFinished(() => modem.stop(AbortSignal.abort()));
  modem.start();
  await clock.advance(10_000);
  sim.receive({ from: person, text: 'Call me on 020 7946 0000 please' });
  await clock.advance(2_000);
  const { parts } = encodeMessage({ to: person, text: 'Meet at 5', concatReference: 1 });
  const [part] = parts;
  if (part !== undefined) queue.waiting.push({ id: 'a', ...part });
  modem.wake();
  await clock.advance(5_000);
  await modem.stop();
  file.close();
  expect([inbox.pdus.length, queue.outcomes]).toEqual([1, ['a sent']]);
  const text = readFileSync(path, 'utf8');
  return { path, text, events: parseTrace(text), received: inbox.hexes[0], sent: part?.hex };
}

const pduIn = (text: string) => [...text.matchAll(/[0-9A-F]{24,}/g)].map(([hex]) => hex);

describe('a trace', () => {
  it('has every piece with its time, and only its owner may read it', async () => {
    const { path, text, events, received, sent } = await trace('plain');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(text.split('\n')[0]).toMatch(/^# stopgate trace 1 plain \d{4}-.*Z$/);
    expect(events[0]).toEqual({ atMs: 0, modem: 'main', direction: '!', content: 'opened' });
    expect(events.at(-1)).toMatchObject({ direction: '!', content: 'closed' });
    expect(text).toContain('AT+CPIN="4711"\\r');
    const times = events.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const asked = events.findIndex(({ content }) => content === 'AT+CGMI\r');
    expect((events[asked + 1]?.atMs ?? 0) - (events[asked]?.atMs ?? 0)).toBe(20);
    expect(pduIn(text)).toEqual(expect.arrayContaining([received, sent]));
  });

  it.each([Number.POSITIVE_INFINITY, 7, 1])(
    'that is masked has no number, text or PIN, in pieces of %s',
    async (chunkBytes) => {
      const { text, events } = await trace('masked', chunkBytes);
      const bytes = events.map(({ content }) => content).join('');
      expect(bytes).not.toMatch(/4711|7700900123|490154203237518|001010123456789/);
      expect(bytes).toContain('AT+CPIN="0000"\r');
      const pdus = pduIn(bytes);
      expect(pdus).toHaveLength(2);
      const [deliver, submit] = pdus.map((hex) => decodePdu(hex));
      expect(deliver).toMatchObject({
        type: 'deliver',
        text: 'xxxx xx xx 000 0000 0000 xxxxxx',
        warnings: [],
      });
      expect(submit).toMatchObject({ type: 'submit', text: 'xxxx xx 0', warnings: [] });
      // The same person is the same all through.
      expect(deliver).toMatchObject({ from: submit && 'to' in submit ? submit.to : undefined });
      expect(text).not.toMatch(/ $/m);
    },
  );

  it('has the same pieces masked as plain', async () => {
    const shape = (events: readonly { atMs: number; direction: string; content: string }[]) =>
      events.map(({ direction, content }) => `${direction} ${content.length}`);
    const [masked, plain] = [await trace('masked'), await trace('plain')];
    expect(shape(masked.events)).toEqual(shape(plain.events));
  });

  it('is never written over', () => {
    const path = join(temporaryDirectory(), 'there');
    writeFileSync(path, 'x');
    expect(() => new TraceFile(path, 'plain', new FakeClock(), silentLog)).toThrow(/EEXIST/);
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('ends, and the modem works on, when it can be written no more', () => {
    const path = join(temporaryDirectory(), 't');
    const said: unknown[] = [];
    const log = { ...silentLog, error: (...words: unknown[]) => void said.push(words) } as Log;
    const tap = new TraceFile(path, 'plain', new FakeClock(), log).tap('main');
    tap.received(Buffer.from('OK'));
    // The disk goes, as far as the file can tell.
    const isTrace = (descriptor: string) =>
      readlinkSync(`/proc/self/fd/${descriptor}`, { encoding: 'utf8' }) === path;
    for (const descriptor of readdirSync('/proc/self/fd')) {
      if (existsSync(`/proc/self/fd/${descriptor}`) && isTrace(descriptor)) {
        closeSync(Number(descriptor));
      }
    }
    tap.received(Buffer.from('OK'));
    tap.received(Buffer.from('OK'));
    expect(said).toHaveLength(1);
    expect(parseTrace(readFileSync(path, 'utf8'))).toHaveLength(1);
  });

  it('tells that a port could not be opened', async () => {
    const path = join(temporaryDirectory(), 't');
    const file = new TraceFile(path, 'masked', new FakeClock(), silentLog);
    const connect = traced(() => Promise.reject(new Error('no such port')), file.tap('main'));
    await expect(connect(new AbortController().signal)).rejects.toThrow('no such port');
    file.close();
    expect(parseTrace(readFileSync(path, 'utf8'))).toMatchObject([
      { direction: '!', content: 'closed: no such port' },
    ]);
  });
});
