/**
 * The load: the built daemon with eight modems, fifty API clients, 5,000 messages and STOPs on all
 * modems meanwhile, and every promise looked at in the end. LOAD_MESSAGES, LOAD_SEED and
 * LOAD_NODE_OPTIONS (for the daemon) ask for another one; its times go into the file LOAD_RESULT.
 */
import { writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { runLoad } from './load/load.js';
import { brokenPromises, untilCommitted } from './load/promises.js';
import { Site } from './load/site.js';
import { ToldApplication } from './load/told.js';

const messages = Number(process.env.LOAD_MESSAGES ?? 5_000);
const seed = Number(process.env.LOAD_SEED ?? process.pid);
const { LOAD_RESULT, LOAD_DIRECTORY, LOAD_NODE_OPTIONS } = process.env;
const print = (line: string) => void process.stdout.write(`load: ${line}\n`);

it(`keeps every promise while ${messages} messages and STOPs come at once`, async () => {
  print(`LOAD_SEED=${seed} LOAD_MESSAGES=${messages}`);
  const application = new ToldApplication();
  const site = new Site({
    directory: LOAD_DIRECTORY ?? temporaryDirectory(),
    ...{ modems: 8, keys: 5 },
    webhook: await application.open(),
    nodeOptions: LOAD_NODE_OPTIONS?.split(' ') ?? [],
  });
  try {
    await site.open();
    const stops = Math.ceil(messages / 20);
    const run = await runLoad(site, { messages, clients: 50, stops, seed, progress: print });
    const { database, modems } = site;
    const verified = await site.command('ledger', 'verify');
    expect(verified).toMatchObject({ exitCode: 0, stderr: '' });
    expect((await site.stop()).exitCode).toBe(0);
    if (LOAD_RESULT !== undefined) {
      const { posted, problems: _problems, stops: said, ...times } = run;
      const stopMs = [...said.values()].map(({ tookMs }) => tookMs);
      const committedMs = untilCommitted({ database, run });
      const told = application.ids.length;
      writeFileSync(
        LOAD_RESULT,
        JSON.stringify({ messages: posted.size, stopMs, committedMs, told, ...times }),
      );
    }
    expect(brokenPromises({ database, modems, run, told: application.ids })).toEqual([]);
  } finally {
    await site.close();
    application.close();
  }
});
