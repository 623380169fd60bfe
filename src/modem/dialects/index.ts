/** The dialects by name, and which of them a modem speaks by what it says of itself. */
import { cinterion } from './cinterion.js';
import type { Dialect, LineMeaning } from './dialect.js';
import { COMMON_LINES, generic } from './generic.js';
import { huawei } from './huawei.js';
import { quectelEc25, quectelM95 } from './quectel.js';
import { sierra } from './sierra.js';
import { simcomA7670, simcomSim800, simcomSim7600 } from './simcom.js';
import { telit } from './telit.js';
import { uBlox } from './u-blox.js';
import { zte } from './zte.js';

export type { Dialect, LineMeaning, Pacing, PinTries, UssdCoding } from './dialect.js';

/** The first of a family is what is taken for a model that none of them names. */
export const DIALECTS: readonly Dialect[] = [
  huawei,
  zte,
  simcomSim7600,
  simcomSim800,
  simcomA7670,
  quectelEc25,
  quectelM95,
  telit,
  sierra,
  uBlox,
  cinterion,
  generic,
];

/**
 * The dialect of a modem. `configured` is `auto`, the name of a dialect, or that of a family, out of
 * which the model chooses.
 * @throws RangeError, with the names that there are, for any other
 */
export function dialectOf(
  configured: string,
  manufacturer: string | undefined,
  model: string | undefined,
): Dialect {
  const named = DIALECTS.find(({ name }) => name === configured);
  if (named !== undefined && named.name !== named.family) return named;
  const family =
    configured === 'auto'
      ? DIALECTS.filter((dialect) => dialect.manufacturer.test(manufacturer ?? ''))
      : DIALECTS.filter((dialect) => dialect.family === configured);
  const [first] = family;
  if (first === undefined) {
    const names = [...new Set(DIALECTS.flatMap(({ family, name }) => [family, name]))];
    throw new RangeError(
      `there is no dialect "${configured}"; there are auto, ${names.join(', ')}`,
    );
  }
  return family.find((dialect) => dialect.model?.test(model ?? '')) ?? first;
}

/** What a line that nobody asked for means in `dialect`, or in any; undefined: nothing known. */
export function meaningOfLine(dialect: Dialect, line: string): LineMeaning | undefined {
  return (
    dialect.lines.find(({ says }) => says.test(line))?.means ??
    COMMON_LINES.find(({ says }) => says.test(line))?.means
  );
}
