import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { it, scenarios } from './it.js';
import { neighbour, person } from './rig.js';
import { until } from './until.js';

scenarios('a backup beside the daemon', () => {
  it('is made while messages go out and a STOP comes in, and holds up neither', async ({
    openRig,
  }) => {
    const rig = await openRig({ modem: { submitLatencyMs: 20 } });
    const daemon = await rig.start();
    const texts = Array.from({ length: 60 }, (_, index) => `Offer ${index}`);
    for (const text of texts) await daemon.send(neighbour, text);
    const files: string[] = [];
    let isSending = true;
    const backups = (async () => {
      while (isSending) {
        const file = join(rig.directory, `backup-${files.length}.db`);
        await rig.json('backup', file);
        files.push(file);
      }
    })();
    rig.handset(person).reply('STOP');
    await daemon.untilSuppressed(person);
    await until('all are sent', () => rig.textsTo(neighbour).length === texts.length);
    isSending = false;
    await backups;
    expect(rig.textsTo(neighbour)).toEqual(texts);
    const sent: number[] = [];
    for (const file of files) {
      const db = new Database(file, { readonly: true });
      expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
      sent.push(
        Number(db.prepare(`SELECT count(*) FROM messages WHERE sent_at IS NOT NULL`).pluck().get()),
      );
      db.close();
    }
    expect(sent).toEqual([...sent].sort((one, other) => one - other));
    expect((await daemon.stop()).exitCode).toBe(0);
  });

  it('is put back while none runs: nothing is sent twice, nor to who said STOP since', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const file = join(rig.directory, 'backup.db');
    await rig.queue(neighbour, 'An offer');
    await rig.json('backup', file);
    const daemon = await rig.start();
    await until('it is sent', () => rig.textsTo(neighbour).length === 1);
    rig.handset(person).reply('STOP');
    await until('the confirmation arrives', () => rig.textsTo(person).length === 1);
    const refused = await rig.command('restore', file);
    expect([refused.exitCode, refused.stderr]).toEqual([
      1,
      expect.stringContaining('stop it first'),
    ]);
    expect((await daemon.stop()).exitCode).toBe(0);

    const { exitCode, stdout, stderr } = await rig.command('restore', file);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('opt-outs that came after the backup, brought over: 1\n');
    expect(stdout).toContain('1 message canceled');
    const aside = /kept as (\S+)/.exec(stdout)?.[1] ?? '';
    expect(existsSync(aside)).toBe(true);
    const after = await rig.start();
    await after.untilReady();
    const offer = { to: person, text: 'Another offer' };
    expect((await after.ask('POST /v1/messages', { body: offer })).status).toBe(403);
    await after.untilMessage(await after.send(neighbour, 'Another offer'), 'delivered');
    expect(rig.textsTo(neighbour)).toEqual(['An offer', 'Another offer']);
    expect(rig.textsTo(person)).toHaveLength(1);
    expect((await rig.command('ledger', 'verify')).exitCode).toBe(0);
  });
});
