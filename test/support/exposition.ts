/** Reads the text that Prometheus reads, as strictly as it does; throws on a line that it refuses. */

export interface Exposed {
  /** `counter`, `gauge`, `histogram` or `summary`, by name. */
  readonly types: ReadonlyMap<string, string>;
  /** The value of each line, by what stands before it: `up{job="x"}`. */
  readonly values: ReadonlyMap<string, number>;
}

const head = /^# (HELP|TYPE) ([a-z_][a-z0-9_]*) (.+)$/;
const label = String.raw`[a-z_]+="(?:[^"\\\n]|\\[\\"n])*"`;
const sample = new RegExp(
  String.raw`^([a-z_][a-z0-9_]*)(\{${label}(?:,${label})*\})? (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|\+Inf|Nan)$`,
);

export function readExposition(text: string): Exposed {
  if (!text.endsWith('\n')) throw new Error('the last line does not end');
  const types = new Map<string, string>();
  const values = new Map<string, number>();
  let helped = '';
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const [, kind, about = '', told = ''] = head.exec(line) ?? [];
    if (kind === 'HELP') {
      helped = about;
    } else if (kind === 'TYPE') {
      if (types.has(about) || helped !== about) throw new Error(`out of order: ${line}`);
      types.set(about, told);
    } else {
      const [, name = '', labels = '', value = ''] = sample.exec(line) ?? [];
      const isOfSeveral = /^(?:histogram|summary)$/.test(types.get(helped) ?? '');
      const family = isOfSeveral ? name.replace(/_(?:bucket|sum|count)$/, '') : name;
      if (family !== helped || values.has(name + labels)) throw new Error(`no sample: ${line}`);
      values.set(name + labels, value === '+Inf' ? Number.POSITIVE_INFINITY : Number(value));
    }
  }
  return { types, values };
}

/** The names of the labels that each series has, by its name. */
export function labelsOf({ values }: Exposed): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const series of values.keys()) {
    const [name = '', inBraces = ''] = series.split('{');
    const known = labels.get(name) ?? new Set();
    for (const [, one = ''] of inBraces.matchAll(/([a-z_]+)="/g)) known.add(one);
    labels.set(name, known);
  }
  return labels;
}
