/** Traces played again: to a line that is written by hand, and to the real driver. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { connectTo } from '../../src/modem/connect.js';
import {
  connectInMemory,
  openPty,
  ReplayedModem,
  type ReplayOptions,
  scriptOf,
} from '../../src/simulator/index.js';
import { decodePdu, encodeMessage } from '../../src/sms/index.js';
import { ChunkMask } from '../../src/trace/chunk-mask.js';
import { NumberMask } from '../../src/trace/number-mask.js';
import { parseTrace, type TraceEvent } from '../../src/trace/trace-line.js';
import { setScene } from '../modem/scene.js';
import { FakeClock } from '../support/fake-clock.js';

const directory = fileURLToPath(new URL('../fixtures/traces/', import.meta.url));
const traces = readdirSync(directory).filter((name) => name.endsWith('.trace'));
const read = (name: string) => parseTrace(readFileSync(`${directory}${name}`, 'utf8'));

function masked(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const mask = new ChunkMask(new NumberMask());
  return events.flatMap((event): TraceEvent[] => {
    if (event.direction === '!') return [event];
    if (event.direction === '>') return [{ ...event, ...mask.toModem(event) }];
    return mask.fromModem(event).map((chunk) => ({ ...event, ...chunk }));
  });
}

/** What a modem of `lines` says to what is written to it. */
function play(lines: readonly string[], options: Partial<ReplayOptions> = {}) {
  const clock = new FakeClock();
  const modem = new ReplayedModem({
    clock,
    script: scriptOf(parseTrace(lines.join('\n'))),
    ...options,
  });
  let said = '';
  let write: (bytes: Uint8Array) => void = () => undefined;
  modem.attach({
    write: (bytes) => {
      said += Buffer.from(bytes).toString('latin1');
    },
    onData: (listener) => {
      write = listener;
    },
  });
  return {
    modem,
    clock,
    /** What came since the last call, after `ms`. */
    async heard(ms = 0) {
      await clock.advance(ms);
      const heard = said;
      said = '';
      return heard.replaceAll('\r\n', '|');
    },
    ask: (text: string) => write(Buffer.from(text, 'latin1')),
    departures: () => modem.departures.map(({ kind, request }) => `${kind} ${request.text}`),
  };
}

const DIALOGUE = [
  '0 main ! opened',
  '0 main > \\x1b\\r',
  '5 main < \\r\\nRDY\\r\\n',
  '100 main > AT\\r',
  '140 main < \\r\\nO',
  '150 main < K\\r\\n',
  '200 main > AT+CSQ\\r',
  '220 main < \\r\\n+CSQ: 20,99\\r\\n\\r\\nOK\\r\\n',
  '1220 main < \\r\\n^RSSI: 20\\r\\n',
  '2000 main > AT+CSQ\\r',
  '2020 main < \\r\\n+CSQ: 7,99\\r\\n\\r\\nOK\\r\\n',
  '3000 main > AT+CMGS=15\\r',
  '3020 main < \\r\\n>\\x20',
  '3020 main > 0001000B916407281553F8000002E834\\x1a',
  '5020 main < \\r\\n+CMGS: 9\\r\\n\\r\\nOK\\r\\n',
];

