import { expect } from 'vitest';
import { sleep, systemClock } from '../../src/clock.js';
import { parseFault } from '../../src/simulator/index.js';
import type { Daemon } from './daemon.js';
import { it, scenarios } from './it.js';
import { neighbour, person, type Rig, type RigOptions } from './rig.js';
import { until } from './until.js';

/** What was logged of it, at levels that an operator sees by default. */
function saidOf(daemon: Daemon, words: RegExp): readonly string[] {
  return daemon.log.split('\n').filter((line) => words.test(line));
}

function isBegun(rig: Rig, command: string): boolean {
  return rig.modem.record.commands.some(({ line }) => line.startsWith(command));
}

scenarios('a disk that takes nothing more', () => {
  it('is told by the API with the reason, nothing is sent, and nothing has to be restarted', async ({
    openRig,
  }) => {
    const searching = 2;
    const rig = await openRig({ modem: { registration: searching } });
    const daemon = await rig.startUnready();
    const waiting = await daemon.send(neighbour, 'Queued before');
    daemon.diskTakes('nothing');

    const refused = await daemon.ask('POST /v1/messages', { body: { to: person, text: 'More' } });
    expect(refused).toMatchObject({
      status: 503,
      headers: { 'content-type': 'application/problem+json', 'retry-after': '10' },
      body: { code: 'store_unavailable', status: 503, reason: 'unusable' },
    });
    expect(refused.body.detail).toContain(rig.dataDirectory);
    expect(refused.body.detail).toContain('df -h');
    for (const path of ['/healthz', '/readyz']) {
      expect(await daemon.ask(`GET ${path}`, { key: null })).toMatchObject({
        status: 503,
        body: { code: 'store_unavailable', reason: 'unusable', detail: refused.body.detail },
      });
    }
    expect((await daemon.message(waiting)).status).toBe('queued');

    rig.modem.registration = 1;
    await sleep(systemClock, 12_000);
    expect(rig.prompts).toEqual([]);
    expect(saidOf(daemon, /stopgate\.db/u)).toHaveLength(1);
    // The database, the modem that finds nothing to send, and that it therefore cannot send.
    expect(saidOf(daemon, /"level":"(?:error|warn)"/u)).toHaveLength(3);

    daemon.diskTakes('everything');
    await daemon.untilMessage(waiting, 'delivered');
    expect(rig.textsTo(neighbour)).toEqual(['Queued before']);
    expect((await daemon.ask('GET /healthz')).status).toBe(200);
    await until('the log says that it is over', () =>
      saidOf(daemon, /the database can be used again/u).at(0),
    );
    expect(saidOf(daemon, /the database can be used again/u)).toHaveLength(1);
  });

  it('leaves a STOP on the SIM until it can be kept, and then it is acted on and confirmed', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const handset = rig.handset(person);
    daemon.diskTakes('nothing');
    handset.reply('STOP');
    await until('the STOP was read', () => isBegun(rig, 'AT+CMGR'));
    await until('it is known that it cannot be kept', () => saidOf(daemon, /stopgate\.db/u).at(0));
    // Longer than the pause after which it is read again.
    await sleep(systemClock, 6_000);
    expect(rig.modem.stored).toHaveLength(1);
    expect(isBegun(rig, 'AT+CMGD')).toBe(false);
    expect(await daemon.isSuppressed(person)).toBe(false);

    daemon.diskTakes('everything');
    await daemon.untilSuppressed(person);
    await until('the confirmation arrives', () => handset.messages[0]);
    await until('the SIM is empty', () => rig.modem.stored.length === 0);
    expect(handset.messages).toHaveLength(1);
    expect(rig.rows(`SELECT action FROM inbound`)).toEqual([{ action: 'opt_out' }]);
  });

  it('is not told to a network that waits for an acknowledgement, before the STOP is kept', async ({
    openRig,
  }) => {
    const rig = await openRig();
    rig.modem.play(parseFault('wants-cnma'));
    const daemon = await rig.start();
    const handset = rig.handset(person);
    daemon.diskTakes('nothing');
    handset.reply('STOP');
    await until('it is known that it cannot be kept', () => saidOf(daemon, /stopgate\.db/u).at(0));
    await sleep(systemClock, 6_000);
    expect(isBegun(rig, 'AT+CNMA')).toBe(false);

    daemon.diskTakes('everything');
    await daemon.untilSuppressed(person);
    await until('it is acknowledged', () => isBegun(rig, 'AT+CNMA'));
    await until('the confirmation arrives', () => handset.messages[0]);
    expect(handset.messages).toHaveLength(1);
  });
});

scenarios('a disk that fills up while the modem has a message', () => {
  const withoutReports = {
    modem: { statusReports: false, submitLatencyMs: 300 },
  } satisfies RigOptions;

  async function fillDuringOne(rig: Rig): Promise<{ daemon: Daemon; one: string; two: string }> {
    const daemon = await rig.start();
    rig.whenHanded('One', () => daemon.diskTakes('nothing'));
    const [one = '', two = ''] = await daemon
      .ask('POST /v1/messages/batch', {
        body: { messages: ['One', 'Two'].map((text) => ({ to: person, text })) },
      })
      .then(({ body }) => (body.results as readonly { id: string }[]).map(({ id }) => id));
    await until('what became of it waits to be stored', () =>
      saidOf(daemon, /what became of a message is stored once it can/u).at(0),
    );
    await sleep(systemClock, 6_000);
    expect(await daemon.message(one)).toMatchObject({ status: 'sending' });
    expect(rig.textsTo(person)).toEqual(['One']);
    return { daemon, one, two };
  }

  it('has what the network said stored once there is room, and each message goes once', async ({
    openRig,
  }) => {
    const rig = await openRig(withoutReports);
    const { daemon, one, two } = await fillDuringOne(rig);
    daemon.diskTakes('everything');
    await daemon.untilMessage(one, 'sent');
    await daemon.untilMessage(two, 'sent');
    expect(rig.textsTo(person)).toEqual(['One', 'Two']);
  });

  it('leaves it unconfirmed when the process dies before there is room, and never sends it again', async ({
    openRig,
  }) => {
    const rig = await openRig(withoutReports);
    const { daemon, one, two } = await fillDuringOne(rig);
    daemon.kill();
    await daemon.ended;
    const next = await rig.start();
    await next.untilMessage(two, 'sent');
    expect(await next.message(one)).toMatchObject({ status: 'unconfirmed' });
    expect(rig.textsTo(person)).toEqual(['One', 'Two']);
  });
});
