import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { E164 } from '../src/domain/phone-number.js';
import { type RestoreResult, restoreBackup } from '../src/restoration.js';
import { makeBackup } from '../src/service/backup.js';
import { erasePerson } from '../src/service/erasure.js';
import { once } from '../src/service/idempotency.js';
import { verifyLedger } from '../src/service/ledger.js';
import { lockInstance } from '../src/store/instance-lock.js';
import { steps } from '../src/store/migrations.js';
import { FakeClock } from './support/fake-clock.js';
import { temporaryDirectory } from './support/temporary-directory.js';
import { doubtful, openTestServices, person, type TestServices } from './support/test-services.js';
import { webhookToml } from './support/test-webhooks.js';

const neighbour = '+447700900124' as E164;
const third = '+447700900125' as E164;
const never = new AbortController().signal;
const onProgress = () => {};

async function backUp(services: TestServices): Promise<string> {
  const file = join(temporaryDirectory(), 'backup.db');
  const result = await makeBackup({ ...services, file, stop: never, onProgress });
  expect(result.kind).toBe('made');
  return file;
}

interface RestoreSettings {
  readonly loseLaterOptOuts?: boolean;
  readonly stop?: AbortSignal;
}

async function restore(
  { config, clock }: Pick<TestServices, 'config' | 'clock'>,
  file: string,
  { loseLaterOptOuts = false, stop = never }: RestoreSettings = {},
): Promise<RestoreResult> {
  return await restoreBackup({ config, clock, file, stop, onProgress, loseLaterOptOuts });
}

/** Ends the services, restores `file` over their database, and opens them anew. */
async function restoreOver(
  services: TestServices,
  file: string,
  settings?: RestoreSettings & { toml?: string },
) {
  services.store.close();
  const result = await restore(services, file, settings);
  const after = openTestServices(settings?.toml ?? '', services.dataDir, services.clock);
  return { result, after };
}

async function ledgerOf(services: TestServices) {
  const verdict = await verifyLedger({ ...services, heads: [], stop: never, onProgress });
  expect(verdict?.faults).toEqual([]);
  return verdict?.chains;
}

function send(services: TestServices, to: string, text: string): string {
  const result = services.outbox.send({ to, text });
  if (result.kind !== 'accepted') throw new Error(result.kind);
  return result.message.id;
}

function claim(services: TestServices) {
  services.modemIs('main', 'ready');
  const submission = services.sender.next('main');
  if (submission === undefined) throw new Error('nothing is due');
  return submission;
}

const isBlocked = ({ outbox }: TestServices, to: string) =>
  outbox.send({ to, text: 'Hello' }).kind === 'suppressed';

