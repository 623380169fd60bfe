/** Sierra Wireless: AirPrime MC, EM and WP modules, AirCard sticks. */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const sierra: Dialect = {
  ...generic,
  name: 'sierra',
  family: 'sierra',
  manufacturer: /sierra/i,
  sensors: [
    // MC7455: two lines, "Temp state: Normal" and "Temperature: 34.00 C".
    {
      command: 'AT!PCTEMP?',
      answer: /^(Temp state|Temperature)\s*:/i,
      value: /^Temperature\s*:\s*(-?\d+(?:\.\d+)?)/gi,
      quantity: 'temperature',
      scale: 1,
    },
    // MC7455: "Power supply voltage: 3290 mV (…)", after a line with the state.
    {
      command: 'AT!PCVOLT?',
      answer: /^(Volt state|Power supply voltage)\s*:/i,
      value: /^Power supply voltage\s*:\s*(\d+)\s*mV/gi,
      quantity: 'supply',
      scale: 1,
    },
  ],
  // ModemManager's sierra plugin: +CPINC: <pin1>,<pin2>,<puk1>,<puk2>.
  pinTries: { command: 'AT+CPINC?', answer: /^\+CPINC\s*:/i, left: /^\+CPINC\s*:\s*(\d+)/i },
  // ModemManager's sierra plugin.
  reset: 'AT!RESET',
};
