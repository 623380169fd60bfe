/** What a figure is, how it stands against its aim, and the table of all of them. */

/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {string} measured with its unit
 * @property {string} aim
 * @property {string} against how it stands against the aim or a peer
 * @property {boolean} [failed] it could not be measured
 */

/**
 * A figure that is better the larger it is.
 * @param {{ what: string, value: number, unit?: string, aim: number, digits?: number }} figure
 * @returns {Figure}
 */
export function atLeast({ what, value, unit = '', aim, digits = 0 }) {
  return {
    what,
    measured: withUnit(value, digits, unit),
    aim: `≥ ${aim}${unit}`,
    against: verdict(value >= aim, value / aim),
  };
}

/**
 * A figure that is better the smaller it is.
 * @param {{ what: string, value: number, unit?: string, aim: number, digits?: number, beside?: string }} figure
 * @returns {Figure}
 */
export function below({ what, value, unit = '', aim, digits = 0, beside }) {
  const measured = withUnit(value, digits, unit);
  return {
    what,
    measured: beside === undefined ? measured : `${measured} (${beside})`,
    aim: `< ${aim}${unit}`,
    against: verdict(value < aim, value / aim),
  };
}

/**
 * A figure beside another program's in the same run. `digits` are the other's, which may be small.
 * @param {{ what: string, value: number, unit: string, peer: string, theirs: number, digits?: number }} figure
 * @returns {Figure}
 */
export function beside({ what, value, unit, peer, theirs, digits = 0 }) {
  return {
    what,
    measured: withUnit(value, 0, unit),
    aim: '',
    against: `${times(value / theirs)} × ${peer} (${withUnit(theirs, digits, unit)})`,
  };
}

/**
 * A figure that is told for what it is.
 * @param {string} what
 * @param {string} measured with its unit
 * @returns {Figure}
 */
export function told(what, measured) {
  return { what, measured, aim: '', against: '' };
}

/**
 * What could not be measured, and why.
 * @param {string} what
 * @param {unknown} error
 * @returns {Figure}
 */
export function failed(what, error) {
  const against = error instanceof Error ? error.message : String(error);
  return { what, measured: '**failed**', aim: '', against, failed: true };
}

/** @param {readonly Figure[]} figures */
export function table(figures) {
  const rows = figures.map(({ what, measured, aim, against }) => [what, measured, aim, against]);
  const lines = [
    ['figure', 'measured', 'aim', 'against it'],
    ['---', '---', '---', '---'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('');
}

/** Markdown's tables know neither line ends nor a bar in a cell. @param {string} text */
function cell(text) {
  return text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' / ')
    .replaceAll('|', '\\|');
}

/** A ratio to two digits that count. @param {number} ratio */
export function times(ratio) {
  return ratio < 10 ? ratio.toPrecision(2) : ratio.toFixed(0);
}

/** @param {boolean} met @param {number} ratio */
function verdict(met, ratio) {
  return `${met ? 'met' : '**missed**'}, ${ratio.toFixed(2)} × the aim`;
}

/** @param {number} value @param {number} digits @param {string} unit */
function withUnit(value, digits, unit) {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${value.toLocaleString('en', options)}${unit}`;
}
