/** Colours on stdout: for terminals alone, and for nobody who has set NO_COLOR (no-color.org). */
import { styleText } from 'node:util';
import type { CliContext } from './context.js';

export type Colour = 'green' | 'yellow' | 'red';

export function coloured({ stdout, env }: CliContext, colour: Colour, text: string): string {
  const isWanted = stdout.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';
  return isWanted ? styleText(colour, text, { validateStream: false }) : text;
}
