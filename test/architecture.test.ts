/**
 * Holds the arrows between the layers, read from the imports, and the house rules that a reader of
 * one file relies on. Each rule is also tried on a made-up offender.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface SourceFile {
  /** From the root of the repository: `src/sms/decode.ts`. */
  readonly path: string;
  readonly text: string;
}

interface Layer {
  /** Layers and root files that it may import, beside itself. */
  readonly imports: readonly string[];
  /** Packages and `node:` modules that it may import; undefined: any. */
  readonly packages?: readonly string[];
  /** What of a layer it may import, where that is not all. */
  readonly only?: Readonly<Record<string, string>>;
}

const EVERYWHERE = ['clock', 'log', 'ids', 'version'];

/** A folder or a file directly under `src`. What is not named here has no place yet. */
const LAYERS: Readonly<Record<string, Layer>> = {
  main: { imports: ['cli', ...EVERYWHERE] },
  cli: {
    imports: [
      ...['gateway', 'services', 'restoration', 'config', 'http', 'service', 'domain'],
      ...['optout', 'sms', 'modem', 'modem-wiring', 'simulator', 'doctor', 'trace', 'install'],
      'systemd',
      ...EVERYWHERE,
    ],
  },
  gateway: {
    imports: [
      ...['services', 'modem-wiring', 'listeners', 'config', 'service', 'modem', 'store', 'domain'],
      ...EVERYWHERE,
    ],
  },
  listeners: { imports: ['services', 'config', 'http', 'service', ...EVERYWHERE] },
  'modem-wiring': { imports: ['services', 'config', 'service', 'modem', ...EVERYWHERE] },
  services: { imports: ['config', 'service', 'store', 'domain', ...EVERYWHERE] },
  restoration: { imports: ['config', 'service', 'store', 'domain', ...EVERYWHERE] },
  http: { imports: ['service', 'domain', ...EVERYWHERE] },
  service: { imports: ['domain', 'sms', 'optout', 'modem', 'checkpoint', ...EVERYWHERE] },
  store: { imports: ['domain', 'checkpoint', ...EVERYWHERE] },
  doctor: { imports: ['modem', 'config', 'domain', ...EVERYWHERE] },
  modem: { imports: ['checkpoint', ...EVERYWHERE] },
  install: { imports: [], packages: [] },
  systemd: { imports: EVERYWHERE },
  trace: { imports: ['sms', ...EVERYWHERE] },
  simulator: {
    imports: ['sms', 'modem', 'trace', ...EVERYWHERE],
    only: { modem: 'src/modem/transport.ts' },
  },
  config: { imports: ['domain', ...EVERYWHERE] },
  optout: { imports: ['domain'], packages: [] },
  domain: { imports: [], packages: [] },
  sms: { imports: [], packages: [] },
  checkpoint: { imports: [], packages: ['node:diagnostics_channel'] },
  clock: { imports: [], packages: ['node:os'] },
  log: { imports: ['clock'] },
  ids: { imports: ['clock'] },
  version: { imports: [] },
};

/** One file that may import what its layer may not. */
const EXCEPTIONS: ReadonlySet<string> = new Set([
  'src/domain/phone-number.ts imports libphonenumber-js/min',
  'src/optout/link-token.ts imports node:crypto',
  'src/domain/private-address.ts imports node:net',
]);

/** The one layer of each package that shapes code, so that it can be replaced there. */
const HOMES: Readonly<Record<string, string>> = {
  'better-sqlite3': 'store',
  'csv-parse': 'cli',
  'csv-stringify': 'cli',
  'cli-progress': 'cli',
  standardwebhooks: 'service',
  serialport: 'modem',
  '@serialport/parser-readline': 'modem',
  hono: 'http',
  'prom-client': 'http',
  '@hono/node-server': 'http',
  '@hono/zod-openapi': 'http',
  commander: 'cli',
  zigpty: 'simulator',
  'smol-toml': 'config',
  'libphonenumber-js': 'domain',
};

const FORBIDDEN_FOLDER = /^(?:utils?|helpers?|common|types|shared|misc|.*manager.*)$/iu;

