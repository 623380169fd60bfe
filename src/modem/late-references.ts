/**
 * Whose a message reference is when the answer to an earlier submission is still outstanding.
 * Pure: references, times and submissions go in.
 *
 * What can be known: +CMGS names no message. But the reference is TP-MR, which the modem counts up
 * by one for each message that it hands to the network (3GPP TS 23.040 §9.2.3.6), so of two
 * references the earlier in the count belongs to the earlier submission, whichever comes first.
 * Where one reference alone came and could be either's, a second is waited for a moment; if none
 * comes, the submission that has just been answered owns it, since modems work on one at a time. If
 * a second comes after all, the first was that of the earlier submission, which is settled by it.
 */
import type { Submission } from './ports.js';

interface Unanswered {
  readonly submission: Submission;
  readonly sinceMs: number;
  /** A reference is still to be expected while others are sent. */
  readonly awaited: boolean;
  /** What its reference must be if it went out; undefined: nothing was counted before it. */
  expected: number | undefined;
}

/** How long after its deadline an answer may still come. */
const LATE_WINDOW_MS = 600_000;
const COUNT = 256;

export class LateReferences {
  #open: Unanswered[] = [];
  /** Given to a later submission, for want of a second reference, though it could be this one's. */
  #guess: { readonly submission: Submission; readonly reference: number } | undefined;
  /** The last reference that was given out, as far as is known. */
  #last: number | undefined;

  /**
   * Ended without a reference; it may still come.
   * @param awaited nothing else came either, such as an error without a code
   */
  noteUnanswered(submission: Submission, awaited: boolean, nowMs: number): void {
    const expected = this.#last === undefined ? undefined : next(this.#last);
    this.#open.push({ submission, sinceMs: nowMs, awaited, expected });
    this.#last = expected;
  }

  /** Answered in its own time, beyond doubt. */
  noteAnswered(reference: number): void {
    this.#last = reference;
    // Whatever is older must have had the references before this one.
    let expected = reference;
    for (const unanswered of this.#open.toReversed()) {
      expected = previous(expected);
      unanswered.expected ??= expected;
    }
  }

  /** Whether `reference`, which came as the answer to a later submission, may be that of an open one. */
  mayBeLate(reference: number, nowMs: number): boolean {
    return this.#current(nowMs).some(
      ({ awaited, expected }) => awaited && (expected === undefined || expected === reference),
    );
  }

  /** `reference` is taken for that of the later submission, though it may be an open one's. */
  guessAnswered(reference: number): void {
    const [candidate] = this.#open.filter(
      ({ awaited, expected }) => awaited && (expected === undefined || expected === reference),
    );
    this.#guess = candidate && { submission: candidate.submission, reference };
    // Who expected it was never counted, if the guess is right.
    this.#open = this.#open.filter(({ expected }) => expected !== reference);
    this.noteAnswered(reference);
  }

  /**
   * Takes the open submission that is settled by `reference`, with the reference that is its own;
   * undefined when it settles none, or could be that of several: a delivery report is left to
   * settle those.
   */
  claim(
    reference: number,
    nowMs: number,
  ): { readonly submission: Submission; readonly reference: number } | undefined {
    const open = this.#current(nowMs);
    const guess = this.#guess;
    if (guess !== undefined && this.#last === guess.reference && reference === next(this.#last)) {
      this.#guess = undefined;
      this.#open = open.filter(({ submission }) => submission !== guess.submission);
      this.#last = reference;
      return guess;
    }
    const last = open.at(-1);
    // Of several, only the last is known by its place in the count: were it not for all of them
    // having been counted, the reference would be lower.
    const found = open.length === 1 || last?.expected === reference ? last : undefined;
    this.#open = open.filter((unanswered) => unanswered !== found);
    if (found !== undefined) this.#last ??= reference;
    return found && { submission: found.submission, reference };
  }

  #current(nowMs: number): Unanswered[] {
    this.#open = this.#open.filter(({ sinceMs }) => nowMs - sinceMs <= LATE_WINDOW_MS);
    return this.#open;
  }
}

/** Of two references of consecutive submissions: whether `one` was counted before `other`. */
export function isEarlier(one: number, other: number): boolean {
  const ahead = (other - one + COUNT) % COUNT;
  return ahead > 0 && ahead < COUNT / 2;
}

function next(reference: number): number {
  return (reference + 1) % COUNT;
}

function previous(reference: number): number {
  return (reference + COUNT - 1) % COUNT;
}
