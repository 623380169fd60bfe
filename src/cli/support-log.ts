/**
 * The last lines of a log and of a trace, as a report of a fault may have them. Of a log only what is
 * logged at the levels that hold no numbers and no texts; of traces only masked ones.
 */
import { parseTrace } from '../trace/trace-line.js';

export interface Excerpt {
  readonly lines: readonly string[];
  /** What was left out and why, in words; undefined: nothing. */
  readonly leftOut: string | undefined;
}

const openLevels: ReadonlySet<unknown> = new Set(['info', 'warn', 'error', 'fatal']);
const lastLines = 300;

/** `text` is a log as "stopgate run" writes it, with or without what journald puts before each line. */
export function logExcerpt(text: string, scrub: (text: string) => string): Excerpt {
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  const entries = lines.map(entryOf);
  const told = entries.filter((entry) => openLevels.has(entry?.level));
  const others = lines.length - told.length;
  return {
    lines: told.slice(-lastLines).map((entry) => JSON.stringify(scrubbed(entry, scrub))),
    leftOut:
      others === 0
        ? undefined
        : `${others} lines are left out: of the levels debug and trace, which may hold texts, or no lines of stopgate`,
  };
}

/** `text` is a trace as "stopgate run --trace" writes it. */
export function traceExcerpt(text: string): Excerpt {
  const header = /^# stopgate trace \d+ (\w+)/u.exec(text);
  if (header?.[1] !== 'masked') {
    const why =
      header === null ? 'no trace of stopgate' : 'not masked (it was made with --trace-plain)';
    return { lines: [], leftOut: `it is ${why}, and is left out` };
  }
  try {
    parseTrace(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split(':', 1)[0] : 'unknown';
    return { lines: [], leftOut: `it was changed (${why}), and is left out` };
  }
  const lines = text.split(/\r?\n/u).filter((line) => line !== '');
  return { lines: lines.slice(-lastLines), leftOut: undefined };
}

function entryOf(line: string): Readonly<Record<string, unknown>> | undefined {
  const start = line.indexOf('{');
  if (start < 0) return undefined;
  try {
    const entry: unknown = JSON.parse(line.slice(start));
    return typeof entry === 'object' && entry !== null ? { ...entry } : undefined;
  } catch {
    return undefined;
  }
}

/** All strings in it, names of fields too. */
function scrubbed(value: unknown, scrub: (text: string) => string): unknown {
  if (typeof value === 'string') return scrub(value);
  if (Array.isArray(value)) return value.map((item) => scrubbed(item, scrub));
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value);
    return Object.fromEntries(fields.map(([key, item]) => [scrub(key), scrubbed(item, scrub)]));
  }
  // A number of seven digits may be somebody's.
  if (typeof value === 'number' && Math.abs(value) >= 1e6) return scrub(String(value));
  return value;
}
