/**
 * What is kept of a PIN that was given to a modem's SIM, in the store, so that a wrong one does not
 * lock the SIM one try a restart. Keeps no PIN that can be read.
 */
import { createHash } from 'node:crypto';
import type { ModemStore } from '../domain/ports.js';
import type { PinMemory } from '../modem/ports.js';

/** Before the hash of a PIN of which it is not known whether the SIM took it. */
const TRIED = 'tried:';

/** The memory of the modem `name`; it is kept with its record, and lost where there is none. */
export function pinMemoryOf(modems: ModemStore, name: string): PinMemory {
  const hashOf = (pin: string) => createHash('sha256').update(`${name}:${pin}`).digest('hex');
  return {
    recall: (pin) => {
      const mark = modems.refusedPin(name);
      if (mark === hashOf(pin)) return 'refused';
      return mark === TRIED + hashOf(pin) ? 'tried' : undefined;
    },
    keep: (pin, state) => {
      const mark = state === 'tried' ? TRIED + hashOf(pin) : hashOf(pin);
      modems.setRefusedPin(name, state === undefined ? null : mark);
    },
  };
}
