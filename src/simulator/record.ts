/**
 * What the simulated modem was told and what became of it, in one order of events.
 * It is the oracle of tests: entries are exact, immutable and never cleared.
 * Knows nothing of how the modem works.
 */
import type { Clock } from '../clock.js';

interface Entry {
  /** Counts every entry of the record, whatever its kind, from 1. */
  readonly sequence: number;
  /** Wall time of the modem's clock. */
  readonly at: Date;
}

/** A command line as it was typed, from `AT` to before the carriage return. */
export interface RecordedCommand extends Entry {
  readonly kind: 'command';
  readonly line: string;
}

/** A PDU that was ended with Ctrl-Z. */
export interface RecordedSubmit extends Entry {
  readonly kind: 'submit';
  /** As it was handed over: service-centre octets and TPDU, without line ends. */
  readonly hex: string;
  /** `<length>` of its `AT+CMGS`. */
  readonly tpduLength: number;
  /** Whether the network has it. What the modem answered is another matter: see `answers`. */
  readonly outcome: 'accepted' | 'refused';
  /** `<mr>`; undefined when refused. */
  readonly reference: number | undefined;
  /** The `sequence` of the command line that it came with. */
  readonly command: number;
}

/** A PDU that was begun at the prompt and given up with ESC. */
export interface RecordedWithdrawal extends Entry {
  readonly kind: 'withdrawal';
  readonly hex: string;
  readonly command: number;
}

/** What the modem answered; absent for as long as it says nothing. */
export interface RecordedAnswer extends Entry {
  readonly kind: 'answer';
  /** The `sequence` of the command line answered. */
  readonly command: number;
  /** Information lines and the final result code. */
  readonly lines: readonly string[];
}

/** A PDU that came in from the network. */
export interface RecordedArrival extends Entry {
  readonly kind: 'arrival';
  readonly hex: string;
  /** `direct`: written to the line; `discarded`: nobody wanted it, or nobody was there. */
  readonly route: 'stored' | 'direct' | 'discarded';
  readonly memory: string | undefined;
  readonly index: number | undefined;
}

/** A stored message that `+CMGD` removed, or should have. */
export interface RecordedDelete extends Entry {
  readonly kind: 'delete';
  readonly memory: string;
  readonly index: number;
  readonly hex: string;
  readonly outcome: 'deleted' | 'refused';
}

/** The modem started anew: settings, and the command under way, are forgotten from here on. */
export interface RecordedRestart extends Entry {
  readonly kind: 'restart';
}

export type RecordEntry =
  | RecordedCommand
  | RecordedSubmit
  | RecordedWithdrawal
  | RecordedAnswer
  | RecordedArrival
  | RecordedDelete
  | RecordedRestart;

type Fields<E extends RecordEntry> = Omit<E, 'kind' | keyof Entry>;

/** Everything that happened, by kind. Only the simulated modem adds to it. */
export class SimulatorRecord {
  readonly #clock: Clock;
  readonly #listeners = new Set<(entry: RecordEntry) => void>();
  readonly #commands: RecordedCommand[] = [];
  readonly #submits: RecordedSubmit[] = [];
  readonly #withdrawals: RecordedWithdrawal[] = [];
  readonly #answers: RecordedAnswer[] = [];
  readonly #arrivals: RecordedArrival[] = [];
  readonly #deletes: RecordedDelete[] = [];
  readonly #restarts: RecordedRestart[] = [];
  #sequence = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get commands(): readonly RecordedCommand[] {
    return this.#commands;
  }

  get submits(): readonly RecordedSubmit[] {
    return this.#submits;
  }

  get withdrawals(): readonly RecordedWithdrawal[] {
    return this.#withdrawals;
  }

  get answers(): readonly RecordedAnswer[] {
    return this.#answers;
  }

  get arrivals(): readonly RecordedArrival[] {
    return this.#arrivals;
  }

  get deletes(): readonly RecordedDelete[] {
    return this.#deletes;
  }

  get restarts(): readonly RecordedRestart[] {
    return this.#restarts;
  }

  /** The answer to a command line, a submit or a withdrawal; undefined while there is none. */
  answerTo(
    entry: RecordedCommand | RecordedSubmit | RecordedWithdrawal,
  ): RecordedAnswer | undefined {
    const command = entry.kind === 'command' ? entry.sequence : entry.command;
    return this.#answers.find((answer) => answer.command === command);
  }

  /** Told of every entry as it is made; returns what ends that. */
  onEntry(listener: (entry: RecordEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  addCommand(line: string): RecordedCommand {
    return this.#add(this.#commands, { kind: 'command', ...this.#stamp(), line });
  }

  addSubmit(fields: Fields<RecordedSubmit>): RecordedSubmit {
    return this.#add(this.#submits, { kind: 'submit', ...this.#stamp(), ...fields });
  }

  addWithdrawal(fields: Fields<RecordedWithdrawal>): void {
    this.#add(this.#withdrawals, { kind: 'withdrawal', ...this.#stamp(), ...fields });
  }

  addAnswer(fields: Fields<RecordedAnswer>): void {
    this.#add(this.#answers, { kind: 'answer', ...this.#stamp(), ...fields });
  }

  addArrival(fields: Fields<RecordedArrival>): void {
    this.#add(this.#arrivals, { kind: 'arrival', ...this.#stamp(), ...fields });
  }

  addDelete(fields: Fields<RecordedDelete>): void {
    this.#add(this.#deletes, { kind: 'delete', ...this.#stamp(), ...fields });
  }

  addRestart(): void {
    this.#add(this.#restarts, { kind: 'restart', ...this.#stamp() });
  }

  #stamp(): Entry {
    this.#sequence += 1;
    return { sequence: this.#sequence, at: this.#clock.now() };
  }

  #add<E extends RecordEntry>(list: E[], entry: E): E {
    Object.freeze(entry);
    list.push(entry);
    for (const listener of this.#listeners) {
      listener(entry);
    }
    return entry;
  }
}
