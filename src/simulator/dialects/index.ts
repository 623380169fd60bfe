/** The dialects by name, and the answer to a name that is none. */
import { cinterion } from './cinterion.js';
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';
import { huawei } from './huawei.js';
import { quectelEc25, quectelM95 } from './quectel.js';
import { sierra } from './sierra.js';
import { simcomA7670, simcomSim800, simcomSim7600 } from './simcom.js';
import { telit } from './telit.js';
import { uBlox } from './u-blox.js';
import { zte } from './zte.js';

/** In the order in which they are shown. */
export const DIALECTS: readonly Dialect[] = [
  generic,
  huawei,
  zte,
  simcomSim800,
  simcomSim7600,
  simcomA7670,
  quectelEc25,
  quectelM95,
  telit,
  sierra,
  uBlox,
  cinterion,
];

/** Throws RangeError, with the names that there are, for any other. */
export function dialectNamed(name: string): Dialect {
  const dialect = DIALECTS.find((candidate) => candidate.name === name);
  if (dialect === undefined) {
    const names = DIALECTS.map((candidate) => candidate.name).join(', ');
    throw new RangeError(`there is no dialect "${name}"; there are ${names}`);
  }
  return dialect;
}
