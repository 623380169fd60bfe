/** What Prometheus' own checker says of /metrics, of the alert rules, and of the dashboard's questions. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { fullMetrics } from '../../support/full-metrics.js';
import { temporaryDirectory } from '../../support/temporary-directory.js';
import { requirePackage } from '../debian-packages.js';

const at = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

beforeAll(() => {
  requirePackage('prometheus');
});

/** Its exit code and all that it says. */
function promtool(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('promtool', args, { input, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

it('finds nothing to say against what /metrics says', async () => {
  const metrics = await fullMetrics();
  expect(promtool(['check', 'metrics'], metrics)).toEqual({ status: 0, said: '' });
  const spoiled = metrics.replaceAll('stopgate_messages', 'stopgate_messages_total');
  expect(promtool(['check', 'metrics'], spoiled).said).toContain('_total');
});

it('takes the alert rules', () => {
  const { status, said } = promtool(['check', 'rules', '--lint-fatal', at('docs/alerts.yml')]);
  expect([status, said]).toEqual([0, expect.stringMatching(/SUCCESS: \d+ rules found/)]);
});

it('has the rules wake somebody when they should, and nobody when all is well', () => {
  const { status, said } = promtool([
    'test',
    'rules',
    at('test/interop/prometheus/rules-test.yml'),
  ]);
  expect([status, said]).toEqual([0, expect.stringContaining('SUCCESS')]);
});

it("can read every question of the dashboard's panels", () => {
  const { panels } = JSON.parse(readFileSync(at('docs/grafana-dashboard.json'), 'utf8')) as {
    panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
  };
  const rules = panels
    .flatMap(({ targets = [] }) => targets)
    .map(({ expr }, index) => ({
      record: `panel:${index}`,
      expr: expr.replaceAll('$__rate_interval', '1m').replaceAll('$instance', '.*'),
    }));
  // JSON is YAML.
  const file = join(temporaryDirectory(), 'dashboard.json');
  writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  const { status, said } = promtool(['check', 'rules', file]);
  expect([status, said]).toEqual([0, expect.stringContaining(`${rules.length} rules found`)]);
});
