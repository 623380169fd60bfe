import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { doubtful, openTestServices, person } from '../support/test-services.js';

/** A database with a doubtful reply in it, and the configuration that names it. */
function withReview() {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const dataDir = join(directory, 'data');
  writeFileSync(
    config,
    `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n` +
      '[[modem]]\nname = "main"\nport = "/dev/main"\n',
  );
  const services = openTestServices('', dataDir);
  services.arrive(person, doubtful);
  const review = (...args: string[]) =>
    runCommand(['review', ...args, '--config', config], { env: { USER: 'ada' } });
  const [first] = services.store.reviews.list({ limit: 1 }).items;
  return { services, review, id: first?.id ?? '' };
}

describe('stopgate review', () => {
  it('lists what waits, with its words and the rule', async () => {
    const { review, id } = withReview();
    const { stdout, exitCode } = await review('list');
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^ID +NUMBER +RECEIVED +RULE +DECISION +TEXT\n/);
    expect(stdout).toContain(`${id}  ${person}`);
    expect(stdout).toContain(doubtful);
    expect(JSON.parse((await review('list', '--json')).stdout)).toMatchObject({
      items: [{ id, number: person, decision: null }],
    });
  });

  it('opts a number out in the name of whoever decides', async () => {
    const { services, review, id } = withReview();
    const { stdout } = await review('decide', id, 'opt-out');
    expect(stdout).toBe(`${person}: opt-out, decided by ada\n`);
    expect(services.store.consent.suppressionsOf(person)).toMatchObject([{ source: 'review' }]);
    expect(services.store.consent.lastEvent(person, 'opt_out')?.evidence).toMatchObject({
      decidedBy: 'ada',
    });
    expect(JSON.parse((await review('list', '--json')).stdout).items).toEqual([]);
    expect((await review('list', '--all')).stdout).toContain('opt-out by ada');
  });

  it('lets go what was held', async () => {
    const { services, review, id } = withReview();
    services.outbox.send({ to: person, text: 'Sale!' });
    await review('decide', id, 'ignore', '--by', 'bob', '--json');
    expect(services.store.messages.list({ limit: 1 }).items).toMatchObject([{ status: 'queued' }]);
    expect(services.store.reviews.find(id)).toMatchObject({ decidedBy: 'bob' });
  });

  it('says what is wrong and what would be right', async () => {
    const { review, id } = withReview();
    expect(await review('decide', 'rev_none', 'ignore')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('stopgate review list'),
    });
    expect(await review('decide', id, 'maybe')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('opt-out'),
    });
    await review('decide', id, 'ignore');
    expect(await review('decide', id, 'opt-out')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('ignore, decided by ada'),
    });
  });
});
