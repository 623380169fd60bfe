/** What docs/ has for those who watch the gateway fits what /metrics says. */
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { consentSources } from '../../src/domain/consent.js';
import { type Exposed, labelsOf, readExposition } from '../support/exposition.js';
import { fullMetrics } from '../support/full-metrics.js';
import { askedBy } from './promql.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly gridPos: {
    readonly x: number;
    readonly y: number;
    readonly w: number;
    readonly h: number;
  };
  readonly datasource?: { readonly uid: string };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const dashboard: {
  readonly schemaVersion: number;
  readonly panels: readonly Panel[];
  readonly annotations: { readonly list: readonly { readonly expr: string }[] };
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string }[];
  };
} = JSON.parse(read('docs/grafana-dashboard.json'));
const targets = dashboard.panels.flatMap(({ title, targets = [] }) =>
  targets.map((target) => ({ title, ...target })),
);

/** The rules as blocks of lines; each key stands on a line of its own. */
const rules = read('docs/alerts.yml')
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((block) => {
    const field = (key: string) => new RegExp(`^ +${key}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    return { name: block.split('\n', 1)[0] ?? '', field };
  });

let exposed: Exposed;
beforeEach(async () => {
  exposed ??= readExposition(await fullMetrics());
});

/** What an expression asks for that there is not. */
function faultsOf(expression: string): readonly string[] {
  const labels = labelsOf(exposed);
  const everywhere = ['job', 'instance'];
  const { series, groupedBy } = askedBy(expression);
  const known = new Set(everywhere);
  const faults: string[] = [];
  for (const { name, labels: asked } of series) {
    const own = name === 'up' ? new Set<string>() : labels.get(name);
    if (own === undefined) faults.push(`no ${name}`);
    for (const label of own ?? []) known.add(label);
    for (const { name: label, values } of asked) {
      if (everywhere.includes(label)) continue;
      if (own?.has(label) !== true) faults.push(`no ${label} of ${name}`);
      for (const value of values) {
        if (![...exposed.values.keys()].some((one) => hasLabel(one, name, label, value)))
          faults.push(`no ${label}="${value}" of ${name}`);
      }
    }
  }
  faults.push(...groupedBy.filter((label) => !known.has(label)).map((label) => `no ${label}`));
  if (series.length === 0) faults.push('asks for nothing');
  return faults;
}

function hasLabel(series: string, name: string, label: string, value: string): boolean {
  return series.startsWith(`${name}{`) && series.includes(`${label}="${value}"`);
}

describe('docs/metrics.md', () => {
  it('lists all metrics that there are, with kind and labels, and no others', () => {
    const labels = labelsOf(exposed);
    const seriesOf = (name: string, type: string) =>
      labels.get(type === 'histogram' ? `${name}_bucket` : name);
    const inWords = (type: string, own: Iterable<string>) => `${type} ${[...own].sort().join(' ')}`;
    const rows = read('docs/metrics.md').matchAll(/^\| `(\w+)` \| (\w+) \|([^|]*)\|/gm);
    const listed = [...rows].map(([, name = '', type = '', cell = '']) => {
      // What has not happened yet, such as a pause for garbage, has no series and so no labels.
      const isThere = seriesOf(name, type) !== undefined;
      return [name, inWords(type, isThere ? (cell.match(/\w+/g) ?? []) : [])];
    });
    const there = [...exposed.types].map(([name, type]) => [
      name,
      inWords(type, seriesOf(name, type) ?? []),
    ]);
    expect(listed.sort()).toEqual(there.sort());
  });

  it('names the sources of opt-outs', () => {
    const row = /^\| `stopgate_consent_events_total`.*$/m.exec(read('docs/metrics.md'))?.[0];
    for (const source of consentSources) expect(row).toContain(`\`${source}\``);
  });
});

