/** USSD through the driver: asked between submissions, answered undecoded, never left open. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Modem } from '../../src/modem/modem.js';
import { FakeClock } from '../support/fake-clock.js';
import { setScene } from './scene.js';
import { type Answer, ScriptedModem } from './scripted-modem.js';

let running: Modem | undefined;
afterEach(async () => {
  await running?.stop(AbortSignal.abort());
  running = undefined;
});

async function start(answers: Record<string, string> = {}, answer?: Answer) {
  const clock = new FakeClock();
  const line = new ScriptedModem(answers, answer);
  const scene = setScene({ connect: line.connect, clock });
  running = scene.modem;
  scene.modem.start();
  await clock.advance(10_000);
  const asked = (code: string, signal = new AbortController().signal) =>
    scene.modem.ussd(code, signal);
  return { ...scene, clock, line, asked };
}

const ASK = 'AT+CUSD=1,"*100#",15';

describe('a USSD code', () => {
  it('is answered with what the network says, undecoded', async () => {
    const { asked, line, clock } = await start();
    const answer = asked('*100#');
    await clock.advance(1_000);
    expect(line.written).toContain(ASK);
    line.say('+CUSD: 0,"Balance: 5.00, thanks",15');
    await clock.advance(1_000);
    expect(await answer).toEqual({
      status: 'done',
      text: 'Balance: 5.00, thanks',
      coding: 'plain',
      dcs: 15,
    });
    expect(line.written).not.toContain('AT+CUSD=2');
  });

  it('is answered by a modem that says OK only after the network did', async () => {
    const { asked, clock } = await start({ [ASK]: '+CUSD: 0,"00480069",72\r\n\r\nOK' });
    const answer = asked('*100#');
    await clock.advance(1_000);
    expect(await answer).toMatchObject({ status: 'done', hex: '00480069', dcs: 72 });
  });

  it('is answered in several lines', async () => {
    const { asked, line, clock } = await start();
    const answer = asked('*100#');
    await clock.advance(1_000);
    line.raw('\r\n+CUSD: 0,"Balance\r\n5.00 EUR\nBye",15\r\n');
    await clock.advance(1_000);
    expect(await answer).toMatchObject({ text: 'Balance\n5.00 EUR\nBye', dcs: 15 });
  });

  it('is answered though the last quote never comes', async () => {
    const { asked, line, clock } = await start();
    const answer = asked('*100#');
    await clock.advance(1_000);
    line.raw('\r\n+CUSD: 0,"Balance\r\n5.00 EUR\r\n');
    await clock.advance(5_000);
    expect(await answer).toMatchObject({ status: 'done' });
    expect((await answer).text).toBe('Balance\n5.00 EUR');
  });

  it('ends the dialogue where the network wants an answer', async () => {
    const { asked, line, clock } = await start();
    const answer = asked('*100#');
    await clock.advance(1_000);
    line.say('+CUSD: 1,"1 Balance 2 Offers",15');
    await clock.advance(1_000);
    expect(await answer).toMatchObject({ status: 'wants-reply', text: '1 Balance 2 Offers' });
    expect(line.written.at(-1)).toBe('AT+CUSD=2');
  });

  it.each([
    ['+CUSD: 2', 'terminated'],
    ['+CUSD: 4', 'not-supported'],
    ['+CUSD: 5', 'network-timeout'],
  ])('answered with %s is %s', async (said, status) => {
    const { asked, line, clock } = await start();
    const answer = asked('*100#');
    await clock.advance(1_000);
    line.say(said);
    await clock.advance(1_000);
    expect(await answer).toEqual({ status });
  });

  it('that nothing answers ends within a minute, and in the network too', async () => {
    const { asked, line, clock, modem } = await start();
    const answer = asked('*100#');
    await clock.advance(60_000);
    expect(await answer).toMatchObject({ status: 'no-answer' });
    expect(line.written).toContain('AT+CUSD=2');
    expect(modem.status.phase).toBe('ready');
  });

  it('that even the modem does not answer costs neither the modem nor the next submission', async () => {
    const { asked, clock, queue, line } = await start({
      [ASK]: '',
      payload: '+CMGS: 1\r\n\r\nOK',
    });
    const answer = asked('*100#');
    await clock.advance(60_000);
    expect((await answer).status).toBe('no-answer');
    queue.add('a');
    running?.wake();
    await clock.advance(5_000);
    expect(queue.outcomes).toEqual(['a sent']);
    expect(line.connections).toBe(1);
  });

  it('that the modem refuses says why', async () => {
    const { asked, clock } = await start({ [ASK]: '+CME ERROR: 30' });
    const answer = asked('*100#');
    await clock.advance(1_000);
    expect(await answer).toMatchObject({
      status: 'refused',
      problem: expect.stringContaining('no network service'),
    });
  });

  it('is packed for a Huawei stick, and written plainly where that is refused', async () => {
    const { asked, line, clock } = await start({
      'AT+CGMI': 'huawei\r\n\r\nOK',
      'AT+CUSD=1,"AA180C3602",15': 'ERROR',
    });
    const answer = asked('*100#');
    await clock.advance(1_000);
    expect(line.written).toContain('AT+CUSD=1,"AA180C3602",15');
    expect(line.written).toContain(ASK);
    line.say('+CUSD: 0,"C2303B",15');
    await clock.advance(1_000);
    expect(await answer).toMatchObject({ coding: 'packed', hex: 'C2303B' });
  });

  it('waits for the submission under way, and the next submission waits for it', async () => {
    const { asked, line, clock, queue, modem } = await start({ payload: '' });
    queue.add('a', 'b');
    modem.wake();
    await clock.advance(1_000);
    const answer = asked('*100#');
    await clock.advance(1_000);
    expect(line.written).not.toContain(ASK);
    line.say('+CMGS: 1');
    line.say('OK');
    await clock.advance(1_000);
    expect(line.written.at(-1)).toBe(ASK);
    line.say('+CUSD: 0,"ok",15');
    await clock.advance(1_000);
    expect((await answer).status).toBe('done');
    expect(queue.claimed).toEqual(['a', 'b']);
  });

  it('is taken back by its caller, before it is asked and after', async () => {
    const { asked, line, clock } = await start();
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [asked('*100#', first.signal), asked('*101#', second.signal)];
    await clock.advance(1_000);
    second.abort();
    expect(await answers[1]).toEqual({ status: 'canceled' });
    first.abort();
    await clock.advance(1_000);
    expect(await answers[0]).toEqual({ status: 'canceled' });
    expect(line.written).toContain('AT+CUSD=2');
    expect(line.written.join()).not.toContain('*101#');
  });

  it('is settled when the port goes, the modem stops, or there is none to ask', async () => {
    const { asked, line, clock, modem } = await start();
    const lost = [asked('*100#'), asked('*101#')];
    await clock.advance(1_000);
    line.vanish();
    await clock.advance(100);
    expect((await lost[0])?.status).toBe('no-answer');
    expect((await lost[1])?.status).toBe('unavailable');
    expect(await asked('*100#')).toMatchObject({ status: 'unavailable' });
    await clock.advance(10_000);
    const stopped = asked('*102#');
    const stop = modem.stop(AbortSignal.abort());
    await clock.advance(1_000);
    await stop;
    expect(['unavailable', 'no-answer']).toContain((await stopped).status);
  });

  it('is digits, stars and hashes, so that it cannot carry another command', async () => {
    const { asked } = await start();
    expect(() => asked('*100#",15\rAT+CFUN=0')).toThrow(RangeError);
  });
});
