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
});
