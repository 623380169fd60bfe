/** `--lines`: one input a line on stdin, one answer a line on stdout. */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type CliContext, printLine, UsageError } from './context.js';

/** To be called with `--lines`: what it reads stands on stdin, and nothing in the arguments. */
export function requireNone(argument: string | undefined): void {
  if (argument !== undefined) {
    throw new UsageError(`--lines reads stdin: leave out "${argument.slice(0, 40)}"`);
  }
}

/**
 * Answers each line of stdin in order, until it ends or nobody reads the answers any more, no faster
 * than they are read. Blank lines are answered too.
 */
export async function answerLines(
  context: CliContext,
  answer: (line: string) => string,
): Promise<void> {
  const lines = createInterface({ input: context.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  const { stdout, stop } = context;
  for await (const line of lines) {
    if (stop.aborted) return;
    printLine(context, answer(line));
    if (stdout.writableNeedDrain) await drained(stdout, stop);
  }
}

async function drained(stream: CliContext['stdout'], stop: AbortSignal): Promise<void> {
  try {
    await once(stream, 'drain', { signal: stop });
  } catch (error) {
    if (!stop.aborted) throw error;
  }
}

/** The same for lines that are JSON strings; another line is answered with an error as JSON. */
export function answerJsonStrings(
  context: CliContext,
  answer: (text: string) => string,
): Promise<void> {
  return answerLines(context, (line) => {
    const text = readJsonString(line);
    return text === undefined
      ? JSON.stringify({ error: `not a JSON string: ${line.slice(0, 80)}` })
      : answer(text);
  });
}

function readJsonString(line: string): string | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
