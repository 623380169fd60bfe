/**
 * The faults of real modems that the simulator can play, as values, and the board on which those
 * that wait for their moment are kept. What a fault does stands where it strikes; its name and
 * parameters for people are in `faults/`.
 */
import type { DialectFault } from './faults/dialect.js';
import type { LineFault } from './faults/line.js';
import type { NetworkFault } from './faults/network.js';
import type { PowerFault } from './faults/power.js';
import type { ReceivingFault } from './faults/receiving.js';
import type { SendingFault } from './faults/sending.js';

export type Fault =
  | LineFault
  | SendingFault
  | ReceivingFault
  | NetworkFault
  | PowerFault
  | DialectFault;

export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

interface Waiting {
  readonly fault: Fault;
  remaining: number;
}

/** The faults that were played and have not struck, or not often enough yet. */
export class FaultBoard {
  #waiting: Waiting[] = [];

  /** Puts a fault up; it strikes `count` times, once when it names no count. */
  put(fault: Fault): void {
    this.#waiting.push({ fault, remaining: ('count' in fault ? fault.count : undefined) ?? 1 });
  }

  /** The first waiting fault of this kind that `fits`, counted as having struck. */
  take<K extends Fault['kind']>(
    kind: K,
    fits: (fault: FaultOf<K>) => boolean = () => true,
  ): FaultOf<K> | undefined {
    for (const [position, waiting] of this.#waiting.entries()) {
      const { fault } = waiting;
      if (isOfKind(fault, kind) && fits(fault)) {
        waiting.remaining -= 1;
        if (waiting.remaining <= 0) {
          this.#waiting.splice(position, 1);
        }
        return fault;
      }
    }
    return undefined;
  }

  /** The last fault of this kind that is up, for those that last: it is not counted. */
  lasting<K extends Fault['kind']>(kind: K): FaultOf<K> | undefined {
    for (const { fault } of this.#waiting.toReversed()) {
      if (isOfKind(fault, kind)) {
        return fault;
      }
    }
    return undefined;
  }

  /** Takes one down. */
  remove(fault: Fault): void {
    this.#waiting = this.#waiting.filter((waiting) => waiting.fault !== fault);
  }

  clear(): void {
    this.#waiting = [];
  }
}

function isOfKind<K extends Fault['kind']>(fault: Fault, kind: K): fault is FaultOf<K> {
  return fault.kind === kind;
}