describe('docs/alerts.yml', () => {
  it('asks for nothing that there is not', () => {
    const faults = rules.map(({ name, field }) => [name, faultsOf(field('expr'))] as const);
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
    expect(rules.length).toBeGreaterThan(12);
  });

  it('says of each what is wrong, why it matters and what to do, each under a name of its own', () => {
    for (const { name, field } of rules) {
      for (const key of ['summary', 'description', 'remedy']) {
        expect([name, key, field(key).length > 20]).toEqual([name, key, true]);
      }
      expect(field('labels')).toMatch(/^\{ severity: (?:critical|warning) \}$/);
      expect(field('remedy')).toMatch(/`|Move/);
    }
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });

  it('has a case that each wakes somebody in, and says which labels it tells by', () => {
    const cases = read('test/interop/prometheus/rules-test.yml');
    const fired = new Set([...cases.matchAll(/alertname="(\w+)"/g)].map(([, name]) => name));
    expect([...fired].sort()).toEqual(rules.map(({ name }) => name).sort());
    const labels = new Set([...labelsOf(exposed).values()].flatMap((own) => [...own]));
    for (const { name, field } of rules) {
      const told = [...`${field('summary')}${field('description')}`.matchAll(/\$labels\.(\w+)/g)];
      const unknown = told.map(([, one = '']) => one).filter((one) => !labels.has(one));
      expect([name, unknown.filter((one) => one !== 'instance')]).toEqual([name, []]);
    }
  });
});

describe('docs/grafana-dashboard.json', () => {
  it('asks for nothing that there is not', () => {
    const all = [...targets, ...dashboard.annotations.list.map((one) => ({ title: '', ...one }))];
    const faults = all.map(({ title, expr }) => [title, faultsOf(expr)] as const);
    expect(faults.filter(([, found]) => found.length > 0)).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });

  it('shows every metric of the gateway that has more to say than its version', () => {
    const shown = new Set(
      targets.flatMap(({ expr }) => askedBy(expr).series.map(({ name }) => name)),
    );
    const own = [...exposed.types.keys()].filter((name) => name.startsWith('stopgate_'));
    const missing = own.filter((name) => !shown.has(name) && !shown.has(`${name}_bucket`));
    expect(missing).toEqual([
      'stopgate_last_inbound_timestamp_seconds',
      'stopgate_review_oldest_seconds',
      'stopgate_modem_state',
      'stopgate_modem_registered',
    ]);
  });

  it('has panels of their own numbers that do not overlap and fit the width', () => {
    const { panels } = dashboard;
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    for (const [index, { gridPos: one, title }] of panels.entries()) {
      expect([title, one.x >= 0 && one.x + one.w <= 24]).toEqual([title, true]);
      const overlapping = panels.slice(index + 1).filter(({ gridPos: other }) => {
        const isBeside = one.x + one.w <= other.x || other.x + other.w <= one.x;
        const isAbove = one.y + one.h <= other.y || other.y + other.h <= one.y;
        return !isBeside && !isAbove;
      });
      expect([title, overlapping.map((other) => other.title)]).toEqual([title, []]);
    }
  });

  it('asks whichever Prometheus is chosen, for the gateways that are chosen', () => {
    const variables = dashboard.templating.list.map(({ name, type }) => [name, type]);
    expect(variables).toEqual([
      ['datasource', 'datasource'],
      ['instance', 'query'],
    ]);
    for (const { type, title, datasource } of dashboard.panels) {
      if (type !== 'row') expect([title, datasource?.uid]).toEqual([title, `$${'{datasource}'}`]);
    }
    for (const { title, expr } of targets) {
      expect([title, expr.includes('instance=~"$instance"')]).toEqual([title, true]);
    }
    expect(dashboard.schemaVersion).toBeGreaterThanOrEqual(39);
  });
});

describe('the reading of expressions', () => {
  it.each([
    ['stopgate_mesages > 1', 'no stopgate_mesages'],
    ['stopgate_messages{state="failed"}', 'no state of stopgate_messages'],
    ['stopgate_messages{status=~"sent|faild"}', 'no status="faild" of stopgate_messages'],
    ['sum by (modme) (stopgate_modem_ready)', 'no modme'],
    ['rate(stopgate_confirmation_delay_seconds[5m])', 'no stopgate_confirmation_delay_seconds'],
    ['1 > 2', 'asks for nothing'],
  ])('finds the fault of %s', (expression, fault) => {
    expect(faultsOf(expression)).toContain(fault);
  });
});
