/**
 * A list as a file or on stdin: its encoding, its delimiter, its records, whatever program wrote it.
 * Knows nothing of what the columns mean.
 */
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, read } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import type { ListLine } from '../service/list-formats.js';
import type { CallersFiles } from './callers-files.js';
import { CommandError } from './context.js';

export interface ListFile {
  /** Octets; undefined for stdin. */
  readonly size: number | undefined;
  /** SHA-256, hexadecimal; undefined for stdin, which is read once. */
  readonly sha256: string | undefined;
  /** The first lines, as many as fit into the first 64 KiB. */
  readonly head: readonly ListLine[];
  /** All lines, the first ones again, some at a time. To be walked once. */
  lines(options: { readonly hasComments: boolean }): AsyncIterable<readonly ListLine[]>;
  /** How many octets were read so far. */
  readonly octets: number;
  close(): void;
}

const readAt = promisify(read);
const headOctets = 64 * 1024;
/** So much is parsed at once: what it makes is to be gone before V8 takes it for old. */
const pieceOctets = 4 * 1024;
/** JSON is read as a whole. */
const mostJsonOctets = 64 * 1024 * 1024;
const longestRecord = 1024 * 1024;
const headRows = 200;

/** What can be told of a file before it is read. */
interface FileFacts {
  readonly size?: number;
  readonly sha256?: string;
}

/** Opens `path` and reads nothing of it: its descriptor. Throws CommandError where that cannot be. */
export function openListFile(files: CallersFiles, path: string): number {
  try {
    const descriptor = files.open(path, 'r');
    if (!fstatSync(descriptor).isDirectory()) return descriptor;
    closeSync(descriptor);
  } catch (error) {
    throw new CommandError(
      `cannot read ${path}: ${error instanceof Error ? error.message : error}`,
    );
  }
  throw new CommandError(`cannot read ${path}: it is a directory`);
}

/**
 * Reads the head of a list from a stream, or from a descriptor, which is closed with the list. `path` is
 * for what is told of it. Throws CommandError for what cannot be a list.
 */
export async function readList(from: number | Readable, path: string): Promise<ListFile> {
  const facts = typeof from === 'number' ? await factsOf(from) : {};
  const source =
    typeof from === 'number'
      ? createReadStream('', { fd: from, ...(facts.size !== undefined && { start: 0 }) })
      : from;
  try {
    return await readHead(source, path, facts);
  } catch (error) {
    source.destroy();
    throw error;
  }
}

/** A pipe has none: it can be read once. */
async function factsOf(descriptor: number): Promise<FileFacts> {
  const status = fstatSync(descriptor);
  if (!status.isFile()) return {};
  return { size: status.size, sha256: await hashOf(descriptor) };
}

async function readHead(
  source: Readable,
  path: string,
  { size, sha256 }: FileFacts,
): Promise<ListFile> {
  let octets = 0;
  const chunks = counted(source, (count) => {
    octets += count;
  });
  const first: Buffer[] = [];
  let length = 0;
  let isWhole = false;
  while (length < headOctets && !isWhole) {
    const next = await chunks.next();
    if (next.done) isWhole = true;
    else {
      first.push(next.value);
      length += next.value.length;
    }
  }
  const begin = Buffer.concat(first);
  refuseOtherFiles(begin, path);
  const encoding = encodingOf(begin);
  const text = new TextDecoder(encoding).decode(begin);
  const all = () => rest(begin, chunks);

  if (/^\s*[{[]/u.test(text) && !/^\s*\[[^"{\]]*\]/u.test(text)) {
    const lines = jsonLines(await whole(all(), encoding, path), path);
    return listFile(lines.slice(0, headRows), () => once(lines));
  }
  const delimiter = delimiterOf(text);
  const head: ListLine[] = [];
  for await (const lines of records(once(Buffer.from(text)), { path, delimiter, isWhole })) {
    head.push(...lines.slice(0, headRows - head.length));
  }
  return listFile(head, ({ hasComments }) =>
    records(decoded(all(), encoding), { path, delimiter, hasComments, isWhole: true }),
  );

  function listFile(headLines: readonly ListLine[], lines: ListFile['lines']): ListFile {
    return {
      size,
      sha256,
      head: headLines,
      lines,
      get octets() {
        return octets;
      },
      close: () => source.destroy(),
    };
  }
}

async function* counted(
  source: Readable,
  count: (octets: number) => void,
): AsyncGenerator<Buffer, undefined> {
  for await (const chunk of source) {
    const octets = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Buffer);
    count(octets.length);
    yield octets;
  }
}

async function* once<T>(value: T): AsyncGenerator<T> {
  yield value;
}

async function* rest(begin: Buffer, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* pieces(begin);
  for await (const chunk of chunks) yield* pieces(chunk);
}

function* pieces(chunk: Buffer): Generator<Buffer> {
  for (let at = 0; at < chunk.length; at += pieceOctets) {
    yield chunk.subarray(at, at + pieceOctets);
  }
}

function refuseOtherFiles(begin: Buffer, path: string): void {
  const refuse = (what: string, remedy: string) => {
    throw new CommandError(`${path} is ${what}, not a list: ${remedy}`);
  };
  if (begin.length === 0) refuse('empty', 'there is nothing to import');
  if (begin[0] === 0x1f && begin[1] === 0x8b) {
    refuse('compressed', `gunzip -c ${path} | stopgate suppress import -`);
  }
  if (begin.subarray(0, 2).toString('latin1') === 'PK' || begin.readUInt8(0) === 0xd0) {
    refuse('a spreadsheet or an archive', 'save it as CSV first');
  }
}

/** By its mark; without one UTF-16 shows by the zeros between the letters. */
function encodingOf(begin: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (begin[0] === 0xff && begin[1] === 0xfe) return 'utf-16le';
  if (begin[0] === 0xfe && begin[1] === 0xff) return 'utf-16be';
  if (begin[0] !== 0 && begin[1] === 0) return 'utf-16le';
  return begin[0] === 0 && begin[1] !== 0 ? 'utf-16be' : 'utf-8';
}

async function* decoded(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  if (encoding === 'utf-8') {
    yield* chunks;
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield Buffer.from(text);
  }
}

async function whole(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
  path: string,
): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length > mostJsonOctets) {
      throw new CommandError(`${path} is JSON of more than 64 MB: make it CSV first, with jq -r`);
    }
  }
  return new TextDecoder(encoding).decode(Buffer.concat(parts));
}

