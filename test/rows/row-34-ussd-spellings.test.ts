/** Row 34: USSD answers packed, UCS-2 or plain. */
import { describe, expect, it } from 'vitest';
import { type Bench, setBench } from './bench.js';

async function ask({ modem, advance }: Bench, code = '*100#', ms = 10_000) {
  const asked = modem.ussd(code, new AbortController().signal);
  await advance(ms);
  return asked;
}

describe('an answer to a USSD code', () => {
  it('that is plain text comes as it is', async () => {
    const bench = await setBench({ faults: ['ussd:as=plain,dcs=15'] });
    expect(await ask(bench)).toMatchObject({
      status: 'done',
      text: 'Your balance is 10.00',
      dcs: 15,
    });
  });

  it.each([
    ['packed', 15],
    ['ucs2', 72],
    ['packed', 68],
  ])('that is %s with dcs %i comes with its octets and how they are coded', async (as, dcs) => {
    const bench = await setBench({
      sim: { dialect: 'huawei' },
      faults: [`ussd:as=${as},dcs=${dcs}`],
    });
    const answer = await ask(bench);
    expect(answer).toMatchObject({
      status: 'done',
      dcs,
      hex: expect.stringMatching(/^[0-9A-F]+$/),
    });
    expect(bench.commands()).toContainEqual('AT+CUSD=1,"AA180C3602",15');
  });

  it('of several lines comes whole', async () => {
    const bench = await setBench();
    bench.sim.play({
      kind: 'ussd',
      code: '*100#',
      text: 'Your balance is 10.00\r\nIt is valid until March',
      coding: 'plain',
      status: 0,
      dataCoding: 15,
    });
    expect(await ask(bench)).toMatchObject({
      status: 'done',
      text: expect.stringMatching(/10\.00[\s\S]*March$/),
    });
  });

  it('that wants a reply is told, and the session is ended', async () => {
    const bench = await setBench({ faults: ['ussd:as=plain,status=1,text=1 Balance 2 Offers'] });
    expect(await ask(bench)).toMatchObject({ status: 'wants-reply', text: '1 Balance 2 Offers' });
    expect(bench.commands()).toContain('AT+CUSD=2');
  });

  it.each([
    [2, 'terminated'],
    [4, 'not-supported'],
  ])('with status %i is %s', async (status, word) => {
    const bench = await setBench({ faults: [`ussd:as=plain,status=${status}`] });
    expect(await ask(bench)).toMatchObject({ status: word });
  });

  it('that never comes is told after a while, and the modem works on', async () => {
    const bench = await setBench({ faults: ['ussd-silent'] });
    expect(await ask(bench, '*100#', 60_000)).toMatchObject({ status: 'no-answer' });
    await bench.send('a');
    expect(bench.queue.outcomes).toEqual(['a sent']);
  });

  it('to a code that the network does not know is that', async () => {
    const bench = await setBench();
    expect(await ask(bench, '*999#')).toMatchObject({ status: 'not-supported' });
  });
});
