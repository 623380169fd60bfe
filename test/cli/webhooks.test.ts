import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../support/fake-clock.js';
import { runCommand } from '../support/run-command.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { person } from '../support/test-services.js';
import { openTestWebhooks, webhookToml } from '../support/test-webhooks.js';
import { answerWith, openReceiver } from '../support/webhook-receiver.js';

/** Workers on a database, and commands beside them. */
async function withWebhook() {
  const directory = temporaryDirectory();
  const config = join(directory, 'stopgate.toml');
  const dataDir = join(directory, 'data');
  const receiver = await openReceiver();
  const configure = (toml: string) =>
    writeFileSync(
      config,
      `[gateway]\nname = "test"\ncountry = "GB"\ndata_dir = ${JSON.stringify(dataDir)}\n` +
        `[[modem]]\nname = "main"\nport = "/dev/main"\n${toml}`,
    );
  configure(webhookToml(receiver.url));
  // Commands have the machine's own time.
  const clock = new FakeClock(new Date());
  const world = openTestWebhooks(receiver.url, { dataDir, clock });
  const run = (...args: string[]) => runCommand(['webhooks', ...args, '--config', config]);
  return { ...world, world, receiver, configure, run, host: new URL(receiver.url).host };
}

describe('stopgate webhooks list', () => {
  it('shows what was told and what waits, without numbers, texts or whole addresses', async () => {
    const { world, receiver, run, host } = await withWebhook();
    receiver.answer = answerWith(503);
    world.arrive(person, 'Wombat');
    await world.settled();
    world.arrive(person, 'Quokka');
    const [first, second] = world.deliveries();
    const { stdout, exitCode } = await run('list');
    expect(exitCode).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines[0]).toMatch(/^ID +CREATED +EVENT +HOST +STATUS +TRIES +NEXT +LAST ERROR$/);
    expect(lines[1]).toMatch(
      new RegExp(`^${second?.id} .+ message.received +${host} +waiting +0 +- +-$`),
    );
    expect(lines[2]).toMatch(new RegExp(`^${first?.id} .+ waiting +1 +\\S+Z +it answered 503$`));
    const json = (await run('list', '--json')).stdout;
    expect(JSON.parse(json)).toMatchObject({
      items: [
        { id: second?.id, host, status: 'waiting' },
        { id: first?.id, attempts: 1 },
      ],
      nextCursor: null,
    });
    for (const hidden of ['7700900', 'Wombat', '/sms']) expect(stdout + json).not.toContain(hidden);
    expect(JSON.parse((await run('list', '--status', 'dead', '--json')).stdout).items).toEqual([]);
    expect(JSON.parse((await run('list', '--limit', '1', '--json')).stdout).items).toHaveLength(1);
  });
});

describe('stopgate webhooks retry', () => {
  it('sends one again, or all that are dead, beside the daemon', async () => {
    const { world, receiver, run } = await withWebhook();
    receiver.answer = answerWith(410);
    world.arrive(person, 'One');
    world.arrive(person, 'Two');
    await world.settled();
    receiver.answer = answerWith(204);
    const [one] = world.deliveries();
    expect(await run('retry', one?.id ?? '')).toMatchObject({
      exitCode: 0,
      stdout: `"${one?.id}" is to be sent again\n`,
    });
    await world.clock.advance(60_000);
    await world.settled();
    expect(world.deliveries().map(({ status }) => status)).toEqual(['done', 'dead']);
    expect(JSON.parse((await run('retry', '--dead', '--json')).stdout)).toEqual({ retried: 1 });
    await world.clock.advance(60_000);
    await world.settled();
    expect(world.deliveries().map(({ status }) => status)).toEqual(['done', 'done']);
    expect((await run('retry', '--dead')).stdout).toBe('0 to be sent again\n');
  });

  it('says what it needs and what it does not find', async () => {
    const { world, run, configure } = await withWebhook();
    expect(await run('retry')).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--dead'),
    });
    expect(await run('retry', 'wh_1', '--dead')).toMatchObject({ exitCode: 2 });
    expect(await run('retry', 'wh_1')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('there is no event "wh_1"'),
    });
    world.arrive(person, 'One');
    configure('');
    expect(await run('retry', world.deliveries()[0]?.id ?? '')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('the configuration does not have'),
    });
  });
});

describe('stopgate webhooks test', () => {
  it('sends a signed ping and says what came back', async () => {
    const { receiver, run, host, world } = await withWebhook();
    expect(await run('test')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(new RegExp(`^${host} took the ping: 204 after \\d+ ms\n$`)),
    });
    expect(receiver.told).toMatchObject([{ type: 'ping', data: { gateway: 'test' } }]);
    expect(receiver.told[0]?.headers['webhook-signature']).toMatch(/^v1,/);
    receiver.answer = answerWith(401);
    const refused = await run('test', receiver.url);
    expect(refused).toMatchObject({ exitCode: 1 });
    expect(refused.stdout).toContain('did not take the ping: it answered 401');
    expect(refused.stderr).toContain('1 of 1 webhooks did not take the ping');
    expect(JSON.parse((await run('test', '--json')).stdout)).toMatchObject({
      items: [{ host, isTaken: false, status: 401, reason: 'it answered 401' }],
    });
    expect(world.deliveries()).toEqual([]);
  });

  it('goes to no private address that is not allowed, and to none that is not configured', async () => {
    const { receiver, run, configure } = await withWebhook();
    const other = await run('test', 'https://other.example.org');
    expect(other).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('no [[webhook]]') });
    configure(webhookToml(receiver.url, { allowPrivate: false }));
    const { stdout, exitCode } = await run('test');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('allow_private is not set');
    configure('');
    expect(await run('test')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('there is no [[webhook]] in the configuration'),
    });
    expect(receiver.told).toEqual([]);
  });
});
