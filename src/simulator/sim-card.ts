/**
 * The lock of the SIM: PIN, PUK and the tries that are left (3GPP TS 27.007 §8.3, 31.102).
 */

const PIN_TRIES = 3;
const PUK_TRIES = 10;

export type LockState = 'READY' | 'SIM PIN' | 'SIM PUK';

export class SimCard {
  #pin: string | undefined;
  #puk: string;
  #unlocked: boolean = false;
  #pinTries = PIN_TRIES;
  #pukTries = PUK_TRIES;

  /** Without `pin` the SIM asks for none. */
  constructor(pin: string | undefined, puk: string) {
    this.#pin = pin;
    this.#puk = puk;
  }

  get state(): LockState {
    if (this.#pinTries === 0) {
      return 'SIM PUK';
    }
    return this.#pin === undefined || this.#unlocked ? 'READY' : 'SIM PIN';
  }

  get pinTries(): number {
    return this.#pinTries;
  }

  get pukTries(): number {
    return this.#pukTries;
  }

  /** Another SIM in the same slot: locked by `pin`, with `tries` left; 0 asks for the PUK. */
  lock(pin: string, puk: string, tries: number): void {
    this.#pin = pin;
    this.#puk = puk;
    this.#pinTries = tries;
    this.#pukTries = PUK_TRIES;
    this.#unlocked = false;
  }

  /** Tries are lost to a wrong PIN, and given back by the right one. */
  enterPin(pin: string): boolean {
    if (pin !== this.#pin) {
      this.#pinTries -= 1;
      return false;
    }
    this.#pinTries = PIN_TRIES;
    this.#unlocked = true;
    return true;
  }

  /** The PUK sets a new PIN. */
  enterPuk(puk: string, newPin: string): boolean {
    if (puk !== this.#puk || this.#pukTries === 0) {
      this.#pukTries = Math.max(0, this.#pukTries - 1);
      return false;
    }
    this.#pin = newPin;
    this.#pinTries = PIN_TRIES;
    this.#pukTries = PUK_TRIES;
    this.#unlocked = true;
    return true;
  }

  /** Power was off: a SIM with a PIN asks again; lost tries stay lost. */
  powerCycle(): void {
    this.#unlocked = false;
  }
}
