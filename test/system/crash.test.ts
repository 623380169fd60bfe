import { expect } from 'vitest';
import { systemClock } from '../../src/clock.js';
import type { RecordEntry } from '../../src/simulator/index.js';
import { encodeStatusReport } from '../../src/sms/index.js';
import type { Daemon } from './daemon.js';
import { it, scenarios } from './it.js';
import { person, type Rig, type RigOptions } from './rig.js';
import { until } from './until.js';

/** Kills the daemon at the first entry of the modem's record that is the moment. */
function killAt(daemon: Daemon, rig: Rig, isNow: (entry: RecordEntry) => boolean): void {
  const stop = rig.modem.record.onEntry((entry) => {
    if (!isNow(entry)) return;
    stop();
    daemon.kill();
  });
}

scenarios('kill -9 during a send', () => {
  /** What the modem said is then all that tells what became of a message. */
  const withoutReports = {
    modem: { statusReports: false, submitLatencyMs: 20 },
  } satisfies RigOptions;

  const moments: Readonly<Record<string, (entry: RecordEntry, rig: Rig) => boolean>> = {
    'before the prompt': ({ sequence }, rig) => sequence === rig.prompts[1]?.sequence,
    'after Ctrl-Z, before +CMGS': (_, rig) => rig.handed.length === 2,
    'with +CMGS on its way': (entry, rig) =>
      entry.kind === 'answer' && entry.command === rig.prompts[1]?.sequence,
  };
  for (const [when, isNow] of Object.entries(moments)) {
    it(`${when}: that message is unconfirmed and not handed over again, the others go once each`, async ({
      openRig,
    }) => {
      const searching = 2;
      const rig = await openRig({ modem: { ...withoutReports.modem, registration: searching } });
      const first = await rig.startUnready();
      const ids: string[] = [];
      for (const text of ['One', 'Two', 'Three', 'Four']) ids.push(await first.send(person, text));
      killAt(first, rig, (entry) => isNow(entry, rig));
      rig.modem.registration = 1;
      expect(await first.ended).toMatchObject({ signal: 'SIGKILL' });
      const handed = rig.handed.length;

      const second = await rig.start();
      await second.untilMessage(ids[3] ?? '', 'sent');
      const messages = await Promise.all(ids.map((id) => second.message(id)));
      expect(messages.map(({ status }) => status)).toEqual(['sent', 'unconfirmed', 'sent', 'sent']);
      expect(messages[1]).toMatchObject({ sentAt: null, error: { code: 'no_answer' } });
      const begun = ['One', 'Two'].slice(0, handed);
      expect(rig.textsTo(person)).toEqual([...begun, 'Three', 'Four']);
    });
  }

  /** `One` is sent, and the process dies while it hands over `Two`; answers the id of `Two`. */
  async function dieDuringTwo(rig: Rig): Promise<string> {
    const daemon = await rig.start();
    await daemon.untilMessage(await daemon.send(person, 'One'), 'sent');
    rig.whenHanded('Two', () => daemon.kill());
    const id = await rig.queue(person, 'Two');
    await daemon.ended;
    return id;
  }

  it('sends again what is unconfirmed where retry_unconfirmed asks for it', async ({ openRig }) => {
    const rig = await openRig({ ...withoutReports, toml: '[send]\nretry_unconfirmed = true' });
    const id = await dieDuringTwo(rig);
    const daemon = await rig.start();
    await daemon.untilMessage(id, 'sent');
    expect(rig.textsTo(person)).toEqual(['One', 'Two', 'Two']);
  });

  it('learns from a later delivery report what became of it', async ({ openRig }) => {
    const rig = await openRig(withoutReports);
    const id = await dieDuringTwo(rig);
    const daemon = await rig.start();
    await daemon.untilMessage(id, 'unconfirmed');

    const reference = rig.modem.record.submits[1]?.reference ?? Number.NaN;
    const timestamp = { utc: systemClock.now(), offsetMinutes: 0 };
    const report = { reference, to: person, timestamp, dischargeTime: timestamp, status: 0 };
    rig.modem.receivePdu(encodeStatusReport(report).hex);
    await daemon.untilMessage(id, 'delivered');
    expect(rig.textsTo(person)).toEqual(['One', 'Two']);
  });
});

scenarios('kill -9 while a STOP is taken', () => {
  const isCommand = (name: string) => (entry: RecordEntry) =>
    entry.kind === 'command' && entry.line.startsWith(name);

  interface Moment {
    readonly isNow: (entry: RecordEntry) => boolean;
    /** Whether the modem gets no further than to read `AT+CMGD`. */
    readonly deleteFails?: true;
    /** Messages that the process leaves on the SIM. */
    readonly left: number;
  }
  const moments: Readonly<Record<string, Moment>> = {
    'as it is read': { isNow: isCommand('AT+CMGR'), left: 1 },
    'between commit and delete': { isNow: isCommand('AT+CMGD'), deleteFails: true, left: 1 },
    'as it is deleted': { isNow: isCommand('AT+CMGD'), left: 0 },
  };
  for (const [when, { isNow, deleteFails, left }] of Object.entries(moments)) {
    it(`${when}: it is acted on once, confirmed once, and deleted in the end`, async ({
      openRig,
    }) => {
      const rig = await openRig();
      const first = await rig.start();
      const handset = rig.handset(person);
      if (deleteFails) rig.modem.play({ kind: 'delete-fails', count: 1 });
      killAt(first, rig, isNow);
      handset.reply('STOP');
      await first.ended;
      expect(rig.modem.stored).toHaveLength(left);

      const second = await rig.start();
      await until('the confirmation arrives', () => handset.messages[0]);
      handset.reply('HELP');
      await until('the help arrives', () => handset.messages[1]);
      await until('the SIM is empty', () => rig.modem.stored.length === 0);
      expect(handset.messages).toHaveLength(2);
      expect(await second.isSuppressed(person)).toBe(true);
      const actions = [{ action: 'opt_out' }, { action: 'help' }];
      expect(rig.rows('SELECT action FROM inbound ORDER BY rowid')).toEqual(actions);
      expect(rig.rows('SELECT kind AS action FROM consent_events ORDER BY sequence')).toEqual(
        actions,
      );
    });
  }

  it('finds nothing deleted on the SIM that is not committed', async ({ openRig }) => {
    const rig = await openRig();
    await rig.start();
    const committed: unknown[] = [];
    rig.modem.record.onEntry((entry) => {
      if (isCommand('AT+CMGD')(entry)) committed.push(...rig.rows('SELECT * FROM suppressions'));
    });
    rig.handset(person).reply('STOP');
    await until('the SIM is empty', () => rig.modem.record.deletes.length === 1);
    expect(committed).toMatchObject([{ number: person }]);
  });
});
