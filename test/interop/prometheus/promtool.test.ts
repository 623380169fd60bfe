/** Prometheus' own promtool reads what is shipped for it, and what the API answers. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { openTestApi } from '../../support/test-api.js';
import { person } from '../../support/test-services.js';
import { requirePackage } from '../debian-packages.js';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

function promtool(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('promtool', args, { encoding: 'utf8', input });
  return { status, output: stdout + stderr };
}

beforeAll(() => {
  requirePackage('prometheus');
});

it('takes the rules for alerts', () => {
  expect(promtool(['check', 'rules', pathOf('../../../docs/alerts.yml')])).toMatchObject({
    status: 0,
    output: expect.stringMatching(/SUCCESS: \d\d rules found/),
  });
});

it('finds that they tell of what is wrong, and of nothing else', () => {
  const { status, output } = promtool(['test', 'rules', pathOf('alerts.cases.yml')]);
  expect([status, output]).toEqual([0, expect.stringContaining('SUCCESS')]);
});

it('finds no fault with the metrics', async () => {
  const api = openTestApi();
  api.measurements.expectWebhook('app.example.org');
  await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
  api.arrive(person, 'STOP');
  const { body } = await api.ask('GET /metrics');
  // What prom-client adds of Node.js has names of its own.
  const ours = String(body)
    .split('\n\n')
    .filter((metric) => metric.includes(' stopgate_'))
    .join('\n');
  expect(promtool(['check', 'metrics'], `${ours.trim()}\n`)).toEqual({ status: 0, output: '' });
});
