/** ZTE: data sticks (MF100, MF190, MF626, MF710). */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const zte: Dialect = {
  ...generic,
  name: 'zte',
  family: 'zte',
  manufacturer: /\bzte\b/i,
  // ModemManager's zte plugin: asking for the memories ends a flood of +ZUSIMR:2 that fills the
  // stick's buffers until it crashes; it has to be done after the PIN.
  init: ['AT+CPMS?'],
  // ModemManager's zte plugin: +ZPINPUK=?, answered with the tries of PIN and PUK.
  pinTries: {
    command: 'AT+ZPINPUK=?',
    answer: /^\+ZPINPUK\s*:/i,
    left: /^\+ZPINPUK\s*:\s*(\d+)/i,
  },
};