interface Reach {
  readonly pattern: RegExp;
  readonly home: string;
}
const REACHES: readonly Reach[] = [
  { pattern: /\bDate\.now\(/u, home: 'src/clock.ts' },
  { pattern: /\bnew Date\(\s*\)/u, home: 'src/clock.ts' },
  { pattern: /(?<!new )\bDate\(\s*\)/u, home: 'src/clock.ts' },
  { pattern: /\bsetTimeout\(/u, home: 'src/clock.ts' },
  { pattern: /\bsetInterval\(/u, home: 'src/clock.ts' },
  { pattern: /\bperformance\./u, home: 'src/clock.ts' },
  { pattern: /\bnode:timers\b/u, home: 'src/clock.ts' },
  { pattern: /\bprocess\.exit(?:Code)?\b/u, home: 'src/main.ts' },
  { pattern: /\bprocess\.argv\b/u, home: 'src/main.ts' },
  { pattern: /\bprocess\.env\b/u, home: 'src/main.ts' },
  { pattern: /from '(?:node:)?process'/u, home: 'src/main.ts' },
  { pattern: /\bnew Database\(/u, home: 'src/store/connection.ts' },
];

const LONGEST_FILE = 400;

/** Without comments: whole lines of them, and those after code. */
function codeOf(text: string): string {
  let isInComment = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*\/\*/u.test(line)) isInComment = true;
      const isComment = isInComment || /^\s*\/\//u.test(line);
      if (isInComment && line.includes('*/')) isInComment = false;
      return isComment ? '' : line.replace(/\s\/\/\s.*$/u, '');
    })
    .join('\n');
}

function importsOf(text: string): string[] {
  const code = codeOf(text);
  const statements = /^\s*(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gmu;
  const effects = /^\s*import\s*['"]([^'"]+)['"]/gmu;
  const calls = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/gu;
  return [statements, effects, calls].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, from = '']) => from),
  );
}

function layerOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/u, '') ?? '';
}

function importFault(path: string, from: string): string | undefined {
  const layer = LAYERS[layerOf(path)];
  const fault = `${path} imports ${from}`;
  if (layer === undefined) return `${path} is in no layer`;
  if (!from.startsWith('.')) {
    if (EXCEPTIONS.has(fault)) return undefined;
    const packageName = /^(?:@[^/]+\/)?[^/]+/u.exec(from)?.[0] ?? from;
    const home = HOMES[packageName];
    const isAway = home !== undefined && home !== layerOf(path);
    return isAway || layer.packages?.includes(packageName) === false ? fault : undefined;
  }
  const target = posix.join(posix.dirname(path), from).replace(/\.js$/u, '.ts');
  const other = layerOf(target);
  if (!target.startsWith('src/')) return fault;
  if (other === layerOf(path)) return undefined;
  const only = layer.only?.[other];
  const isAllowed = layer.imports.includes(other) && (only === undefined || only === target);
  return isAllowed ? undefined : `${path} imports ${target}`;
}

/** What breaks a rule, a line each. */
function faultsOf({ path, text }: SourceFile): string[] {
  const code = codeOf(text);
  const folder = path.split('/').find((part) => FORBIDDEN_FOLDER.test(part));
  const lines = text.trimEnd().split('\n').length;
  return [
    ...importsOf(text).map((from) => importFault(path, from)),
    ...REACHES.map(({ pattern, home }) => {
      const found = path === home ? null : pattern.exec(code);
      return found === null ? undefined : `${path} has ${found[0]}`;
    }),
    folder === undefined ? undefined : `${path} is in ${folder}/`,
    lines > LONGEST_FILE ? `${path} has ${lines} lines` : undefined,
  ].filter((fault) => fault !== undefined);
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files: SourceFile[] = readdirSync(`${root}/src`, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ path: `src/${name}`, text: readFileSync(`${root}/src/${name}`, 'utf8') }));

describe('the source', () => {
  it('is found, with its imports', () => {
    const seen = new Set(files.map(({ path }) => layerOf(path)));
    expect(Object.keys(LAYERS).filter((layer) => !seen.has(layer))).toEqual([]);
    const main = files.find(({ path }) => path === 'src/main.ts');
    expect(importsOf(main?.text ?? '')).toContain('./cli/program.js');
  });

  it('keeps every rule', () => {
    expect(files.flatMap(faultsOf)).toEqual([]);
  });
});