describe('a restore', () => {
  it('brings back what the backup has, and keeps what was there aside', async () => {
    const services = openTestServices();
    const kept = send(services, person, 'Before');
    const file = await backUp(services);
    const lost = send(services, person, 'After');
    const { result, after } = await restoreOver(services, file);
    expect(after.store.messages.find(kept)?.text).toBe('Before');
    expect(after.store.messages.find(lost)).toBeUndefined();
    if (result.kind !== 'restored') throw new Error(result.kind);
    expect(result.broughtOver).toEqual({ optOuts: 0, erased: 0, lostWaiting: 1 });
    expect(result.aside).toMatch(/stopgate-before-restore-20261122T120000Z\.db$/);
    const aside = new Database(result.aside ?? '');
    expect(aside.prepare('SELECT text FROM messages ORDER BY rowid').pluck().all()).toEqual([
      'Before',
      'After',
    ]);
    aside.close();
    const names = readdirSync(services.dataDir);
    expect(names).not.toContain('restoring');
    expect(existsSync(file)).toBe(true);
  });

  it('forgets that the clock was in doubt when the backup was made', async () => {
    const services = openTestServices();
    services.store.noteDoubtedSince(services.clock.now());
    const { after } = await restoreOver(services, await backUp(services));
    expect(after.store.doubtedSince()).toBeUndefined();
  });

  it('leaves out who opted out since, and in who came back since', async () => {
    const services = openTestServices();
    services.arrive(third, 'STOP');
    const file = await backUp(services);
    services.arrive(person, 'STOP');
    services.arrive(third, 'START');
    services.consent.optOut({ number: neighbour, scope: 'news', source: 'cli', evidence: {} });
    const before = await ledgerOf(services);
    const { result, after } = await restoreOver(services, file);
    expect(result).toMatchObject({ kind: 'restored', broughtOver: { optOuts: 2 } });
    expect(isBlocked(after, person)).toBe(true);
    expect(isBlocked(after, third)).toBe(false);
    expect(after.store.consent.suppressionsOf(neighbour)).toMatchObject([{ scope: 'news' }]);
    expect(await ledgerOf(after)).toEqual(before);
    const [event] = after.store.ledger.history(person, { limit: 1 }).items;
    expect(event?.evidence).toMatchObject({ text: 'STOP' });
    after.arrive(third, 'STOP');
    await ledgerOf(after);
  });

  it('erases again who was erased since', async () => {
    const services = openTestServices();
    services.arrive(person, 'My pangolin is ill');
    services.arrive(person, 'STOP');
    send(services, neighbour, 'Your heron');
    const file = await backUp(services);
    const request = { number: person, by: 'ann', reason: undefined };
    await erasePerson({ ...services, country: 'GB' }, request);
    const { result, after } = await restoreOver(services, file);
    expect(result).toMatchObject({ broughtOver: { erased: 1, optOuts: 1 } });
    after.store.retention.emptyLog();
    const held = readFileSync(join(services.dataDir, 'stopgate.db'), 'latin1');
    for (const trace of ['pangolin', person.slice(1), '447700091032']) {
      expect([trace, held.includes(trace)]).toEqual([trace, false]);
    }
    expect(held).toContain('heron');
    expect(isBlocked(after, person)).toBe(true);
    await ledgerOf(after);
  });

  it('sends nothing that waited when the backup was made, and tells the application', async () => {
    const webhook = 'https://app.example.org/sms';
    const toml = webhookToml(webhook);
    const services = openTestServices(toml);
    const held = send(services, neighbour, 'Held');
    services.arrive(neighbour, doubtful);
    const sending = send(services, person, 'Sending');
    claim(services);
    const queued = send(services, person, 'Queued');
    const file = await backUp(services);
    const { result, after } = await restoreOver(services, file, { toml });
    expect(result).toMatchObject({ canceled: 2, unconfirmed: 1 });
    const states = [held, queued, sending].map((id) => after.store.messages.find(id));
    expect(states.map((message) => [message?.status, message?.error?.code])).toEqual([
      ['canceled', 'restored'],
      ['canceled', 'restored'],
      ['unconfirmed', 'restored'],
    ]);
    after.modemIs('main', 'ready');
    expect(after.sender.recover()).toBe(0);
    expect(after.sender.next('main')).toBeUndefined();
    const told = new Set<string>();
    for (let round = 0; round < 10; round += 1) {
      const now = after.clock.now().toISOString();
      const due = after.store.webhooks.due({ url: webhook, now, farthest: now, limit: 9 });
      for (const { id, payload } of due) {
        const { data } = JSON.parse(payload);
        told.add(`${data.id} ${data.status}`);
        after.store.webhooks.markDone(id, now);
      }
    }
    expect([...told]).toEqual(
      expect.arrayContaining([`${held} canceled`, `${queued} canceled`, `${sending} unconfirmed`]),
    );
  });

  it('undoes no revocation, no refused PIN, no answer, no link and no decision', async () => {
    const services = openTestServices();
    const { store, clock, keys } = services;
    const at = clock.now().toISOString();
    keys.create('shop', ['send']);
    const link = { number: person, campaign: 'news', language: null };
    store.links.take(link, at);
    services.arrive(person, doubtful);
    services.modemIs('main', 'ready');
    const file = await backUp(services);
    keys.revoke('shop');
    store.modems.setRefusedPin('main', 'mark');
    const request = { apiKeyId: 'key', key: 'order-7', request: 'x' };
    once(services, request, () => ({ status: 202, body: 'first' }));
    const { id: linkId } = store.links.take({ ...link, number: third }, at);
    const [review] = store.reviews.list({ limit: 1 }).items;
    services.reviews.decide(review?.id ?? '', 'ignore', 'ann');
    services.arrive(neighbour, doubtful);
    const { after } = await restoreOver(services, file);
    expect(after.store.keys.list()).toMatchObject([{ name: 'shop', revokedAt: at }]);
    expect(after.store.modems.refusedPin('main')).toBe('mark');
    const again = once(after, request, () => ({ status: 202, body: 'second' }));
    expect(again).toMatchObject({ body: 'first' });
    expect(after.store.links.find(linkId)?.number).toBe(third);
    expect(after.store.links.take({ ...link, number: neighbour }, at).id).not.toBe(linkId);
    expect(after.store.reviews.find(review?.id ?? '')).toMatchObject({ decidedBy: 'ann' });
    expect(after.store.reviews.list({ limit: 9 }).items).toMatchObject([
      { number: neighbour, text: doubtful },
    ]);
    const held = after.outbox.send({ to: neighbour, text: 'Hello' });
    expect(held).toMatchObject({ message: { status: 'held' } });
  });
});

