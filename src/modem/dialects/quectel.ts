/** Quectel: EC2x, EG2x, EP06 and their 4G relatives; M95, M66, M26 and their 2G relatives. */
import type { Dialect, PinTries, Sensor } from './dialect.js';
import { generic } from './generic.js';

const MANUFACTURER = /quectel/i;

/** EC25 manual V1.3 and M95 manual, +CBC: <charging>,<percent>,<millivolts>. */
const SUPPLY: Sensor = {
  command: 'AT+CBC',
  answer: /^\+CBC\s*:/i,
  value: /,\s*(\d{4})$/g,
  quantity: 'supply',
  scale: 1,
};

/** EC25 manual V1.3, +QPINC: "SC",<PIN tries>,<PUK tries>. */
const PIN_TRIES: PinTries = {
  command: 'AT+QPINC="SC"',
  answer: /^\+QPINC\s*:\s*"SC"/i,
  left: /^\+QPINC\s*:\s*"SC"\s*,\s*(\d+)/i,
};

export const quectelEc25: Dialect = {
  ...generic,
  name: 'quectel-ec25',
  family: 'quectel',
  manufacturer: MANUFACTURER,
  model: /^(E[CGMP]|RM|RG|BG|UC|UG|AG)\d/i,
  // EC25 manual V1.3, +QINDCFG: no lines for each change of signal and technology, but one when no
  // room is left (asterisk-chan-quectel sets the same keys the other way for its own use).
  init: ['AT+QINDCFG="csq",0', 'AT+QINDCFG="act",0', 'AT+QINDCFG="smsfull",1'],
  lines: [{ says: /^\+QIND\s*:\s*"smsfull"/i, means: 'memory-full' }],
  sensors: [
    // EC25, EP06: three sensors in degrees on one line; RM500: a line for each, with its name.
    {
      command: 'AT+QTEMP',
      answer: /^\+QTEMP\s*:/i,
      value: /[:,]\s*"?(-?\d+)"?(?=,|$)/g,
      quantity: 'temperature',
      scale: 1,
    },
    SUPPLY,
  ],
  pinTries: PIN_TRIES,
  // Seen on the EC25: +CDSI: "SM",0 whatever the slot.
  quirks: ['report-index-wrong'],
};

export const quectelM95: Dialect = {
  ...generic,
  name: 'quectel-m95',
  family: 'quectel',
  manufacturer: MANUFACTURER,
  model: /^(Quectel_?)?M[C]?\d{2}/i,
  sensors: [SUPPLY],
};
