/** Telit: HE910, UE910, LE910, GE910 and their relatives. */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const telit: Dialect = {
  ...generic,
  name: 'telit',
  family: 'telit',
  manufacturer: /telit/i,
  // ModemManager's and ofono's telit drivers set 1 or 2 for a line at each change of the SIM.
  init: ['AT#QSS=0'],
  lines: [
    // UC864 reference guide §3.5.7.1.18, #TEMPMEAS: <level>,<degrees>.
    { says: /^#TEMPMEAS\s*:\s*[12]\b/i, means: 'too-hot' },
    { says: /^#TEMPMEAS\s*:\s*-[12]\b/i, means: 'too-cold' },
    { says: /^#TEMPMEAS\s*:\s*0\b/i, means: 'temperature-normal' },
    // UC864 reference guide, #SMOV: the memory that overflows.
    { says: /^#SMOV\s*:/i, means: 'memory-full' },
  ],
  sensors: [
    // LE910 V2 reference guide, #TEMPMON: 1 measures at once.
    {
      command: 'AT#TEMPMON=1',
      answer: /^#TEMPMEAS\s*:/i,
      value: /,\s*(-?\d+)/g,
      quantity: 'temperature',
      scale: 1,
    },
    // UC864 reference guide, #CBC: <power>,<voltage in hundredths of a volt>.
    {
      command: 'AT#CBC',
      answer: /^#CBC\s*:/i,
      value: /,\s*(\d+)/g,
      quantity: 'supply',
      scale: 10,
    },
  ],
  // ModemManager's telit plugin reads the tries of whichever code is asked for from #PCT.
  pinTries: { command: 'AT#PCT', answer: /^#PCT\s*:/i, left: /^#PCT\s*:\s*(\d+)/i },
};
