/**
 * A page that is drawn again and again in the same place, on the terminal's other screen, so that what
 * was there before comes back at the end. Knows nothing of what is drawn.
 */
import type { Terminal } from './context.js';

/** Control sequences of ECMA-48 and xterm. */
const otherScreen = '\x1b[?1049h\x1b[?25l';
const formerScreen = '\x1b[?25h\x1b[?1049l';
const home = '\x1b[H';
const clearRestOfLine = '\x1b[K';
const clearBelow = '\x1b[J';

export class LiveScreen {
  readonly #terminal: Terminal;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
    terminal.write(otherScreen);
  }

  /** Draws over what was there, without clearing it first, as much as the window has room for. */
  draw(lines: readonly string[]): void {
    const { columns = 80, rows = 24 } = this.#terminal;
    const shown = lines
      .slice(0, rows - 1)
      .map((line) => `${clearRestOfLine}${cut(line, columns - 1)}\n`);
    this.#terminal.write(`${home}${shown.join('')}${clearBelow}`);
  }

  close(): void {
    this.#terminal.write(formerScreen);
  }
}

/** The first `columns` characters of a line; colours in it take no room. */
function cut(line: string, columns: number): string {
  let room = columns;
  let shown = '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
  for (const [piece] of line.matchAll(/\x1b\[[\d;]*m|./gu)) {
    if (piece.length > 1 && piece.startsWith('\x1b')) shown += piece;
    else if (room > 0) {
      shown += piece;
      room -= 1;
    }
  }
  return shown;
}
