/** u-blox: LISA, SARA, TOBY. */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const uBlox: Dialect = {
  ...generic,
  name: 'u-blox',
  family: 'u-blox',
  manufacturer: /u-?blox/i,
  lines: [
    // AT commands manual UBX-13002752, +UUSTS: <smart temperature mode>,<event>: 1 and 2 above,
    // -1 and -2 below the limits, 0 within them; 10 and 20 announce that it switches off.
    { says: /^\+UUSTS\s*:\s*\d+\s*,\s*(1|2|20)\b/i, means: 'too-hot' },
    { says: /^\+UUSTS\s*:\s*\d+\s*,\s*-[12]\b/i, means: 'too-cold' },
    { says: /^\+UUSTS\s*:\s*\d+\s*,\s*0\b/i, means: 'temperature-normal' },
    // ModemManager's ublox plugin waits for it after power-up.
    { says: /^\+AT\s*:\s*READY$/i, means: 'started' },
  ],
  // ModemManager's ublox plugin: +UPINCNT: <pin>,<pin2>,<puk>,<puk2>.
  pinTries: { command: 'AT+UPINCNT', answer: /^\+UPINCNT\s*:/i, left: /^\+UPINCNT\s*:\s*(\d+)/i },
  // ModemManager's ublox plugin: a silent reset, with the SIM.
  reset: 'AT+CFUN=16',
};
