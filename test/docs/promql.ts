/** Which series and labels an expression of PromQL asks for: as much of its grammar as that takes. */

export interface Asked {
  /** Series with the values that their labels are compared with; `.*` and variables say nothing. */
  readonly series: readonly {
    readonly name: string;
    readonly labels: readonly { readonly name: string; readonly values: readonly string[] }[];
  }[];
  /** Labels that are grouped or matched by. */
  readonly groupedBy: readonly string[];
}

const words =
  /^(?:sum|max|min|avg|count|and|or|unless|by|without|on|ignoring|group_left|rate|increase|delta|deriv|changes|vector|histogram_quantile|avg_over_time|clamp_min|label_values|absent)$/;

/** Throws at a word that is neither a metric nor known: the list above is what we use. */
export function askedBy(expression: string): Asked {
  const series: Asked['series'][number][] = [];
  const groupedBy: string[] = [];
  const withoutGroups = expression.replaceAll(
    /\b(?:by|without|on|ignoring|group_left) ?\(([^)]*)\)/g,
    (_, labels: string) => {
      groupedBy.push(...labels.split(',').map((label) => label.trim()));
      return ' ';
    },
  );
  const withoutRanges = withoutGroups.replaceAll(/\[[^\]]*\]/g, ' ');
  for (const [, name = '', matchers = ''] of withoutRanges.matchAll(
    /\b([a-z_][a-z0-9_]*)\b(?!")(?:\{([^}]*)\})?/g,
  )) {
    if (words.test(name)) continue;
    series.push({ name, labels: matchersOf(matchers) });
  }
  return { series, groupedBy };
}

function matchersOf(matchers: string) {
  return [...matchers.matchAll(/([a-z_]+)(=~|!~|!=|=)"([^"]*)"/g)].map(
    ([, name = '', , value = '']) => ({
      name,
      values: value.split('|').filter((each) => each !== '.*' && !each.startsWith('$')),
    }),
  );
}
