/** docs/metrics.md, the rules for alerts and the dashboard name the metrics that there are. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openTestApi, type TestApi } from '../support/test-api.js';
import { doubtful, person } from '../support/test-services.js';
import { webhookToml } from '../support/test-webhooks.js';

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

/** A gateway of which everything can be told that can. */
async function metricsOfBusyGateway(): Promise<string> {
  const api: TestApi = openTestApi(webhookToml('https://app.example.org'));
  api.measurements.expectWebhook('app.example.org');
  api.modemIs('main', 'ready');
  const [main] = api.board.standings();
  if (main?.status === undefined) throw new Error('no status');
  api.board.update({ ...main.status, signalDbm: -73, simUsed: 1, simTotal: 30 });
  await api.ask('POST /v1/messages', { body: { to: person, text: 'Hello' } });
  api.arrive(person, 'STOP');
  api.arrive('+447700900124', doubtful);
  return String((await api.ask('GET /metrics')).body);
}

interface Told {
  readonly type: string;
  readonly labels: ReadonlySet<string>;
}

/** What there is, by name. */
function toldIn(text: string): ReadonlyMap<string, Told> {
  const told = new Map<string, { type: string; labels: Set<string> }>();
  for (const [, name = '', type = ''] of text.matchAll(/^# TYPE (\S+) (\S+)$/gm)) {
    told.set(name, { type, labels: new Set() });
  }
  for (const [, sample = '', labels = ''] of text.matchAll(/^([a-z_]+)(?:\{([^}]*)\})? /gm)) {
    const name = told.has(sample) ? sample : sample.replace(/_(?:bucket|sum|count)$/, '');
    for (const [, label = ''] of labels.matchAll(/(\w+)="/g)) told.get(name)?.labels.add(label);
  }
  return told;
}

/** What Prometheus itself adds. */
const ofPrometheus: ReadonlySet<string> = new Set(['job', 'instance', 'le', 'alertstate']);

/** Metrics with the labels that an expression asks of them, by matchers and in "by". */
function askedIn(expression: string): readonly (readonly [string, readonly string[]])[] {
  const grouped = [...expression.matchAll(/\bby\s*\(([^)]*)\)/g)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
  const metric = /\b(stopgate_\w+|process_\w+|nodejs_\w+)(?:\{([^}]*)\})?/g;
  return [...expression.matchAll(metric)].map(([, name = '', matchers = '']) => [
    name,
    [
      ...[...matchers.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = '']) => label),
      ...grouped,
    ],
  ]);
}

async function expectToBeThere(expressions: readonly string[]): Promise<void> {
  const told = toldIn(await metricsOfBusyGateway());
  for (const [asked, labels] of expressions.flatMap(askedIn)) {
    const name = told.has(asked) ? asked : asked.replace(/_(?:bucket|sum|count)$/, '');
    expect([...told.keys()]).toContain(name);
    for (const label of labels.filter((each) => !ofPrometheus.has(each))) {
      expect([name, [...(told.get(name)?.labels ?? [])]]).toEqual([
        name,
        expect.arrayContaining([label]),
      ]);
    }
  }
}

describe('docs/metrics.md', () => {
  it('has each metric of stopgate with its type, and no other', async () => {
    const told = toldIn(await metricsOfBusyGateway());
    const there = [...told].filter(([name]) => name.startsWith('stopgate_'));
    const rows = [...read('metrics.md').matchAll(/^\| `(\w+)` \| (\w+) \|/gm)];
    expect(rows.map(([, name, type]) => `${name} ${type}`).sort()).toEqual(
      there.map(([name, { type }]) => `${name} ${type}`).sort(),
    );
  });
});

describe('docs/alerts.yml', () => {
  const rules = read('alerts.yml')
    .split(/^ {6}- alert: /m)
    .slice(1);

  it('asks for metrics and labels that there are', async () => {
    const expressions = rules.map((rule) => /expr: (.*?)(?=\n {8}\w)/s.exec(rule)?.[1] ?? '');
    expect(expressions.length).toBeGreaterThan(12);
    expect(expressions.filter((expression) => expression === '')).toEqual([]);
    await expectToBeThere(expressions);
  });

  it('says of each alert what it means and what to do', () => {
    for (const rule of rules) {
      for (const key of ['summary', 'description', 'action', 'severity']) {
        expect(rule).toContain(`${key}: `);
      }
    }
  });
});

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
  readonly targets?: readonly { readonly expr: string; readonly datasource: { uid: string } }[];
}

describe('docs/grafana-dashboard.json', () => {
  const dashboard = JSON.parse(read('grafana-dashboard.json')) as {
    readonly panels: readonly Panel[];
    readonly templating: { readonly list: readonly { name: string; query: string }[] };
  };
  const { panels, templating } = dashboard;
  const targets = panels.flatMap((panel) => panel.targets ?? []);

  it('asks for metrics and labels that there are, of a data source that one chooses', async () => {
    expect(targets.length).toBeGreaterThan(15);
    await expectToBeThere([
      ...targets.map(({ expr }) => expr),
      ...templating.list.map(({ query }) => String(query)),
    ]);
    expect(new Set(targets.map(({ datasource }) => datasource.uid))).toEqual(
      new Set(['$' + '{datasource}']),
    );
    expect(templating.list.map(({ name }) => name)).toEqual(['datasource', 'instance']);
  });

  it('has panels that have a title and an id of their own, and lie beside each other', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { title, gridPos } of panels) {
      expect(title).not.toBe('');
      expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, taken.has(`${x} ${y}`)]).toEqual([title, false]);
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});
