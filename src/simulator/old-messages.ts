/** Messages that have lain on a SIM for years, so that nothing more fits. */
import { encodeDeliver } from '../sms/index.js';
import { type MemoryName, MessageStatus, type MessageStore } from './message-store.js';

/** A time before any program of ours. */
const LONG_AGO = new Date('2019-03-01T09:00:00Z');

/** Takes every free slot of a memory. */
export function fillWithOldMessages(store: MessageStore, memory: MemoryName): void {
  for (let number = 1; !store.isFull(memory); number += 1) {
    const [pdu] = encodeDeliver({
      from: '+447700900789',
      text: `Old message ${number}`,
      timestamp: { utc: LONG_AGO, offsetMinutes: 0 },
      concatReference: 0,
    });
    if (pdu === undefined) {
      return;
    }
    store.put(memory, { hex: pdu.hex, tpduLength: pdu.tpduLength, status: MessageStatus.read });
  }
}
