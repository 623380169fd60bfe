/** SIMCom: SIM800 and its 2G relatives, SIM7600 (Qualcomm), A7670 (ASR). */
import type { Dialect, DialectLine, PinTries } from './dialect.js';
import { generic } from './generic.js';

const MANUFACTURER = /simcom/i;

/** SIM800 manual V1.09 §19.3, +CMTE: below, near or above the limits. */
const LINES: readonly DialectLine[] = [
  { says: /^\+CMTE\s*:\s*[12]$/i, means: 'too-hot' },
  { says: /^\+CMTE\s*:\s*-[12]$/i, means: 'too-cold' },
  { says: /^\+CMTE\s*:\s*0$/i, means: 'temperature-normal' },
];

/** SIM800 manual V1.09 and SIM7600 manual V1.08, +SPIC: PIN1, PUK1, PIN2, PUK2. */
const PIN_TRIES: PinTries = {
  command: 'AT+SPIC',
  answer: /^\+SPIC\s*:/i,
  left: /^\+SPIC\s*:\s*(\d+)/i,
};

export const simcomSim800: Dialect = {
  ...generic,
  name: 'simcom-sim800',
  family: 'simcom',
  manufacturer: MANUFACTURER,
  model: /SIM[2389]\d{2}/i,
  lines: LINES,
  sensors: [
    // Manual V1.09, +CMTE: <mode>,<temperature>.
    {
      command: 'AT+CMTE?',
      answer: /^\+CMTE\s*:\s*\d\s*,/i,
      value: /,\s*(-?\d+(?:\.\d+)?)/g,
      quantity: 'temperature',
      scale: 1,
    },
    // Manual V1.09, +CBC: <charging>,<percent>,<millivolts>.
    {
      command: 'AT+CBC',
      answer: /^\+CBC\s*:/i,
      value: /,\s*(\d+)$/g,
      quantity: 'supply',
      scale: 1,
    },
  ],
  pinTries: PIN_TRIES,
};

export const simcomSim7600: Dialect = {
  ...generic,
  name: 'simcom-sim7600',
  family: 'simcom',
  manufacturer: MANUFACTURER,
  model: /SIM(7[015]|76|82)\d{2}|SIMCOM_SIM7/i,
  // ModemManager's simtech plugin switches these on and off: lines for each change of the technology
  // and of the signal.
  init: ['AT+CNSMOD=0', 'AT+AUTOCSQ=0'],
  lines: LINES,
  sensors: [
    // SIM7600 manual V1.08, +CPMUTEMP: degrees; TinyGSM reads it so.
    {
      command: 'AT+CPMUTEMP',
      answer: /^\+CPMUTEMP\s*:/i,
      value: /(-?\d+)/g,
      quantity: 'temperature',
      scale: 1,
    },
    // SIM7600 manual V1.08, +CBC: 3.591V.
    {
      command: 'AT+CBC',
      answer: /^\+CBC\s*:/i,
      value: /(\d+\.\d+)\s*V/gi,
      quantity: 'supply',
      scale: 1_000,
    },
  ],
  pinTries: PIN_TRIES,
  // ModemManager's simtech plugin.
  reset: 'AT+CRESET',
};

export const simcomA7670: Dialect = {
  ...simcomSim7600,
  name: 'simcom-a7670',
  model: /A7[0-9]{3}/i,
  // A7600 series manual V1.01: +CPMUTEMP and +CBC as the SIM7600 has them.
  init: ['AT+AUTOCSQ=0'],
};
