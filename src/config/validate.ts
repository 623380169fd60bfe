/**
 * Holds a file's content against the schema and finds every fault at once, each in a sentence.
 * Must not know where the content came from.
 */
import { type Fault, formatPath, formatValue, type Path, valueAt } from './faults.js';
import { isSameAddress, parseListen } from './listen.js';
import { nearest } from './near-miss.js';
import { type CheckedFile, LISTEN_DEFAULTS, schema } from './schema.js';
import { shownValue } from './secrets.js';

/** The content with its defaults, or what is wrong with it, in the order of the schema. */
export function validate(root: unknown): { checked: CheckedFile } | { faults: Fault[] } {
  const result = schema.safeParse(root);
  const faults = [
    ...(result.error?.issues.flatMap((issue) => issueFaults(root, issue)) ?? []),
    ...clashes(root),
  ];
  if (result.success && faults.length === 0) return { checked: result.data };
  // A value may break several rules of one key; its sentence is the same.
  const seen = new Set<string>();
  return {
    faults: faults.filter(({ path, message }) => {
      const line = `${path}: ${message}`;
      return !seen.has(line) && seen.add(line);
    }),
  };
}

type Issue = NonNullable<ReturnType<typeof schema.safeParse>['error']>['issues'][number];

function issueFaults(root: unknown, issue: Issue): Fault[] {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: formatPath([...path, key]),
      message: `unknown key${suggestion(path, key)}`,
    }));
  }
  const value = valueAt(root, path);
  const found =
    value === undefined ? 'missing' : `${shownValue(path, value) ?? 'the value'} is wrong`;
  return [{ path: formatPath(path), message: `${found}; it must be ${issue.message}` }];
}

/** The key that was probably meant: one of the same table, or this very name in another table. */
function suggestion(path: Path, key: string): string {
  const near = nearest(key, KEYS.get(tableName(path)) ?? []);
  if (near !== undefined) return `; did you mean ${near}?`;
  const elsewhere = [...KEYS].filter(([table, keys]) => table !== '' && keys.includes(key));
  if (elsewhere.length === 0) return '';
  const places = elsewhere.map(([table]) => (LISTS.has(table) ? `[[${table}]]` : `[${table}]`));
  return `; it belongs under ${places.join(' or ')}`;
}

function tableName(path: Path): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

const { modem, webhook, optout, ...tables } = schema.shape;
const LISTS: ReadonlySet<string> = new Set(['modem', 'webhook']);
/** Which keys each table has. */
const KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['', Object.keys(schema.shape)],
  ['modem', Object.keys(modem.element.shape)],
  ['webhook', Object.keys(webhook.unwrap().element.shape)],
  ['optout', Object.keys(optout.unwrap().shape)],
  ['optout.keywords', Object.keys(optout.unwrap().shape.keywords.unwrap().shape)],
  ...Object.entries(tables).map(
    ([name, table]) => [name, Object.keys(table.unwrap().shape)] as const,
  ),
]);

/** What is right by itself but not beside something else. */
function clashes(root: unknown): Fault[] {
  const modems = valueAt(root, ['modem']);
  const count = Array.isArray(modems) ? modems.length : 0;
  const positions = Array.from({ length: count }, (_, index) => index);
  const keywords = (['stop', 'start', 'help'] as const).flatMap((list) => {
    const words = valueAt(root, ['optout', 'keywords', list]);
    return (Array.isArray(words) ? words : []).map((word: unknown, index) => ({
      path: ['optout', 'keywords', list, index],
      value: foldText(word),
      group: list,
    }));
  });
  return [
    ...repeats(
      positions.map((index) => {
        const name = valueAt(root, ['modem', index, 'name']);
        return { path: ['modem', index, 'name'], value: name === undefined ? 'main' : name };
      }),
      'each modem needs a name of its own ("main" when none is given)',
    ),
    ...repeats(
      positions.map((index) => {
        const port = valueAt(root, ['modem', index, 'port']);
        const isAddress = typeof port === 'string' && port.startsWith('tcp:');
        return { path: ['modem', index, 'port'], value: isAddress ? port.toLowerCase() : port };
      }),
      'each modem needs a port of its own',
    ),
    ...repeats(keywords, 'a word can mean one thing only'),
    ...repeats(urlsOf(root), 'each webhook needs an address of its own; its events can be several'),
    ...listenClash(root),
  ];
}

/** The API and the pages on one address, be it the default of one. */
function listenClash(root: unknown): Fault[] {
  if (valueAt(root, ['public']) === undefined) return [];
  const [api, pages] = (['http', 'public'] as const).map((table) => {
    const text = valueAt(root, [table, 'listen']) ?? LISTEN_DEFAULTS[table];
    return typeof text === 'string' ? parseListen(text) : undefined;
  });
  if (api === undefined || pages === undefined || !isSameAddress(api, pages)) return [];
  const isOwn = valueAt(root, ['public', 'listen']) !== undefined;
  const [path, other] = isOwn ? ['public.listen', 'http.listen'] : ['http.listen', 'public.listen'];
  const text = formatValue(valueAt(root, path.split('.')));
  const message = `${text} is ${other} as well; the two need addresses of their own`;
  return [{ path, message }];
}

/** The addresses of the webhooks, as they would be asked. */
function urlsOf(root: unknown): { path: Path; value: unknown }[] {
  const webhooks = valueAt(root, ['webhook']);
  return (Array.isArray(webhooks) ? webhooks : []).map((webhook: unknown, index) => {
    const url = valueAt(webhook, ['url']);
    const isAddress = typeof url === 'string' && URL.canParse(url);
    return { path: ['webhook', index, 'url'], value: isAddress ? new URL(url).href : url };
  });
}

function foldText(value: unknown): unknown {
  return typeof value === 'string' ? value.trim().toLowerCase() : value;
}

/** A fault for each value that stood before; values of the same `group` may be equal. */
function repeats(
  entries: readonly { path: Path; value: unknown; group?: string }[],
  why: string,
): Fault[] {
  const first = new Map<unknown, { path: Path; group?: string }>();
  const faults: Fault[] = [];
  for (const { path, value, group } of entries) {
    const earlier = first.get(value);
    if (value === undefined || earlier === undefined) {
      first.set(value, { path, ...(group !== undefined && { group }) });
    } else if (group === undefined || earlier.group !== group) {
      const shown = shownValue(path, value) ?? 'the value';
      const message = `${shown} is ${formatPath(earlier.path)} as well; ${why}`;
      faults.push({ path: formatPath(path), message });
    }
  }
  return faults;
}