describe('the rules', () => {
  const imported = (from: string) => `import { x } from '${from}';\n`;

  it.each([
    ['src/sms/decode.ts', '../domain/message.js'],
    ['src/sms/decode.ts', '../clock.js'],
    ['src/sms/decode.ts', '../log.js'],
    ['src/sms/decode.ts', 'node:buffer'],
    ['src/sms/decode.ts', 'zod'],
    ['src/domain/consent.ts', '../clock.js'],
    ['src/domain/consent.ts', '../store/store.js'],
    ['src/domain/consent.ts', 'libphonenumber-js/min'],
    ['src/domain/phone-number.ts', 'libphonenumber-js/max'],
    ['src/optout/match.ts', '../log.js'],
    ['src/optout/lexicon/en.ts', '../../config/config.js'],
    ['src/modem/modem.ts', '../sms/index.js'],
    ['src/modem/modem.ts', '../service/sender.js'],
    ['src/modem/dialects/huawei.ts', '../../sms/index.js'],
    ['src/store/store.ts', '../service/sender.js'],
    ['src/trace/trace-file.ts', '../modem/transport.js'],
    ['src/store/store.ts', '../config/config.js'],
    ['src/doctor/doctor.ts', '../store/store.js'],
    ['src/doctor/doctor.ts', 'serialport'],
    ['src/service/sender.ts', '../store/store.js'],
    ['src/service/sender.ts', '../http/api.js'],
    ['src/service/sender.ts', '../simulator/handset.js'],
    ['src/service/sender.ts', 'better-sqlite3'],
    ['src/http/api.ts', '../store/store.js'],
    ['src/http/api.ts', '../modem/ports.js'],
    ['src/http/routes/messages.ts', '../../sms/index.js'],
    ['src/gateway.ts', './simulator/simulated-modem.js'],
    ['src/gateway.ts', './cli/run.js'],
    ['src/services.ts', './http/api.js'],
    ['src/simulator/in-memory.ts', '../modem/modem.js'],
    ['src/simulator/in-memory.ts', '../domain/message.js'],
    ['src/config/load.ts', '../optout/match.js'],
    ['src/cli/send.ts', '../store/store.js'],
    ['src/cli/send.ts', '../main.js'],
    ['src/clock.ts', './log.js'],
    ['src/cli/send.ts', '../../test/support/fake-clock.js'],
  ])('refuse that %s imports %s', (path, from) => {
    const { length } = faultsOf({ path, text: imported(from) });
    expect(length).toBe(1);
  });

  it.each([
    ['src/domain/phone-number.ts', 'libphonenumber-js/min'],
    ['src/simulator/in-memory.ts', '../modem/transport.js'],
    ['src/service/sender.ts', '../sms/index.js'],
    ['src/modem/dialects/huawei.ts', '../../log.js'],
    ['src/store/store.ts', 'better-sqlite3'],
    ['src/http/routes/messages.ts', '../problems.js'],
    ['src/optout/match.ts', '../domain/consent.js'],
  ])('let %s import %s', (path, from) => {
    expect(faultsOf({ path, text: imported(from) })).toEqual([]);
  });

  it.each([
    "import type { X } from '../log.js';",
    "import '../log.js';",
    "export * from '../log.js';",
    "export type { X } from '../log.js';",
    "import {\n  type X,\n  y,\n} from '../log.js';",
    "const x = await import('../log.js');",
    "type X = import('../log.js').Log;",
  ])('see an import however it is written: %j', (text) => {
    expect(faultsOf({ path: 'src/sms/decode.ts', text })).toEqual([
      'src/sms/decode.ts imports src/log.ts',
    ]);
  });

  it.each([
    'const at = Date.now();',
    'const at = new Date();',
    'const at = new Date( );',
    'const at = Date();',
    'setTimeout(() => {}, 1);',
    'globalThis.setInterval(f, 1);',
    'const at = performance.now();',
    "import { setTimeout } from 'node:timers/promises';",
    'process.exit(1);',
    'process.exitCode = 1;',
    'const [first] = process.argv;',
    'const home = process.env.HOME;',
    "import { env } from 'node:process';",
  ])('refuse to reach for the world: %s', (text) => {
    expect(faultsOf({ path: 'src/cli/run.ts', text })).toHaveLength(1);
  });

  it.each([
    'const at = new Date(given);',
    'function sleep(clock: Clock) {}\nclock.setTimer(1, f);',
    '// Date.now() is for clock.ts',
    '/**\n * Never process.exit() here.\n */',
    'const a = 1; // not Date.now()',
  ])('let pass: %j', (text) => {
    expect(faultsOf({ path: 'src/cli/run.ts', text })).toEqual([]);
  });

  it('leave time to clock.ts and the process to main.ts alone', () => {
    expect(faultsOf({ path: 'src/clock.ts', text: 'Date.now();' })).toEqual([]);
    expect(faultsOf({ path: 'src/main.ts', text: 'process.exit(0);' })).toEqual([]);
    expect(faultsOf({ path: 'src/main.ts', text: 'Date.now();' })).toHaveLength(1);
    expect(faultsOf({ path: 'src/clock.ts', text: 'process.exit(0);' })).toHaveLength(1);
  });

  it.each(['utils', 'helpers', 'common', 'types', 'connection-manager'])(
    'refuse a folder called %s',
    (folder) => {
      expect(faultsOf({ path: `src/http/${folder}/x.ts`, text: '' })).toHaveLength(1);
    },
  );

  it('refuse a new layer that has no place in the drawing', () => {
    const [fault] = faultsOf({ path: 'src/webhooks/x.ts', text: imported('../clock.js') });
    expect(fault).toBe('src/webhooks/x.ts is in no layer');
  });

  it('refuse a file of more than 400 lines', () => {
    expect(faultsOf({ path: 'src/http/x.ts', text: 'x\n'.repeat(400) })).toEqual([]);
    expect(faultsOf({ path: 'src/http/x.ts', text: 'x\n'.repeat(401) })).toHaveLength(1);
  });
});
