/**
 * The faults of real modems that the simulator can play, by name, and the board on which those
 * that wait for their moment are kept. What a fault does stands where it strikes.
 */

export type Fault =
  /** The PDU goes to the network, and no answer ever comes. */
  | { readonly kind: 'silent-on-submit'; readonly count?: number }
  /** `line` is answered instead of `+CMGS`; with `taken` the network has the message all the same. */
  | {
      readonly kind: 'error-on-submit';
      readonly line: string;
      readonly count?: number;
      readonly taken?: boolean;
    }
  /** The answer to a SUBMIT comes after `delayMs`; other commands are answered meanwhile. */
  | { readonly kind: 'late-submit-answer'; readonly delayMs: number; readonly count?: number }
  /** Takes no command and writes nothing, until `restart()` or until a line is attached anew. */
  | { readonly kind: 'silent' }
  /** One of `lines` in turn each `everyMs`, from now on, `count` of them (without: no end). */
  | {
      readonly kind: 'unsolicited-flood';
      readonly lines: readonly string[];
      readonly everyMs: number;
      readonly count?: number;
    }
  /** All of `lines` right after the prompt, or between the lines of an answer, `count` times. */
  | {
      readonly kind: 'unsolicited-flood';
      readonly lines: readonly string[];
      readonly amid: 'prompt' | 'answer';
      readonly count?: number;
    }
  /** `+CMGD` answers `+CMS ERROR: 320` and removes nothing. */
  | { readonly kind: 'delete-fails'; readonly count: number }
  /** The command is refused as if the message were not there yet; `line` instead of 321 or 314. */
  | {
      readonly kind: 'not-ready-yet';
      readonly command: '+CMGR' | '+CMGL';
      readonly count: number;
      readonly line?: string;
    }
  /** A message is stored and `+CMTI` does not come. */
  | { readonly kind: 'lost-announcement'; readonly count?: number }
  /** `+CMTI` or `+CDSI` names this index instead of the right one. */
  | { readonly kind: 'announce-index'; readonly index: number; readonly count?: number }
  /** Waits for a PDU at a prompt that was opened before whoever is there now came. */
  | { readonly kind: 'stuck-at-prompt' };

export type FaultOf<K extends Fault['kind']> = Extract<Fault, { kind: K }>;

interface Waiting {
  readonly fault: Fault;
  remaining: number;
}

/** The faults that were played and have not struck, or not often enough yet. */
export class FaultBoard {
  readonly #waiting: Waiting[] = [];

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
}

function isOfKind<K extends Fault['kind']>(fault: Fault, kind: K): fault is FaultOf<K> {
  return fault.kind === kind;
}
