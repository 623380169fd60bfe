/**
 * A command line taken apart into its commands (ITU-T V.250 §5.2 to §5.4).
 * Knows the grammar, not the commands.
 */

export type CommandForm = 'execute' | 'read' | 'test' | 'set';

/** One subparameter; undefined where it was left out. */
export type Parameter = { readonly text: string; readonly quoted: boolean } | undefined;

export interface CommandRequest {
  /** Upper case, with its sign: `+CMGS`, `^CURC`, `&F`, `E`, `S0`. */
  readonly name: string;
  readonly form: CommandForm;
  readonly parameters: readonly Parameter[];
}

/**
 * The commands of a line without its `AT`, in order. Where the grammar is broken, the commands
 * before that place and undefined for the rest, since a modem carries out what it could read.
 */
export function parseCommandLine(body: string): readonly (CommandRequest | undefined)[] {
  const line = body.trim();
  const requests: (CommandRequest | undefined)[] = [];
  let position = 0;
  while (position < line.length) {
    const parsed = parseExtended(line, position) ?? parseBasic(line, position);
    if (parsed === undefined) {
      return [...requests, undefined];
    }
    requests.push(parsed.request);
    position = parsed.end;
  }
  return requests;
}

interface Parsed {
  readonly request: CommandRequest;
  readonly end: number;
}

/** `+NAME`, `+NAME?`, `+NAME=?`, `+NAME=<parameters>`, up to `;` or the end (V.250 §5.4). */
function parseExtended(line: string, start: number): Parsed | undefined {
  const match = /^([+^*$%#][A-Z][A-Z0-9]*) *(=\?|\?|=)? */i.exec(line.slice(start));
  if (match === null) {
    return undefined;
  }
  const [whole, name = '', sign] = match;
  const valueStart = start + whole.length;
  const end = sign === '=' ? endOfValue(line, valueStart) : valueStart;
  if (end < line.length && line[end] !== ';') {
    return undefined;
  }
  const parameters = sign === '=' ? parseParameters(line.slice(valueStart, end)) : [];
  const request = { name: name.toUpperCase(), form: formOf(sign), parameters };
  return { request, end: end + 1 };
}

function formOf(sign: string | undefined): CommandForm {
  switch (sign) {
    case '=?':
      return 'test';
    case '?':
      return 'read';
    case '=':
      return 'set';
    default:
      return 'execute';
  }
}

/** A letter, perhaps after `&`, and a number; `S<n>=<value>`; `D` takes the whole rest (§5.3). */
function parseBasic(line: string, start: number): Parsed | undefined {
  const rest = line.slice(start);
  const match =
    /^(D)(.*)$/is.exec(rest) ??
    /^(S\d+)(?:=(\d*)|\?)? */i.exec(rest) ??
    /^([&\\]?[A-Z])(\d*) */i.exec(rest);
  if (match === null) {
    return undefined;
  }
  const [whole, name = '', value] = match;
  const end = start + whole.length;
  return {
    request: {
      name: name.toUpperCase(),
      form: whole.includes('?') ? 'read' : 'execute',
      parameters: value === undefined || value === '' ? [] : [{ text: value, quoted: false }],
    },
    end: line[end] === ';' ? end + 1 : end,
  };
}

/** Where a value ends: at the first `;` outside quotes. */
function endOfValue(line: string, start: number): number {
  let quoted = false;
  for (let position = start; position < line.length; position += 1) {
    if (line[position] === '"') {
      quoted = !quoted;
    } else if (line[position] === ';' && !quoted) {
      return position;
    }
  }
  return line.length;
}

function parseParameters(value: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  for (const [piece] of value.matchAll(/(?:[^",]|"[^"]*"?)+|(?<=,|^)(?=,|$)/g)) {
    const text = piece.trim();
    const string = /^"([^"]*)"?$/.exec(text);
    if (string !== null) {
      parameters.push({ text: string[1] ?? '', quoted: true });
    } else {
      parameters.push(text === '' ? undefined : { text, quoted: false });
    }
  }
  return parameters;
}
