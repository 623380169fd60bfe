/**
 * What is wrong with a configuration, said so that its owner can put it right: where, what stands
 * there, what would be right. Must not know what any key means.
 */

/** Where in the configuration; digits are positions in a list. */
export type Path = readonly (string | number)[];

/** One thing that is wrong. `path` is a key (`modem[0].baud`), a variable's name or the file's. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** The configuration cannot be used. The message has one line a fault: `path: what is wrong`. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'CONFIG';

  constructor(
    /** The configuration file, as it was named. */
    readonly file: string,
    readonly faults: readonly Fault[],
    options: { cause?: unknown } = {},
  ) {
    super(faults.map(({ path, message }) => `${path}: ${message}`).join('\n'), options);
  }
}

/** `['modem', 0, 'baud']` as `modem[0].baud`. */
export function formatPath(path: Path): string {
  return path.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`,
    '',
  );
}

const LONGEST_SHOWN = 60;

/** A TOML value as a message shows it; long ones are cut. */
export function formatValue(value: unknown): string {
  const text = value instanceof Date ? String(value) : JSON.stringify(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** The value at `path` of nested tables and lists; undefined where there is none. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    root,
  );
}
