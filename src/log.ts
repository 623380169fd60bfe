/**
 * The log, handed in. Lines are JSON on stdout, pretty on a terminal.
 * At the default level (`info`) no line holds a whole phone number or a message text:
 * callers log `maskNumber(…)` and ids; raw AT traffic is logged at `trace` only.
 */
import type { Writable } from 'node:stream';
import { type DestinationStream, type Logger, pino } from 'pino';

/** What the layers log to. */
export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** A log that drops everything; for commands and tests that assert elsewhere. */
export const silentLog: Logger = pino({ level: 'silent' });

/**
 * Of an error what an operator needs, and nothing that it may quote: V8 repeats in a SyntaxError what
 * it could not parse, and other errors carry what they met in fields of their own.
 */
function toldOf(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, message, stack } = pino.stdSerializers.err(error);
  const without = (text: string) =>
    quotesOf(error).reduce((told, quote) => told.replaceAll(quote, 'it cannot be parsed'), text);
  return {
    type,
    message: without(message),
    // One that is written for operators says all in its words, and may come again each minute.
    ...(!('hint' in error) && { stack: without(stack) }),
    ...('code' in error && { code: error.code }),
    ...('hint' in error && { hint: error.hint }),
  };
}

/** The messages of the syntax errors among an error and its causes. */
function quotesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const ofCause = quotesOf(error.cause);
  return error instanceof SyntaxError ? [error.message, ...ofCause] : ofCause;
}

/** Syslog's levels (RFC 5424 §6.2.1), by pino's; systemd's journal takes them before each line. */
const journalLevels: Readonly<Record<number, number>> = {
  60: 2,
  50: 3,
  40: 4,
  30: 6,
  20: 7,
  10: 7,
};

/** Puts the level of each line before it, as sd-daemon(3) has it. */
function withJournalLevels(stream: Writable): DestinationStream {
  return {
    // Asks pino to leave the level of each line in `lastLevel`.
    [Symbol.for('pino.metadata')]: true,
    lastLevel: 30,
    write(line: string) {
      stream.write(`<${journalLevels[this.lastLevel] ?? 6}>${line}`);
    },
  } as DestinationStream & { readonly lastLevel: number };
}

/**
 * Opens the log on `stream`; the formatter for terminals is loaded only where one is.
 * @param isJournal whether systemd's journal reads it
 */
export async function openLog(
  stream: Writable & { readonly isTTY?: boolean },
  level: string,
  isJournal = false,
): Promise<Logger> {
  const serializers = { err: toldOf };
  if (!stream.isTTY) {
    const timestamp = pino.stdTimeFunctions.isoTime;
    const formatters = { level: (label: string) => ({ level: label }) };
    const destination = isJournal ? withJournalLevels(stream) : stream;
    return pino({ level, timestamp, formatters, serializers, base: null }, destination);
  }
  const { PinoPretty } = await import('pino-pretty');
  return pino(
    { level, serializers },
    PinoPretty({ ignore: 'pid,hostname', destination: stream, sync: true }),
  );
}
