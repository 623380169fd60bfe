/** Lists for people: columns as wide as their content. */

/** Lines of `rows` under `head`; a missing cell is shown as `-`. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const cells = [head, ...rows.map((row) => row.map((cell) => oneLine(cell)))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function oneLine(cell: string | number | null | undefined): string {
  return cell === null || cell === undefined || cell === '' ? '-' : harmless(String(cell));
}

/** Control characters are replaced: a text from anywhere must not drive the terminal. */
export function harmless(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
