/** What a figure is, how it stands against its aim, and the table of all of them. */

/**
 * @typedef {object} Figure
 * @property {string} what
 * @property {string} measured with its unit
 * @property {string} aim
 * @property {string} against how it stands against the aim or a peer
 */

/**
 * A figure that is better the larger it is.
 * @param {{ what: string, value: number, unit?: string, aim: number, digits?: number, peers?: Record<string, number> }} figure
 * @returns {Figure}
 */
export function atLeast({ what, value, unit = '', aim, digits = 0, peers = {} }) {
  const times = Object.entries(peers).map(
    ([peer, theirs]) => `${(value / theirs).toFixed(0)} × ${peer} (${theirs})`,
  );
  return {
    what,
    measured: withUnit(value, digits, unit),
    aim: `≥ ${aim}${unit}`,
    against: [verdict(value >= aim, value / aim), ...times].join('; '),
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
 * A figure beside another program's in the same run.
 * @param {{ what: string, value: number, unit: string, peer: string, theirs: number }} figure
 * @returns {Figure}
 */
export function beside({ what, value, unit, peer, theirs }) {
  return {
    what,
    measured: withUnit(value, 0, unit),
    aim: '',
    against: `${(value / theirs).toFixed(1)} × ${peer} (${withUnit(theirs, 0, unit)})`,
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

/** @param {readonly Figure[]} figures */
export function table(figures) {
  const rows = figures.map(({ what, measured, aim, against }) => [what, measured, aim, against]);
  const lines = [
    ['figure', 'measured', 'aim', 'against it'],
    ['---', '---', '---', '---'],
    ...rows,
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
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
