/**
 * The shapes in which lists of opt-outs come from other programs, and what a line of each says.
 * Knows nothing of files, of CSV's own rules, and of how a number is read.
 */

/** The names for `--format`, in the order in which their shapes are tried. */
export const listFormats = [
  'stopgate',
  'twilio',
  'aws',
  'kalkun',
  'smstools3',
  'gammu-smsd',
  'list',
] as const;
export type ListFormat = (typeof listFormats)[number];

/** A line of the file, or a record of several. */
export interface ListLine {
  /** From 1; the last one of several. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What a line says; the number still as it is written there. */
export interface ListEntry {
  readonly number: string;
  /** The list says itself what they are opted out of. */
  readonly scope?: string;
  /** What else it says: since when, by what, in which words. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** How the lines of one file are read. */
export interface ListReading {
  readonly format: ListFormat;
  /** The first line is a header. */
  readonly hasHeader: boolean;
  /** Numbers without `+` have their country code all the same. */
  readonly isInternational: boolean;
  /** Undefined for a line that is no opt-out: somebody who opted in, say. */
  readonly entryOf: (cells: readonly string[]) => ListEntry | undefined;
}

type Cell = (column: string) => string;

interface Shape {
  readonly format: ListFormat;
  /** Names of columns, as {@link columnName} makes them. */
  readonly needs: readonly string[];
  readonly isInternational: boolean;
  /** The number; undefined: no opt-out. */
  readonly number: (cell: Cell, words: Words) => string | undefined;
  readonly scope?: string;
  /** The name in the evidence, and the column. */
  readonly evidence: Readonly<Record<string, string>>;
}

/** Tells whether words from a person ask for an opt-out. */
export type Words = (text: string) => boolean;

/** Twilio's code for a message that it did not send since the recipient had opted out. */
const unsubscribedRecipient = '21610';

const shapes: readonly Shape[] = [
  {
    format: 'stopgate',
    needs: ['number', 'scope', 'since', 'source'],
    isInternational: true,
    number: (cell) => cell('number'),
    scope: 'scope',
    evidence: { since: 'since', source: 'source' },
  },
  {
    // The Consent Management API's items (twilio.com/docs/messaging/features/consent-api).
    format: 'twilio',
    needs: ['contactid', 'status'],
    isInternational: true,
    number: (cell) => (/^opt[-_ ]?out$/iu.test(cell('status')) ? cell('contactid') : undefined),
    evidence: { since: 'dateofconsent', source: 'source' },
  },
  {
    // The Console's message log: From,To,Body,Status,SentDate,…,ErrorCode,…,Direction,…
    format: 'twilio',
    needs: ['from', 'to', 'body', 'direction'],
    isInternational: true,
    number(cell, words) {
      if (cell('errorcode') === unsubscribedRecipient) return cell('to');
      return /^inbound/iu.test(cell('direction')) && words(cell('body')) ? cell('from') : undefined;
    },
    evidence: { since: 'sentdate', text: 'body' },
  },
  {
    // `aws pinpoint-sms-voice-v2 describe-opted-out-numbers`
    format: 'aws',
    needs: ['optedoutnumber'],
    isInternational: true,
    number: (cell) => cell('optedoutnumber'),
    evidence: { since: 'optedouttimestamp' },
  },
  {
    // `aws sns list-phone-numbers-opted-out`
    format: 'aws',
    needs: ['phonenumbers'],
    isInternational: true,
    number: (cell) => cell('phonenumbers'),
    evidence: {},
  },
  {
    // Endpoints of Amazon Pinpoint's segments.
    format: 'aws',
    needs: ['channeltype', 'address', 'optout'],
    isInternational: true,
    number: (cell) =>
      /^(?:sms|voice)$/iu.test(cell('channeltype')) && /^all$/iu.test(cell('optout'))
        ? cell('address')
        : undefined,
    evidence: { since: 'effectivedate' },
  },
  {
    // The plugin stop_manager's table.
    format: 'kalkun',
    needs: ['destinationnumber', 'stoptype'],
    isInternational: false,
    number: (cell) => cell('destinationnumber'),
    evidence: { since: 'regdate', text: 'stopmessage', type: 'stoptype' },
  },
  {
    // The plugin blacklist_number's table.
    format: 'kalkun',
    needs: ['phonenumber', 'reason'],
    isInternational: false,
    number: (cell) => cell('phonenumber'),
    evidence: { reason: 'reason' },
  },
];

const numberColumns: ReadonlySet<string> = new Set([
  ...['number', 'numbers', 'phone', 'phones', 'phonenumber', 'phonenumbers', 'phoneno', 'msisdn'],
  ...[
    'mobile',
    'mobilenumber',
    'mobilephone',
    'cell',
    'cellphone',
    'telephone',
    'tel',
    'recipient',
  ],
  ...['to', 'destination', 'sender', 'telefon', 'telefonnummer', 'rufnummer', 'handy', 'numero'],
]);

export interface ListReadingOptions {
  /** Undefined: found out from the file. */
  readonly format: ListFormat | undefined;
  readonly words: Words;
  /** Whether a cell may be a number. */
  readonly isNumber: (cell: string) => boolean;
}

/**
 * How a file that begins with `lines` is read; a sentence that says what is wrong with it where that
 * cannot be told.
 */
export function readingOf(
  lines: readonly ListLine[],
  { format, words, isNumber }: ListReadingOptions,
): ListReading | string {
  if (format === 'smstools3' || (format === undefined && looksLikeSmstools(lines))) {
    return { ...plainReading('smstools3', 0), isInternational: true };
  }
  if (format === 'gammu-smsd' || (format === undefined && looksLikeGammu(lines))) {
    return plainReading('gammu-smsd', 0);
  }
  if ((format === undefined || format === 'aws') && lines.some(isAwsText)) return awsTextReading;
  const first = lines[0]?.cells ?? [];
  const columns = new Map(first.map((name, index) => [columnName(name), index]));
  const isHeader = !first.some(isNumber);
  if (isHeader && format !== 'list') {
    const shape = shapes.find(
      ({ format: name, needs }) =>
        (format === undefined || format === name) && needs.every((column) => columns.has(column)),
    );
    if (shape) return readingByShape(shape, columns, words);
  }
  if (format !== undefined && format !== 'list') return missingColumns(format, first);
  return listReading(first, isHeader, lines, isNumber);
}

/** A name of a column without what programs vary: `Error Code`, `error_code` and `ErrorCode` are one. */
export function columnName(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function readingByShape(
  shape: Shape,
  columns: ReadonlyMap<string, number>,
  words: Words,
): ListReading {
  const { format, isInternational } = shape;
  const evidence = Object.entries(shape.evidence).filter(([, column]) => columns.has(column));
  return {
    format,
    isInternational,
    hasHeader: true,
    entryOf(cells) {
      const cell: Cell = (column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
      const number = shape.number(cell, words);
      if (number === undefined) return undefined;
      const said = evidence
        .map(([name, column]) => [name, cell(column)] as const)
        .filter(([, value]) => value !== '');
      return {
        number,
        ...(shape.scope !== undefined && { scope: unescapeFormula(cell(shape.scope)) }),
        evidence: Object.fromEntries(said),
      };
    },
  };
}

/** A list of numbers, one a line, with or without a header and other columns. */
function listReading(
  first: readonly string[],
  isHeader: boolean,
  lines: readonly ListLine[],
  isNumber: (cell: string) => boolean,
): ListReading | string {
  if (!isHeader) {
    const several = first.filter((cell) => /^[+0]/u.test(cell.trim()) && isNumber(cell)).length > 1;
    if (several) return `its lines have several phone numbers each: ${oneColumn}`;
    return plainReading('list', first.findIndex(isNumber));
  }
  const named = first.flatMap((name, index) =>
    numberColumns.has(columnName(name)) ? [index] : [],
  );
  if (named.length > 1) {
    const names = shownColumns(named.map((index) => first[index] ?? ''));
    return `several of its columns are for phone numbers (${names}): ${oneColumn}`;
  }
  const spoiled = first.findIndex(hasDigitsOfNumber);
  if (named.length === 0 && spoiled >= 0) return plainReading('list', spoiled);
  const filled = lines.slice(1).find(({ cells }) => cells.some(isNumber));
  const column = named[0] ?? (first.length === 1 && filled !== undefined ? 0 : undefined);
  if (column !== undefined) return { ...plainReading('list', column), hasHeader: true };
  return `its first line has neither a known header nor a phone number (${shownColumns(first)}): name the column of the numbers "number", or see "stopgate suppress import --help" for the shapes that are known`;
}

/** No opt-out may be passed over, with whichever of somebody's numbers it was. */
const oneColumn = 'import one list for each, with a header such as "number" over one column alone';

/** A number that cannot be read is a bad row, and no name of a column. */
function hasDigitsOfNumber(cell: string): boolean {
  return cell.replace(/\D/gu, '').length >= 5;
}

function plainReading(format: ListFormat, column: number): ListReading {
  return {
    format,
    hasHeader: false,
    isInternational: false,
    entryOf(cells) {
      const cell = cells[column]?.trim() ?? '';
      // Names of queues and of sections; gammu-smsd's own configuration has `number1 = …`.
      if (format !== 'list' && /^\[.*\]$/u.test(cell)) return undefined;
      const number = format === 'gammu-smsd' ? cell.replace(/^number\d*\s*=\s*/iu, '') : cell;
      return { number, evidence: {} };
    },
  };
}

/** smstools3's blacklist: numbers without `+`, `s` before others, and comments. */
function looksLikeSmstools(lines: readonly ListLine[]): boolean {
  return (
    lines.length > 0 &&
    lines.every(
      ({ cells: [cell = '', ...others] }) =>
        /^(?:s?\d*|\[.*\])\s*(?:#.*)?$/u.test(cell) && (others.length === 0 || cell.includes('#')),
    ) &&
    lines.some(({ cells }) => /^s|#/u.test(cells[0] ?? ''))
  );
}

/** The section `[exclude_numbers]` of gammu-smsd's configuration. */
function looksLikeGammu(lines: readonly ListLine[]): boolean {
  return (
    lines.some(({ cells }) => /^number\d*\s*=/iu.test(cells[0] ?? '')) &&
    lines.every(({ cells }) => /^(?:number\d*\s*=.*|\[.*\]|[#;].*)$/iu.test(cells[0] ?? ''))
  );
}

/** `aws … --output text`: each line begins with what it is, its fields in the order of their names. */
const awsTextReading: ListReading = {
  format: 'aws',
  hasHeader: false,
  isInternational: true,
  entryOf([what, ...fields]) {
    if (what === 'PHONENUMBERS') return { number: fields[0] ?? '', evidence: {} };
    if (what !== 'OPTEDOUTNUMBERS') return undefined;
    const [, number = '', since] = fields;
    return { number, evidence: since === undefined ? {} : { since } };
  },
};

function isAwsText({ cells }: ListLine): boolean {
  return cells[0] === 'OPTEDOUTNUMBERS' || cells[0] === 'PHONENUMBERS';
}

function missingColumns(format: ListFormat, first: readonly string[]): string {
  const wanted = shapes
    .filter((shape) => shape.format === format)
    .map(({ needs }) => needs.join(', '))
    .join('; or ');
  return `it is no list as ${format} writes them: its first line has ${shownColumns(first)}, and ${wanted} are needed`;
}

function shownColumns(cells: readonly string[]): string {
  return cells
    .slice(0, 8)
    .map((cell) => JSON.stringify(cell.slice(0, 30)))
    .join(', ');
}

/** Characters with which a spreadsheet takes a cell for a formula, and the sign that keeps it from that. */
const formula = /^[=+\-@\t\r']/u;

/** Keeps a spreadsheet from running a cell. {@link unescapeFormula} undoes it. */
export function escapeFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

export function unescapeFormula(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
