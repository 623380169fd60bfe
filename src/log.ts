/**
 * The log, handed in. Lines are JSON on stdout, pretty on a terminal.
 * At the default level (`info`) no line holds a whole phone number or a message text:
 * callers log `maskNumber(…)` and ids; raw AT traffic is logged at `trace` only.
 */
import type { Writable } from 'node:stream';
import { type Logger, pino } from 'pino';

/** What the layers log to. */
export type Log = Pick<Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** A log that drops everything; for commands and tests that assert elsewhere. */
export const silentLog: Logger = pino({ level: 'silent' });

/** Opens the log on `stream`; the formatter for terminals is loaded only where one is. */
export async function openLog(
  stream: Writable & { readonly isTTY?: boolean },
  level: string,
): Promise<Logger> {
  if (!stream.isTTY) {
    const timestamp = pino.stdTimeFunctions.isoTime;
    const formatters = { level: (label: string) => ({ level: label }) };
    return pino({ level, timestamp, formatters, base: null }, stream);
  }
  const { PinoPretty } = await import('pino-pretty');
  return pino({ level }, PinoPretty({ ignore: 'pid,hostname', destination: stream, sync: true }));
}
