import { expect } from 'vitest';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

scenarios('a port that vanishes', () => {
  it('during a send: API and store stay up, the link comes back by itself, each message goes at most once', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { statusReports: false, submitLatencyMs: 50 } });
    const daemon = await rig.start();
    rig.whenHanded('Two', () => rig.unplug());
    const ids: string[] = [];
    for (const text of ['One', 'Two', 'Three']) ids.push(await daemon.send(person, text));

    await daemon.untilNotReady();
    expect((await daemon.ask('GET /healthz')).status).toBe(200);
    expect((await daemon.ask('GET /v1/modems')).body.items).toMatchObject([
      { name: 'main', state: 'down', problem: expect.stringMatching(/\w/) },
    ]);
    ids.push(await daemon.send(person, 'Four'));
    await daemon.untilMessage(ids[1] ?? '', 'unconfirmed');

    await rig.plugIn();
    await daemon.untilReady();
    await daemon.untilMessage(ids[3] ?? '', 'sent');
    expect(rig.textsTo(person)).toEqual(['One', 'Two', 'Three', 'Four']);
    const messages = await Promise.all(ids.map((id) => daemon.message(id)));
    expect(messages.map(({ status }) => status)).toEqual(['sent', 'unconfirmed', 'sent', 'sent']);
  });

  it('at the prompt: nothing has left, so the message is sent when the link is back', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const stop = rig.modem.record.onEntry(() => {
      if (rig.prompts.length !== 1) return;
      stop();
      rig.unplug();
    });
    const id = await daemon.send(person, 'One');
    await daemon.untilNotReady();
    await rig.plugIn();
    await daemon.untilMessage(id, 'delivered');
    expect(rig.textsTo(person)).toEqual(['One']);
  });

  it('a STOP that came meanwhile is read before anything is sent', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    rig.unplug();
    await daemon.untilNotReady();
    rig.storeOnSim(person, 'STOP');
    const id = await daemon.send(person, 'Too late.');
    const other = await daemon.send(neighbour, 'For you alone.');

    await rig.plugIn();
    await daemon.untilMessage(other, 'delivered');
    expect(await daemon.message(id)).toMatchObject({
      status: 'canceled',
      error: { code: 'recipient_suppressed' },
    });
    expect(rig.textsTo(person)).toEqual([expect.stringMatching(/^Corner Shop/)]);
  });

  it('that is not there at the start is waited for', async ({ openRig }) => {
    const rig = await openRig();
    rig.unplug();
    const daemon = await rig.startUnready();
    expect((await daemon.ask('GET /readyz')).body).toMatchObject({ code: 'not_ready' });
    const id = await daemon.send(person, 'Hello');
    await until('the modem is told to be absent', async () => {
      const { items } = (await daemon.ask('GET /v1/modems')).body;
      return Array.isArray(items) && /does not exist/.test(items[0]?.problem);
    });
    await rig.plugIn();
    await daemon.untilMessage(id, 'delivered');
  });
});

scenarios('a modem that restarts by itself', () => {
  it('is looked through before anything is sent, since it announced nothing meanwhile', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    rig.modem.restart();
    rig.handset(person).reply('STOP');
    const { status, body } = await daemon.ask('POST /v1/messages', {
      body: { to: person, text: 'Too late' },
    });
    // Refused already, or taken and canceled: what counts is that it does not go.
    expect([202, 403]).toContain(status);
    await daemon.untilSuppressed(person);
    if (status === 202) await daemon.untilMessage(String(body.id), 'canceled');
    expect(rig.textsTo(person)).not.toContain('Too late');
  });

  it('is set up anew: what waits goes out, and a STOP is heard', async ({ openRig }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    rig.modem.restart();
    await daemon.send(person, 'After the restart');
    await until('the modem has it', () => rig.textsTo(person)[0] === 'After the restart');
    rig.handset(person).reply('STOP');
    await daemon.untilSuppressed(person);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);
  });
});
