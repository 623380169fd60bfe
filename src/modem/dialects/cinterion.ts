/** Cinterion, Gemalto, Thales, and Siemens before them: MC75i, BGS2, EHS6, PLS8. */
import type { Dialect } from './dialect.js';
import { generic } from './generic.js';

export const cinterion: Dialect = {
  ...generic,
  name: 'cinterion',
  family: 'cinterion',
  manufacturer: /cinterion|gemalto|thales|siemens/i,
  // EHS6 manual V03.001 §19.4: warnings of heat, and the degrees in what AT^SCTM? answers;
  // §3.2: a +CIEV line when no room is left.
  init: ['AT^SCTM=1,1', 'AT^SIND="smsfull",1'],
  // gammu pull request 1207: received messages cannot be kept in ME.
  memories: ['SM', 'MT', 'ME'],
  lines: [
    // EHS6 manual V03.001 §19.4 (MC35 has ^SCTM_A for its battery too).
    { says: /^\^SCTM_[AB]\s*:\s*[12]\b/i, means: 'too-hot' },
    { says: /^\^SCTM_[AB]\s*:\s*-[12]\b/i, means: 'too-cold' },
    { says: /^\^SCTM_[AB]\s*:\s*0\b/i, means: 'temperature-normal' },
    // EHS6 manual V03.001, ^SBC.
    { says: /^\^SBC\s*:\s*UNDERVOLTAGE/i, means: 'under-voltage' },
    { says: /^\^SBC\s*:\s*OVERVOLTAGE/i, means: 'over-voltage' },
    // MC75i manual, ^SMGO: 1 full, 2 full and a message waits at the centre.
    { says: /^\^SMGO\s*:\s*[12]\b/i, means: 'memory-full' },
    { says: /^\^SHUTDOWN$/i, means: 'shut-down' },
  ],
  sensors: [
    // EHS6 manual V03.001 §19.4: <mode>,<state>[,<degrees>].
    {
      command: 'AT^SCTM?',
      answer: /^\^SCTM\s*:/i,
      value: /^\^SCTM\s*:\s*\d+\s*,\s*-?\d+\s*,\s*(-?\d+)/gi,
      quantity: 'temperature',
      scale: 1,
    },
    // EHS6 manual V03.001, ^SBV: millivolts.
    {
      command: 'AT^SBV',
      answer: /^\^SBV\s*:/i,
      value: /(\d+)/g,
      quantity: 'supply',
      scale: 1,
    },
  ],
  // ModemManager's cinterion plugin: the tries of the SIM's PIN.
  pinTries: { command: 'AT^SPIC="SC"', answer: /^\^SPIC\s*:/i, left: /^\^SPIC\s*:\s*(\d+)/i },
};
