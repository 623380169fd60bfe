/** `--lines`: one input a line on stdin, one answer a line on stdout. */
import { createInterface } from 'node:readline';
import { type CliContext, printLine } from './context.js';

/** Answers each line of stdin in order, until it ends. Blank lines are answered too. */
export async function answerLines(
  context: CliContext,
  answer: (line: string) => string,
): Promise<void> {
  const lines = createInterface({ input: context.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) printLine(context, answer(line));
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