describe('a restore over another database', () => {
  it('brings over who is suppressed there, in the ledger as what it is', async () => {
    const services = openTestServices();
    services.arrive(third, 'STOP');
    const file = await backUp(services);
    const other = openTestServices('', temporaryDirectory(), services.clock);
    other.arrive(person, 'STOP');
    other.arrive(third, 'STOP');
    const { result, after } = await restoreOver(other, file);
    expect(result).toMatchObject({ broughtOver: { optOuts: 1 } });
    expect([person, third, neighbour].map((number) => isBlocked(after, number))).toEqual([
      true,
      true,
      false,
    ]);
    const [event] = after.store.ledger.history(person, { limit: 1 }).items;
    expect(event).toMatchObject({
      source: 'import',
      evidence: { restored: true, source: 'reply' },
    });
    await ledgerOf(after);
  });

  it('is refused where an erased person would be written to again, unless that is wanted', async () => {
    const services = openTestServices();
    const file = await backUp(services);
    const other = openTestServices('', temporaryDirectory(), services.clock);
    other.arrive(person, 'STOP');
    const request = { number: person, by: 'ann', reason: undefined };
    await erasePerson({ ...other, country: 'GB' }, request);
    const { result, after } = await restoreOver(other, file);
    expect(result).toMatchObject({ kind: 'opt-outs-at-risk' });
    expect(isBlocked(after, person)).toBe(true);
    const wanted = await restoreOver(after, file, { loseLaterOptOuts: true });
    expect(wanted.result.kind).toBe('restored');
    await ledgerOf(wanted.after);
  });

  it('that went another way from the same beginning keeps the opt-outs of both', async () => {
    const services = openTestServices();
    const common = await backUp(services);
    services.arrive(person, 'STOP');
    const one = await backUp(services);
    const other = openTestServices('', temporaryDirectory(), services.clock);
    const { after: copy } = await restoreOver(other, common);
    copy.arrive(neighbour, 'STOP');
    copy.arrive(third, 'STOP');
    await erasePerson({ ...copy, country: 'GB' }, { number: third, by: 'ann', reason: undefined });
    const { after } = await restoreOver(copy, one);
    expect([person, neighbour, third].every((number) => isBlocked(after, number))).toBe(true);
    await ledgerOf(after);
  });

  it('whose ledger was tampered with takes the list, and the restored ledger is whole', async () => {
    const services = openTestServices();
    services.arrive(third, 'STOP');
    const file = await backUp(services);
    services.arrive(person, 'STOP');
    const db = new Database(join(services.dataDir, 'stopgate.db'));
    db.exec(`DROP TRIGGER consent_events_no_update;
      UPDATE consent_events SET kind = 'opt_in' WHERE number = '${third}'`);
    db.close();
    const { result, after } = await restoreOver(services, file);
    expect(result).toMatchObject({ broughtOver: { optOuts: 1 } });
    expect(isBlocked(after, person) && isBlocked(after, third)).toBe(true);
    await ledgerOf(after);
  });

  it('of a newer version, which is how one goes back after an upgrade', async () => {
    const services = openTestServices();
    const file = await backUp(services);
    services.arrive(person, 'STOP');
    const db = new Database(join(services.dataDir, 'stopgate.db'));
    db.exec('CREATE TABLE later (id TEXT) STRICT');
    db.pragma(`user_version = ${steps.length + 1}`);
    db.close();
    const { result, after } = await restoreOver(services, file);
    expect(result).toMatchObject({ kind: 'restored', broughtOver: { optOuts: 1 } });
    expect(isBlocked(after, person)).toBe(true);
  });

  it('that cannot be read is refused, unless losing its opt-outs is wanted', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    const file = await backUp(services);
    services.store.close();
    const database = join(services.dataDir, 'stopgate.db');
    writeFileSync(database, 'not a database '.repeat(1_000));
    writeFileSync(`${database}-wal`, 'nor a log');
    expect(await restore(services, file)).toMatchObject({
      kind: 'opt-outs-at-risk',
      problem: expect.stringContaining('cannot be read'),
    });
    expect(readFileSync(database, 'latin1')).toContain('not a database');
    const { result, after } = await restoreOver(services, file, { loseLaterOptOuts: true });
    if (result.kind !== 'restored') throw new Error(result.kind);
    expect(result.broughtOver).toBeUndefined();
    expect(readFileSync(result.aside ?? '', 'latin1')).toContain('not a database');
    expect(isBlocked(after, person)).toBe(true);
  });

  it('that is not there at all', async () => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    const file = await backUp(services);
    const dataDir = join(temporaryDirectory(), 'new');
    const config = { ...services.config, gateway: { ...services.config.gateway, dataDir } };
    const result = await restore({ config, clock: services.clock }, file);
    expect(result).toMatchObject({ kind: 'restored', aside: undefined, broughtOver: undefined });
    expect(isBlocked(openTestServices('', dataDir, services.clock), person)).toBe(true);
    expect(readdirSync(dataDir).filter((name) => name.includes('before-restore'))).toEqual([]);
  });

  it('and is not there after a restore that failed either', async () => {
    const services = openTestServices();
    const dataDir = join(temporaryDirectory(), 'new');
    const config = { ...services.config, gateway: { ...services.config.gateway, dataDir } };
    const file = join(temporaryDirectory(), 'backup.db');
    writeFileSync(file, 'no database '.repeat(1_000));
    await expect(restore({ config, clock: services.clock }, file)).rejects.toThrow(
      'cannot be read',
    );
    expect(readdirSync(dataDir)).toEqual([]);
  });
});

