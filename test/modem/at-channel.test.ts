/** Commands as promises over one connection: deadlines, resynchronisation, the end of the line. */
import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.js';
import { AtChannel } from '../../src/modem/at-channel.js';
import { AtError } from '../../src/modem/at-error.js';
import { prefixed } from '../../src/modem/line-looks.js';
import { FakeClock } from '../support/fake-clock.js';
import { ScriptedModem } from './scripted-modem.js';

const CSQ = { text: 'AT+CSQ', information: prefixed('+CSQ') };

async function open(answers: Record<string, string> = {}) {
  const clock = new FakeClock();
  const line = new ScriptedModem(answers);
  const transport = await line.connect(new AbortController().signal);
  const channel = new AtChannel(transport, { clock, log: silentLog });
  const unsolicited: string[] = [];
  channel.listen((text) => unsolicited.push(text));
  return { clock, line, channel, unsolicited };
}

/** Watches a promise that a test means to fail. */
async function failure(promise: Promise<unknown>): Promise<AtError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AtError);
  return error as AtError;
}

describe('the AT channel', () => {
  it('sends one command at a time, in the order of the calls', async () => {
    const { clock, channel, line } = await open({ 'AT+CSQ': '' });
    const first = channel.command(CSQ);
    const second = channel.command({ text: 'AT+CMGF=0' });
    await clock.advance(1_000);
    expect(line.written).toEqual(['AT+CSQ']);
    line.say('+CSQ: 9,99');
    line.say('OK');
    expect(await first).toEqual([{ line: '+CSQ: 9,99', pdu: undefined }]);
    await second;
    expect(line.written).toEqual(['AT+CSQ', 'AT+CMGF=0']);
  });

  it('names command, code and meaning of a refusal', async () => {
    const { channel } = await open({ 'AT+CSQ': '+CME ERROR: 14' });
    const error = await failure(channel.command(CSQ));
    expect(error).toMatchObject({ code: 'CME', value: 14, command: 'AT+CSQ' });
    expect(error.message).toBe('AT+CSQ: +CME ERROR: 14 (SIM busy)');
  });

  it('shows no secret in an error', async () => {
    const { channel } = await open({ 'AT+CPIN="1234"': 'ERROR' });
    const command = { text: 'AT+CPIN="1234"', shown: 'AT+CPIN="…"' };
    const error = await failure(channel.command(command));
    expect(JSON.stringify([error.message, error.command, error.stack])).not.toContain('1234');
  });

  it('brings both sides back in step after a timeout before it sends the next command', async () => {
    const { clock, channel, line, unsolicited } = await open({ 'AT+CSQ': '' });
    const slow = failure(channel.command(CSQ));
    await clock.advance(10_000);
    expect((await slow).code).toBe('TIMEOUT');
    expect(channel.inStep).toBe(false);
    const next = channel.command({ text: 'AT+CMGF=0' });
    line.say('+CSQ: 9,99');
    line.say('OK');
    await clock.advance(1_000);
    await next;
    expect(line.written).toEqual(['AT+CSQ', '<ESC>', 'AT', 'AT+CMGF=0']);
    expect(unsolicited).toEqual(['+CSQ: 9,99']);
  });

  it('gives up a modem that cannot be brought back in step', async () => {
    const { clock, channel } = await open({ AT: '' });
    const given = failure(channel.resynchronise());
    await clock.advance(30_000);
    expect((await given).code).toBe('TIMEOUT');
  });

  it('resynchronises through a flood that never ends', async () => {
    const { clock, channel, line } = await open();
    const done = channel.resynchronise();
    let inStep = false;
    void done.then(() => {
      inStep = true;
    });
    for (let count = 0; count < 300 && !inStep; count += 1) {
      line.say('^RSSI: 3');
      await clock.advance(50);
    }
    expect(inStep).toBe(true);
  });

  it('rejects what is under way and what is asked for later when the line ends', async () => {
    const { clock, channel, line } = await open({ 'AT+CSQ': '' });
    const underWay = failure(channel.command(CSQ));
    const waiting = failure(channel.command(CSQ));
    await clock.advance(100);
    line.vanish();
    expect((await underWay).message).toBe('AT+CSQ: the port is gone');
    expect((await waiting).code).toBe('CLOSED');
    expect((await failure(channel.command(CSQ))).code).toBe('CLOSED');
    expect((await channel.closed)?.message).toBe('the port is gone');
    expect(clock.pendingTimers).toBe(0);
  });

  it('tells whether a message was begun when the line ends', async () => {
    const submit = { text: 'AT+CMGS=15', information: prefixed('+CMGS') };
    const before = await open({ 'AT+CMGS=15': '' });
    const unsent = before.channel.submit(submit, () => '00AA');
    await before.clock.advance(100);
    before.line.vanish();
    expect(await unsent).toMatchObject({ kind: 'failed', written: false });

    const after = await open({ payload: '' });
    const begun = after.channel.submit(submit, () => '00AA');
    await after.clock.advance(100);
    after.line.vanish();
    expect(await begun).toMatchObject({ kind: 'failed', written: true });
  });

  it('ends when the transport can no longer be written to', async () => {
    const { channel, line } = await open();
    line.breakWrites();
    expect((await failure(channel.command(CSQ))).code).toBe('CLOSED');
    expect(channel.isClosed).toBe(true);
  });
});
