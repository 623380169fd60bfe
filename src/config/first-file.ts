/**
 * The first configuration file: the example with every key explained, and a person's answers in it.
 * Text to text; must not know where either lies.
 */

/** What a gateway cannot guess. All as the file has them. */
export interface FirstAnswers {
  readonly country: string;
  readonly brand: string;
  /** The first is the default. */
  readonly languages: readonly string[];
  readonly port: string;
  /** Absent: the default suits. */
  readonly baud?: number;
  readonly pin?: string;
  readonly listen: string;
  readonly dataDir?: string;
}

/** Throws where `example` lacks the line of a setting. */
export function firstFile(example: string, answers: FirstAnswers): string {
  const settings: readonly [table: string, key: string, value: string | undefined][] = [
    ['gateway', 'country', quoted(answers.country)],
    ['gateway', 'data_dir', answers.dataDir && quoted(answers.dataDir)],
    ['modem', 'port', quoted(answers.port)],
    ['modem', 'baud', answers.baud?.toString()],
    ['modem', 'pin', answers.pin && quoted(answers.pin)],
    ['http', 'listen', quoted(answers.listen)],
    ['optout', 'brand', quoted(answers.brand)],
    ['optout', 'languages', `[${answers.languages.map(quoted).join(', ')}]`],
  ];
  const lines = example.split('\n');
  for (const [table, key, value] of settings) {
    if (value !== undefined) lines[lineOf(lines, table, key)] = `${key} = ${value}`;
  }
  return lines.join('\n');
}

/** The line that sets `key` in `table`, or would without its "#". */
function lineOf(lines: readonly string[], table: string, key: string): number {
  let current = '';
  const found = lines.findIndex((line) => {
    current = /^#?\[+([a-z.]+)\]+$/u.exec(line)?.[1] ?? current;
    return current === table && new RegExp(`^#?${key} = `, 'u').test(line);
  });
  if (found === -1) throw new Error(`the example has no line for ${table}.${key}`);
  return found;
}

/** A string of JSON is one of TOML. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
