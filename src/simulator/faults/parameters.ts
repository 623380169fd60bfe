/**
 * What may stand behind the `=` of a fault's parameter: how it is read, what is taken when it is
 * left out, and the words for what would have been right. Knows no fault.
 */

export interface ParameterKind<T> {
  /** What would be right, with an example: for people. */
  readonly expects: string;
  /** As it would be typed; empty where nothing is meant by leaving it out. */
  readonly shown: string;
  readonly otherwise: T;
  /** Undefined for a text that is none of this kind. */
  read(text: string): T | undefined;
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** A duration: `500`, `500ms`, `90s`, `5m`, `2h`, `3d`. */
export function duration(otherwise: string): ParameterKind<number> {
  const read = (text: string) => {
    const [, digits, unit = 'ms'] = /^(\d{1,9})(ms|s|m|h|d)?$/.exec(text) ?? [];
    return digits === undefined ? undefined : Number(digits) * (UNITS[unit] ?? 1);
  };
  return {
    expects: 'a duration, such as 500ms, 90s, 5m or 2h',
    shown: otherwise,
    read,
    otherwise: read(otherwise) ?? 0,
  };
}

/** How often a fault strikes: a number, or `forever`. */
export function count(otherwise: number | 'forever' = 1): ParameterKind<number> {
  const read = (text: string) => {
    if (text === 'forever') {
      return Number.POSITIVE_INFINITY;
    }
    return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined;
  };
  return {
    expects: 'how many times: 1, 2, … or forever',
    shown: String(otherwise),
    read,
    otherwise: otherwise === 'forever' ? Number.POSITIVE_INFINITY : otherwise,
  };
}

export function wholeNumber(
  otherwise: number,
  { min, max }: { readonly min: number; readonly max: number },
): ParameterKind<number> {
  return {
    expects: `a whole number from ${min} to ${max}`,
    shown: String(otherwise),
    otherwise,
    read(text) {
      const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
      return value >= min && value <= max ? value : undefined;
    },
  };
}

/** One of some words. */
export function choice<const W extends string>(
  words: readonly W[],
  otherwise: NoInfer<W>,
): ParameterKind<W> {
  return {
    expects: `one of ${words.join(', ')}`,
    shown: otherwise,
    otherwise,
    read: (text) => words.find((word) => word === text),
  };
}

/** `yes` or `no`. */
export function yesOrNo(otherwise: boolean): ParameterKind<boolean> {
  return {
    expects: 'yes or no',
    shown: otherwise ? 'yes' : 'no',
    otherwise,
    read: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  };
}

/** Any text, as it stands. */
export function text(otherwise: string, expects: string): ParameterKind<string> {
  return { expects, shown: otherwise, otherwise, read: (value) => value };
}

/** A text that looks right. */
export function matching(
  pattern: RegExp,
  otherwise: string,
  expects: string,
): ParameterKind<string> {
  return {
    expects,
    shown: otherwise,
    otherwise,
    read: (value) => (pattern.test(value) ? value : undefined),
  };
}

/** Texts with `|` between them, one at least. */
export function list(
  otherwise: readonly string[],
  expects: string,
): ParameterKind<readonly string[]> {
  return {
    expects: `${expects}, with | between them`,
    shown: otherwise.join('|'),
    otherwise,
    read(value) {
      const items = value.split('|').filter((item) => item !== '');
      return items.length === 0 ? undefined : items;
    },
  };
}

/** Whole numbers with `|` between them, one at least. */
export function numbers(
  otherwise: readonly number[],
  expects: string,
): ParameterKind<readonly number[]> {
  return {
    expects: `${expects}, with | between them`,
    shown: otherwise.join('|'),
    otherwise,
    read(value) {
      return /^\d{1,4}(\|\d{1,4})*$/.test(value) ? value.split('|').map(Number) : undefined;
    },
  };
}