describe('a replayed modem', () => {
  it('answers as it did then, as slowly, in the same pieces', async () => {
    const { ask, heard, departures, modem } = play(DIALOGUE);
    ask('\x1b\r');
    expect(await heard(5)).toBe('|RDY|');
    ask('AT\r');
    expect(await heard(39)).toBe('');
    expect(await heard(1)).toBe('|O');
    expect(await heard(10)).toBe('K|');
    ask('AT+CSQ\r');
    expect(await heard(20)).toBe('|+CSQ: 20,99||OK|');
    expect(await heard(1_000)).toBe('|^RSSI: 20|');
    ask('AT+CSQ\r');
    expect(await heard(20)).toBe('|+CSQ: 7,99||OK|');
    // Another message is as good as the one that went then.
    ask('AT+CMGS=140\r');
    expect(await heard(20)).toBe('|> ');
    ask('0011\x1a');
    expect(await heard(2_000)).toBe('|+CMGS: 9||OK|');
    expect(departures()).toEqual([]);
    expect(modem.hasEnded).toBe(true);
  });

  it('is as many times faster as is asked for', async () => {
    const { ask, heard } = play(DIALOGUE, { speed: 10 });
    ask('AT\r');
    await heard(5);
    ask('AT+CSQ\r');
    expect(await heard(102)).toBe('|+CSQ: 20,99||OK||^RSSI: 20|');
  });

  it('tells what it was never asked, and answers ERROR', async () => {
    const { ask, heard, departures } = play(DIALOGUE);
    ask('AT+NEW\r');
    expect(await heard()).toContain('|ERROR|');
    ask('AT\r');
    expect(await heard(50)).toContain('|OK|');
    expect(departures()).toEqual(['unknown AT+NEW']);
  });

  it('tells what is left out, and says what it said after that', async () => {
    const { ask, heard, departures } = play(DIALOGUE);
    ask('AT\r');
    await heard(50);
    ask('AT+CMGS=15\r');
    expect(await heard(20)).toBe('|> ');
    expect(departures()).toEqual(['left-out AT+CSQ', 'left-out AT+CSQ']);
    expect(await heard(1_000)).toBe('|^RSSI: 20|');
  });

  it('answers in another order, and again with the last answer', async () => {
    const { ask, heard, departures } = play(DIALOGUE);
    ask('AT+CSQ\r');
    expect(await heard(20)).toContain('+CSQ: 20');
    ask('AT\r');
    expect(await heard(50)).toContain('OK');
    ask('AT+CSQ\r');
    expect(await heard(20)).toContain('+CSQ: 7');
    ask('AT+CSQ\r');
    expect(await heard(20)).toContain('+CSQ: 7');
    expect(departures()).toEqual(['left-out AT', 'asked-again AT+CSQ']);
  });

  it('waits in vain no longer than its patience, however often other things are asked', async () => {
    const { ask, heard, departures } = play(DIALOGUE, { patienceMs: 10_000 });
    ask('AT\r');
    await heard(50);
    for (let second = 0; second < 11; second += 1) {
      ask('AT\r');
      await heard(1_000);
    }
    expect(departures()).toContain('left-out AT+CSQ');
    expect(await heard(2_000)).toContain('^RSSI: 20');
  });

  it('holds a line of its own back until an answer is complete', async () => {
    const { ask, heard } = play([
      '0 main > AT\\r',
      '10 main < \\r\\nOK\\r\\n',
      '100 main < \\r\\nRING\\r\\n',
      '200 main > AT+CGMI\\r',
      '210 main < \\r\\nhua',
      '310 main < wei\\r\\n\\r\\nOK\\r\\n',
    ]);
    ask('AT\r');
    await heard(50);
    ask('AT+CGMI\r');
    expect(await heard(60)).toBe('|hua');
    expect(await heard(50)).toBe('wei||OK||RING|');
  });

  it('is silent where it was silent', async () => {
    const { ask, heard } = play([
      '0 main > AT\\r',
      '9000 main > AT\\r',
      '9010 main < \\r\\nOK\\r\\n',
    ]);
    ask('AT\r');
    expect(await heard(5_000)).toBe('');
    ask('AT\r');
    expect(await heard(10)).toBe('|OK|');
  });

  it('takes a PIN for the one that the trace hides', async () => {
    const { ask, heard, departures } = play([
      '0 main > AT+CPIN="0000"\\r',
      '9 main < \\r\\nOK\\r\\n',
    ]);
    ask('AT+CPIN="4711"\r');
    expect(await heard(9)).toBe('|OK|');
    expect(departures()).toEqual([]);
  });
});

/** The driver on a replayed modem: it gets ready, reads one message and sends one. */
async function drive(events: readonly TraceEvent[]) {
  const clock = new FakeClock();
  const replayed = new ReplayedModem({ clock, script: scriptOf(events) });
  const { modem, queue, inbox } = setScene({ connect: connectInMemory(replayed), clock });
  onTestFinished(() => modem.stop(AbortSignal.abort()));
  modem.start();
  for (let second = 0; second < 120 && inbox.pdus.length === 0; second += 1) {
    await clock.advance(1_000);
  }
  queue.add('a');
  modem.wake();
  for (let second = 0; second < 120 && queue.settled.length === 0; second += 1) {
    await clock.advance(1_000);
  }
  const result = { status: modem.status, outcomes: queue.outcomes, inbox };
  await modem.stop();
  replayed.close();
  return result;
}

describe('the driver, on a modem as it was traced', () => {
  it.each(traces)('%s: gets ready, receives and sends', async (name) => {
    const { status, outcomes, inbox } = await drive(read(name));
    expect(status).toMatchObject({ phase: 'ready', registration: 'home' });
    const [maker = ''] = name.split('-');
    expect(status.manufacturer?.toLowerCase().replace('-', '')).toContain(maker);
    expect(inbox.deletions).toEqual(inbox.pdus);
    const [received, ...more] = inbox.hexes.map((hex) => decodePdu(hex));
    expect(more).toEqual([]);
    expect(received).toMatchObject({ type: 'deliver', from: { value: '+447700900123' } });
    expect(outcomes).toEqual(['a sent']);
  });

  it.each(traces)('%s: does the same when the trace is masked', async (name) => {
    const events = masked(read(name));
    expect(events.map(({ content }) => content).join('')).not.toMatch(/7700900123/);
    const { status, outcomes, inbox } = await drive(events);
    expect(status.phase).toBe('ready');
    expect(inbox.hexes.map((hex) => decodePdu(hex))).toMatchObject([
      { type: 'deliver', text: expect.stringMatching(/^[x0 ?]+$/) },
    ]);
    expect(outcomes).toEqual(['a sent']);
  });

  it('works on a pseudo-terminal too', async () => {
    const script = scriptOf(read('quectel-ec25.trace'));
    const replayed = new ReplayedModem({ clock: systemClock, script, speed: 20 });
    const pty = await openPty(replayed);
    const { modem, queue, inbox } = setScene({
      connect: connectTo(pty.path, 115_200),
      clock: systemClock,
    });
    onTestFinished(async () => {
      await modem.stop(AbortSignal.abort());
      await pty.close();
      replayed.close();
    });
    modem.start();
    const soon = { timeout: 20_000 };
    await vi.waitFor(() => expect(inbox.pdus).toHaveLength(1), soon);
    const [part] = encodeMessage({ to: '+447700900123', text: 'Hi', concatReference: 1 }).parts;
    if (part !== undefined) queue.waiting.push({ id: 'a', ...part });
    modem.wake();
    await vi.waitFor(() => expect(queue.outcomes).toEqual(['a sent']), soon);
  });
});