/** Of those that are between the first line's cells, the one that is there most often. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split(/\r\n|[\r\n]/u, 1);
  const told = /^\uFEFF?sep=(.)$/u.exec(line)?.[1];
  if (told !== undefined) return told;
  const unquoted = line.replace(/"[^"]*"/gu, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return [',', ';', '\t', '|'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

interface RecordOptions {
  /** For what is told of it. */
  readonly path: string;
  readonly delimiter: string;
  readonly hasComments?: boolean;
  /** Otherwise it may end in the midst of a record, which is left out. */
  readonly isWhole: boolean;
}

/**
 * The records of each piece of the file. They do not go through the parser's own queue, a linked
 * list in which V8 keeps a million dead records until it looks at all of its memory.
 */
async function* records(
  pieces: AsyncIterable<Buffer>,
  { path, delimiter, hasComments = false, isWhole }: RecordOptions,
): AsyncGenerator<readonly ListLine[]> {
  let found: ListLine[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
    max_record_size: longestRecord,
    ...(hasComments && { comment: '#' }),
    on_record(cells: string[], { lines }) {
      // Excel's own line about the delimiter is none of the list.
      if (cells[0] !== 'sep=') found.push({ line: lines, cells });
      return null;
    },
  });
  parser.once('error', () => undefined);
  const taken = () => {
    const records = found;
    found = [];
    return records;
  };
  const settled = (act: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      act((error) => (error ? reject(unreadable(path, error)) : resolve()));
    });
  for await (const piece of pieces) {
    await settled((done) => parser.write(piece, done));
    yield taken();
  }
  if (isWhole) {
    await settled((done) => parser.end(done));
    yield taken();
  }
}

function unreadable(path: string, error: Error): CommandError {
  return new CommandError(`${path} cannot be read as CSV: ${error.message}`);
}

/** An array of numbers or of objects, alone or as the one list in an object: `aws … --output json`. */
function jsonLines(text: string, path: string): readonly ListLine[] {
  const list = listIn(parseJson(text, path));
  if (list === undefined) {
    throw new CommandError(`${path} is JSON without a list of numbers or of objects in it`);
  }
  const isObjects = typeof list.items[0] === 'object';
  const names = isObjects
    ? [...new Set(list.items.flatMap((item) => Object.keys(Object(item))))]
    : [list.name];
  const rows = list.items.map((item) =>
    isObjects ? names.map((name) => cellOf(Object(item)[name])) : [cellOf(item)],
  );
  return [names, ...rows].map((cells, index) => ({ line: index, cells }));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (error) {
    throw new CommandError(
      `${path} begins as JSON and is none: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function listIn(value: unknown): { name: string; items: readonly unknown[] } | undefined {
  if (Array.isArray(value)) return { name: 'number', items: value };
  if (typeof value !== 'object' || value === null) return undefined;
  const found = Object.entries(value).find(([, member]) => Array.isArray(member));
  return found && { name: found[0], items: found[1] as readonly unknown[] };
}

function cellOf(value: unknown): string {
  return typeof value === 'string'
    ? value
    : value === null || value === undefined
      ? ''
      : JSON.stringify(value);
}

async function hashOf(descriptor: number): Promise<string> {
  const hash = createHash('sha256');
  const buffer = Buffer.alloc(headOctets);
  for (let position = 0; ; ) {
    const { bytesRead } = await readAt(descriptor, { buffer, position });
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}