describe('a restore is refused, and changes nothing,', () => {
  it('while a daemon works', async () => {
    const services = openTestServices();
    const file = await backUp(services);
    const unlock = lockInstance(services.dataDir);
    await expect(restore(services, file)).rejects.toThrow('another stopgate daemon');
    unlock();
  });

  it.each([
    ['is no database', () => Buffer.from('precious '.repeat(1_000)), /cannot be read/],
    ['is another program’s', () => serialized('CREATE TABLE t (x)'), /none of stopgate's/],
    ['is of a newer version', () => serialized('PRAGMA user_version = 999'), /newer version/],
  ])('of what %s', async (_what, content, complaint) => {
    const services = openTestServices();
    services.arrive(person, 'STOP');
    const file = join(temporaryDirectory(), 'backup.db');
    writeFileSync(file, content());
    const refused = restore(services, file);
    await expect(refused).rejects.toThrow(complaint);
    await expect(refused).rejects.toThrow(file);
    expect(isBlocked(services, person)).toBe(true);
    expect(readdirSync(services.dataDir)).not.toContain('restoring');
  });

  it('of a backup with a hole in it, or one that was changed', async () => {
    const services = openTestServices();
    for (let count = 0; count < 50; count += 1) {
      services.arrive(`+4477009001${String(count).padStart(2, '0')}`, 'STOP');
    }
    const changed = await backUp(services);
    const holed = await backUp(services);
    const db = new Database(changed);
    db.exec('DELETE FROM suppressions');
    db.close();
    const content = readFileSync(holed);
    content.fill(0x5a, content.length - 3 * 4_096);
    writeFileSync(holed, content);
    expect(await restore(services, changed)).toMatchObject({ kind: 'unsound' });
    const result = await restore(services, holed).catch((error: unknown) => error);
    expect(result).toMatchObject({ kind: 'unsound' });
    expect(services.store.consent.count()).toBe(50);
  });

  it('when it is stopped', async () => {
    const services = openTestServices();
    const file = await backUp(services);
    services.arrive(person, 'STOP');
    const stop = AbortSignal.abort();
    expect(await restore(services, file, { stop })).toEqual({ kind: 'stopped' });
    expect(isBlocked(services, person)).toBe(true);
  });
});

it('restores while another command has the database open, which sees the new one at once', async () => {
  const clock = new FakeClock(new Date('2026-11-22T12:00:00.000Z'));
  const services = openTestServices('', temporaryDirectory(), clock);
  const before = send(services, person, 'Before');
  const file = await backUp(services);
  const lost = send(services, person, 'After');
  expect(await restore(services, file)).toMatchObject({ kind: 'restored' });
  expect(services.store.messages.find(before)?.status).toBe('canceled');
  expect(services.store.messages.find(lost)).toBeUndefined();
});

function serialized(sql: string): Buffer {
  const db = new Database(':memory:');
  db.exec(sql);
  const content = db.serialize();
  db.close();
  return content;
}
