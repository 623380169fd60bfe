/**
 * The gateway under load: eight modems that answer at once, fifty API clients that post 5,000
 * messages without a pause, STOPs on all modems, a webhook. It is the load test itself
 * (`test/soak/load.soak.ts`), so the figures count only if every promise was kept.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percentile } from './statistics.mjs';
import { told } from './table.mjs';

/** @import { Surroundings } from './run.mjs' */

const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
const test = ['--config', 'vitest.soak.config.ts', 'test/soak/load.soak.ts'];

/** @param {Surroundings} surroundings */
export async function measure({ dir, nodeOptions, quick, progress }) {
  const file = join(dir, 'result.json');
  const child = spawn(process.execPath, [vitest, 'run', ...test], {
    cwd: root,
    env: {
      ...process.env,
      LOAD_DIRECTORY: join(dir, 'site'),
      LOAD_RESULT: file,
      ...(quick && { LOAD_MESSAGES: '200' }),
      ...(nodeOptions.length > 0 && { LOAD_NODE_OPTIONS: nodeOptions.join(' ') }),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    for (const line of text.split('\n')) if (/\S/.test(line)) progress(line);
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('a promise was broken under load, see above');
  const run = JSON.parse(readFileSync(file, 'utf8'));
  const share = (/** @type {number[]} */ values) =>
    `median ${percentile(values, 0.5).toFixed(0)}, p99 ${percentile(values, 0.99).toFixed(0)} ms`;
  const rate = (/** @type {number} */ count, /** @type {number} */ ms) =>
    `${((count * 1000) / ms).toFixed(0)} /s`;
  const { messages, sendingMs, postingMs, tellingMs, process: daemon } = run;
  return [
    told('under load: messages a second, posted and sent', rate(messages, sendingMs)),
    told('under load: messages a second taken by the API meanwhile', rate(messages, postingMs)),
    told('under load: webhooks a second told meanwhile', rate(run.told, tellingMs)),
    told('under load: POST of a message, 50 at a time', share(run.postMs)),
    told('under load: GET of a message', share(run.readMs)),
    told('under load: `+CMTI` of a STOP until it is committed', share(run.committedMs)),
    told('under load: `+CMTI` of a STOP until the API has said so and refused', share(run.stopMs)),
    told(
      'under load: processor time a message',
      `${((daemon.cpuSeconds * 1000) / messages).toFixed(1)} ms`,
    ),
    told('under load: memory, peak', `${daemon.peakMb.toFixed(1)} MB`),
  ];
}
