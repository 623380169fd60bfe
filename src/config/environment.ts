/**
 * Values from the environment: `STOPGATE_MODEM__0__BAUD=9600` is `baud` of the first `[[modem]]`.
 * A double underscore is a level, digits a position in a list. Must not know single keys: what a
 * key takes is read off the schema.
 */
import { parse, type TomlTableWithoutBigInt } from 'smol-toml';
import { z } from 'zod';
import { type Fault, formatPath, formatValue, type Path } from './faults.js';
import { nearest } from './near-miss.js';
import { isSecret } from './secrets.js';

export type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'STOPGATE_';

/** What was wrong, and which variable set which path (`modem[0].baud`). */
export interface Applied {
  readonly faults: Fault[];
  readonly variables: ReadonlyMap<string, string>;
}

/** Writes the variables' values into `root`, over what the file says. */
export function applyEnvironment(
  root: TomlTableWithoutBigInt,
  schema: z.ZodType,
  environment: Environment,
): Applied {
  const faults: Fault[] = [];
  const variables = new Map<string, string>();
  const names = Object.keys(environment)
    .filter((name) => name.startsWith(PREFIX))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  for (const name of names) {
    const text = environment[name];
    if (text === undefined) continue;
    if (!name.includes('__')) {
      const meant = withLevels(schema, name.slice(PREFIX.length));
      const message = `unknown variable; did you mean ${PREFIX}${meant}?`;
      if (meant !== undefined) faults.push({ path: name, message });
      continue;
    }
    const target = findKey(schema, name);
    if ('message' in target) {
      faults.push({ path: name, message: target.message });
      continue;
    }
    const gap = setAt(root, target.path, readValue(target, text));
    if (gap !== undefined) faults.push({ path: name, message: gap });
    variables.set(formatPath(target.path), name);
  }
  return { faults, variables };
}

interface Key {
  readonly path: Path;
  readonly schema: z.ZodType;
}

/**
 * `HTTP_LISTEN` as `HTTP__LISTEN`, where that names a key. Other variables with one underscore are
 * none of ours: scripts have a `STOPGATE_KEY`.
 */
function withLevels(schema: z.ZodType, text: string): string | undefined {
  const container = unwrap(schema);
  const steps =
    container instanceof z.ZodObject
      ? Object.entries(container.shape).map(([key, inner]) => [key.toUpperCase(), inner] as const)
      : container instanceof z.ZodArray
        ? [[/^\d{1,4}(?=_|$)/u.exec(text)?.[0] ?? '', container.element] as const]
        : [];
  for (const [step, inner] of steps) {
    if (step === '' || !(inner instanceof z.ZodType)) continue;
    const isContainer = [z.ZodObject, z.ZodArray].some((kind) => unwrap(inner) instanceof kind);
    if (text === step) return isContainer ? undefined : step;
    const rest = text.startsWith(`${step}_`) ? text.slice(step.length + 1) : undefined;
    const found = rest === undefined ? undefined : withLevels(inner, rest);
    if (found !== undefined) return `${step}__${found}`;
  }
  return undefined;
}

/** Follows a variable's name through the schema. */
function findKey(root: z.ZodType, name: string): Key | { message: string } {
  const path: (string | number)[] = [];
  let schema = root;
  const segments = name.slice(PREFIX.length).split('__');
  for (const [depth, segment] of segments.entries()) {
    const container = unwrap(schema);
    const key = segment.toLowerCase();
    if (container instanceof z.ZodObject) {
      const next: unknown = Object.hasOwn(container.shape, key) ? container.shape[key] : undefined;
      if (!(next instanceof z.ZodType)) {
        const near = nearest(key, Object.keys(container.shape))?.toUpperCase();
        const meant = near && PREFIX + segments.with(depth, near).join('__');
        return { message: `unknown variable${meant ? `; did you mean ${meant}?` : ''}` };
      }
      path.push(key);
      schema = next;
    } else if (container instanceof z.ZodArray && container.element instanceof z.ZodType) {
      if (!/^\d{1,4}$/u.test(segment)) {
        return {
          message: `${formatValue(segment)} is wrong; a position in ${formatPath(path)} must stand here: 0 for the first`,
        };
      }
      path.push(Number(segment));
      schema = container.element;
    } else {
      return { message: `unknown variable; ${formatPath(path)} has nothing inside it` };
    }
  }
  return { path, schema };
}

function unwrap(schema: z.ZodType): z.ZodType {
  const isWrapper =
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault;
  const inner = isWrapper ? schema.unwrap() : undefined;
  return inner instanceof z.ZodType ? unwrap(inner) : schema;
}

/** Text where the key takes that text; else the value that the text is in TOML. */
function readValue({ path, schema }: Key, text: string): unknown {
  const value = readToml(text);
  if (isSecret(path)) return text.trimStart().startsWith('{') ? (value ?? text) : text;
  if (schema.safeParse(text).success) return text;
  return value ?? text;
}

function readToml(text: string): unknown {
  try {
    const { value, ...others } = parse(`value = ${text}`, { unsafeKeyBehaviour: 'throw' });
    return Object.keys(others).length === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Returns what stands in the way, if anything does. */
function setAt(root: TomlTableWithoutBigInt, path: Path, value: unknown): string | undefined {
  let container: Record<string | number, unknown> = root;
  for (const [depth, step] of path.entries()) {
    if (Array.isArray(container) && typeof step === 'number' && step > container.length) {
      const list = formatPath(path.slice(0, depth));
      return `there is no ${list}[${container.length}] before it; positions count from 0 without a gap`;
    }
    if (depth === path.length - 1) {
      container[step] = value;
      return undefined;
    }
    container[step] ??= typeof path[depth + 1] === 'number' ? [] : {};
    const next = container[step];
    // A value where a table should be: the schema says so, with the value.
    if (typeof next !== 'object' || next === null) return undefined;
    container = next as Record<string | number, unknown>;
  }
  return undefined;
}
