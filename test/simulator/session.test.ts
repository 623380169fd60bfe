import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runSimulatorSession } from '../../src/simulator/index.js';
import { decodePdu } from '../../src/sms/index.js';
import { eventually } from './eventually.js';
import { openTerminal, submitOf } from './terminal.js';

function start(options: { json?: boolean; recordFile?: string } = {}) {
  const { modem, terminal } = openTerminal();
  const input = new PassThrough();
  const written: string[] = [];
  const ending = new AbortController();
  const session = runSimulatorSession(
    {
      modem,
      input,
      output: { write: (text: string) => written.push(text) },
      json: options.json ?? false,
      ...(options.recordFile !== undefined && { recordFile: options.recordFile }),
    },
    ending.signal,
  );
  const end = async () => {
    ending.abort();
    await session;
  };
  return { modem, terminal, input, written, session, end };
}

describe('a simulator session', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'stopgate-session-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  it('shows each SUBMIT as one line', async () => {
    const { terminal, written, end } = start();
    terminal.submit(submitOf('hello'));
    expect(written).toEqual(['12:00:00  to +447700900123  "hello"  reference 0\n']);
    terminal.submit({ hex: 'XX', tpduLength: 1 });
    expect(written.at(-1)).toBe('12:00:00  to nobody known  octets XX  refused\n');
    await end();
  });

  it('shows each SUBMIT as one JSON object when asked to', async () => {
    const { terminal, written, end } = start({ json: true });
    const pdu = submitOf('hello');
    terminal.submit(pdu);
    expect(written.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        kind: 'submit',
        at: '2026-01-05T12:00:00.000Z',
        outcome: 'accepted',
        reference: 0,
        to: '+447700900123',
        text: 'hello',
        encoding: 'gsm7',
        hex: pdu.hex,
        tpduLength: pdu.tpduLength,
      },
    ]);
    await end();
  });

  it('sends what is typed as if it came from that number', async () => {
    const { modem, input, end } = start();
    input.write('+447700900123 STOP it  now\n60777 START\n');
    await eventually('two messages', () => modem.stored.length === 2);
    expect(modem.stored.map(({ hex }) => decodePdu(hex))).toMatchObject([
      { from: { value: '+447700900123', type: 'international' }, text: 'STOP it  now' },
      { from: { value: '60777' }, text: 'START' },
    ]);
    await end();
  });

  it('sends raw octets, and says so when they are none', async () => {
    const { modem, input, written, end } = start();
    input.write('pdu deadbeef\npdu nonsense\n');
    await eventually('a sentence', () => written.length === 1);
    expect(modem.stored).toMatchObject([{ hex: 'DEADBEEF' }]);
    expect(written[0]).toBe(
      'Not sent: a PDU is an even number of hexadecimal digits, not "nonsense".\n',
    );
    await end();
  });

  it('explains itself, and says what would be right', async () => {
    const { modem, input, written, end } = start();
    input.write('help\n');
    await eventually('the help', () => written.length === 5);
    expect(written.join('')).toContain('pdu HEX');
    for (const line of ['hello', '+447700900123', '']) {
      input.write(`${line}\n`);
    }
    await eventually('two sentences', () => written.length === 7);
    expect(written[5]).toBe(
      '"hello" is nothing to send; write a number and a text ("+447700900123 STOP"), "pdu HEX", "fault NAME" or "help".\n',
    );
    expect(modem.stored).toEqual([]);
    await end();
  });

  it('plays faults by name and ends them, and says what would be right', async () => {
    const { terminal, input, written, end } = start();
    input.write('fault silent\n');
    await eventually('silence', () => terminal.command('AT').length === 0);
    input.write('calm\n');
    await eventually('an answer', () => terminal.command('AT').length === 1);
    input.write('fault sillent\n');
    await eventually('a sentence', () => written.length === 1);
    expect(written[0]).toBe(
      'Not played: there is no fault "sillent"; like it are silent, silent-on-submit.\n',
    );
    await end();
  });

  it('goes on when its input has ended, and ends with its signal', async () => {
    const { terminal, input, written, end } = start();
    input.end();
    await eventually('the end of the input', () => input.closed);
    terminal.submit(submitOf('hello'));
    expect(written).toHaveLength(1);
    await end();
    terminal.submit(submitOf('hello'));
    expect(written).toHaveLength(1);
  });

  it('appends the record to a file, one JSON object an entry', async () => {
    const recordFile = join(directory, 'record.jsonl');
    const { modem, terminal, end } = start({ recordFile });
    const pdu = submitOf('hello');
    terminal.submit(pdu);
    const kinds = readFileSync(recordFile, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(kinds).toMatchObject([
      { kind: 'command', line: `AT+CMGS=${pdu.tpduLength}` },
      { kind: 'submit', hex: pdu.hex, reference: 0 },
      { kind: 'answer', lines: ['+CMGS: 0', 'OK'] },
    ]);
    expect(modem.record.submits).toHaveLength(1);
    await end();
  });

  it('says which record file it cannot open', async () => {
    const recordFile = join(directory, 'no', 'record.jsonl');
    await expect(start({ recordFile }).session).rejects.toThrow(
      `the record file ${recordFile} cannot be opened`,
    );
  });
});
