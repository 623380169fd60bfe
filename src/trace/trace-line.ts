/**
 * The lines of a trace: what went over the wire to and from a modem, when. One line a chunk, so
 * that people can read it, `diff` it and cut it. Pure.
 *
 *   # stopgate trace 1 masked 2026-11-22T12:00:00.000Z
 *   12 main ! opened
 *   12 main > AT+CPIN?\r
 *   31 main < \r\n+CPIN: READY\r\n\r\nOK\r\n
 */

/** Bytes to the modem, bytes from it, or what became of the connection. */
export type TraceDirection = '>' | '<' | '!';

export interface TraceEvent {
  /** Milliseconds since the trace began; never runs backwards. */
  readonly atMs: number;
  readonly modem: string;
  readonly direction: TraceDirection;
  /** Bytes, a character each (ISO 8859-1); of `!` a word or a sentence. */
  readonly content: string;
}

export type TraceDisclosure = 'masked' | 'plain';

const FORMAT = 1;

/** @param began wall time, ISO 8601 */
export function traceHeader(disclosure: TraceDisclosure, began: string): string {
  return `# stopgate trace ${FORMAT} ${disclosure} ${began}`;
}

export function formatTraceEvent({ atMs, modem, direction, content }: TraceEvent): string {
  return `${Math.round(atMs)} ${modem} ${direction} ${escaped(content)}`;
}

/** Reads a whole trace. Throws RangeError that names the line which is none. */
export function parseTrace(text: string): readonly TraceEvent[] {
  const events: TraceEvent[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const header = /^# stopgate trace (\d+)/.exec(line);
    if (header !== null && Number(header[1]) > FORMAT) {
      throw new RangeError(`line ${index + 1}: this is a trace of a newer stopgate`);
    }
    if (line === '' || line.startsWith('#')) continue;
    events.push(parseLine(line, index + 1));
  }
  return events;
}

function parseLine(line: string, number: number): TraceEvent {
  const [, atMs, modem, direction, content] = /^(\d+) (\S+) ([<>!]) (.*)$/.exec(line) ?? [];
  if (modem === undefined || direction === undefined || content === undefined) {
    throw new RangeError(
      `line ${number}: not "MILLISECONDS MODEM > BYTES", "<" or "!": ${JSON.stringify(line.slice(0, 60))}`,
    );
  }
  return {
    atMs: Number(atMs),
    modem,
    direction: direction as TraceDirection,
    content: unescaped(content),
  };
}

/** The blank at the end is escaped too: editors take it away, and a prompt ends in one. */
function escaped(content: string): string {
  let line = '';
  for (const [index, character] of [...content].entries()) {
    const code = character.charCodeAt(0);
    if (character === '\\') line += '\\\\';
    else if (character === '\r') line += '\\r';
    else if (character === '\n') line += '\\n';
    else if (code < 0x20 || code > 0x7e || (character === ' ' && index === content.length - 1)) {
      line += `\\x${code.toString(16).padStart(2, '0')}`;
    } else line += character;
  }
  return line;
}

const ESCAPES: Readonly<Record<string, string>> = { r: '\r', n: '\n', '\\': '\\' };

function unescaped(line: string): string {
  return line.replace(/\\(?:x([0-9a-f]{2})|(.))/gi, (_, code?: string, sign?: string) =>
    code === undefined
      ? (ESCAPES[sign ?? ''] ?? '')
      : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
