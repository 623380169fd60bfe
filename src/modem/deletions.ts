/**
 * What the modem says it has deleted. One may say OK and keep the message (row 14): found again in
 * the same slot, it is no new one, or a STOP would be taken anew at each look. Owns that knowledge,
 * through reconnections, and tells the inbox what will not come again; reads and deletes nothing.
 */
import type { Log } from '../log.js';
import type { Inbox, ReceivedPdu } from './ports.js';

/** A place in one of the modem's memories; the memory is undefined where it names none. */
export interface Slot {
  readonly memory: string | undefined;
  readonly index: number;
}

interface Claim {
  readonly slot: Slot;
  readonly pdu: ReceivedPdu;
  /** What the inbox was told last: that it has left, or that the modem still holds it. */
  hasLeft: boolean;
}

export class Deletions {
  readonly #inbox: Inbox;
  readonly #log: Log;
  readonly #claims = new Map<string, Claim>();

  constructor(inbox: Inbox, log: Log) {
    this.#inbox = inbox;
    this.#log = log;
  }

  /** The modem said OK. It is believed, unless it has said so of this message before. */
  claimed(slot: Slot, pdu: ReceivedPdu): void {
    const key = keyOf(slot);
    if (this.#claims.get(key)?.pdu.hex === pdu.hex) return;
    const claim = { slot, pdu, hasLeft: false };
    this.#claims.set(key, claim);
    this.#tellLeft(claim);
  }

  /** The network was told that a direct one was taken, or does not wait to be told. */
  acknowledged(pdu: ReceivedPdu): void {
    this.#tell(() => this.#inbox.deleted(pdu));
  }

  /** Whether the octets found in a slot are those that the modem said it had deleted there. */
  stillHeld(slot: Slot, hex: string): boolean {
    const claim = this.#claims.get(keyOf(slot));
    if (claim?.pdu.hex !== hex) return false;
    if (claim.hasLeft) {
      claim.hasLeft = false;
      this.#tell(() => this.#inbox.stillHeld(claim.pdu));
    }
    return true;
  }

  /** A message was announced there: what the modem said it had deleted is gone. */
  refilled(slot: Slot): void {
    const claim = this.#claims.get(keyOf(slot));
    if (claim !== undefined) this.#settle(claim);
  }

  /** @param held all that `memory` holds: by index the PDU, where it came */
  listed(memory: string | undefined, held: ReadonlyMap<number, string | undefined>): void {
    for (const claim of this.#claims.values()) {
      const { slot, pdu } = claim;
      if (slot.memory !== memory) continue;
      const isHeld = held.has(slot.index) && (held.get(slot.index) ?? pdu.hex) === pdu.hex;
      if (!isHeld) this.#settle(claim);
    }
  }

  #settle(claim: Claim): void {
    this.#claims.delete(keyOf(claim.slot));
    this.#tellLeft(claim);
  }

  #tellLeft(claim: Claim): void {
    if (claim.hasLeft) return;
    claim.hasLeft = true;
    this.#tell(() => this.#inbox.deleted(claim.pdu));
  }

  /** The inbox has the message; what it does not learn of the modem's copy loses nothing. */
  #tell(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#log.error({ err: error }, 'it could not be noted whether the modem holds a message');
    }
  }
}

function keyOf({ memory = '', index }: Slot): string {
  return `${memory}:${index}`;
}
