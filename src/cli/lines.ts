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
