/**
 * What the daemon has answered, hands to the modem or deletes from it is in the database's files by
 * then, and the files are synchronised at each commit.
 */
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { openDatabase } from '../../../src/store/database.js';
import { holds } from '../../store/power-loss/consistency.js';
import { copyFiles, type Files, withFiles } from '../../store/power-loss/power-cut.js';
import { it, scenarios } from '../it.js';
import { neighbour, person } from '../rig.js';
import { until } from '../until.js';

const preload = fileURLToPath(new URL('tell-durability.mjs', import.meta.url));
const FULL = 2;

scenarios('a commit of the daemon', () => {
  it('is made by a connection in WAL mode with synchronous FULL, after it has written', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const running = rig.run(['run'], { nodeArgs: ['--import', preload] });
    const daemon = await rig.listening(running);
    await daemon.send(neighbour, 'Hello');
    rig.handset(person).reply('STOP');
    await daemon.untilSuppressed(person);
    const told = await until('it tells', () => running.stderr().match(/^\{.*\}$/gm) ?? undefined);
    expect(new Set(told.map((line) => JSON.stringify(JSON.parse(line))))).toEqual(
      new Set([JSON.stringify({ journal: 'wal', synchronous: FULL })]),
    );
  });

  it('is in the files when it counts: at the 202, before AT+CMGS and before AT+CMGD', async ({
    openRig,
  }) => {
    const rig = await openRig();
    const daemon = await rig.start();
    const copies = new Map<string, Files>();
    rig.modem.record.onEntry((entry) => {
      if (entry.kind !== 'command') return;
      const name = entry.line.slice(0, 'AT+CMGS'.length);
      if (!copies.has(name)) copies.set(name, copyFiles(rig.dataDirectory));
    });
    const id = await daemon.send(neighbour, 'Hello');
    copies.set('202', copyFiles(rig.dataDirectory));
    rig.handset(person).reply('STOP');
    await until('the STOP is deleted', () => copies.has('AT+CMGD'));

    const committed = {
      '202': `SELECT 1 FROM messages WHERE id = '${id}'`,
      'AT+CMGS': `SELECT 1 FROM message_parts WHERE message_id = '${id}' AND status = 'sending'`,
      'AT+CMGD': `SELECT 1 FROM suppressions WHERE number = '${person}' AND scope = '*'`,
    };
    for (const [moment, sql] of Object.entries(committed)) {
      expect([moment, isIn(copies.get(moment), sql)]).toEqual([moment, true]);
    }
  });
});

/** Whether the copy, opened as the product does after a power cut, has such a row. */
function isIn(files: Files | undefined, sql: string): boolean {
  if (files === undefined) return false;
  return withFiles(files, (dataDir) => {
    openDatabase(dataDir).close();
    return holds(dataDir, sql);
  });
}
