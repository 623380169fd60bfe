/**
 * Hands submissions to the modem and judges how each ended: sent, not sent, or not known.
 * Outlives connections, since the answer to a submission may come on the next one.
 * Owns no queue and never submits anything twice.
 */
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import { fieldsOf, integer } from './at-answer.js';
import type { AtChannel, PayloadResult } from './at-channel.js';
import { AtError } from './at-error.js';
import { isDefinite } from './cms-error.js';
import { prefixed } from './line-looks.js';
import type { Submission, SubmissionSource, SubmitOutcome } from './ports.js';

export interface SubmitterOptions {
  /** The modem's name, as the source knows it. */
  readonly modem: string;
  readonly source: SubmissionSource;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long after its deadline a reference is still taken for that of the unanswered submission. */
const LATE_WINDOW_MS = 600_000;

export class Submitter {
  readonly #options: SubmitterOptions;
  #claimed: Submission | undefined;
  /** Ended as `unknown`; its answer may still come. */
  #unanswered: { readonly submission: Submission; readonly sinceMs: number } | undefined;
  /** The last unanswered one after which another was handed over. */
  #followed: Submission | undefined;

  constructor(options: SubmitterOptions) {
    this.#options = options;
  }

  /** Whether a submission is claimed and not settled. */
  get busy(): boolean {
    return this.#claimed !== undefined;
  }

  /** Claims the next submission; throws what the source throws. */
  next(): Submission | undefined {
    this.#claimed = this.#options.source.next(this.#options.modem);
    return this.#claimed;
  }

  /**
   * Submits once. `hold` is asked at the prompt, before the source: true when something came in
   * that is to be read first. Then nothing is settled and `held` returned.
   */
  async submit(
    channel: AtChannel,
    submission: Submission,
    hold: () => boolean,
  ): Promise<SubmitOutcome | 'held'> {
    const { modem, source } = this.#options;
    let held = false;
    const result = await channel.submit(
      { text: `AT+CMGS=${submission.tpduLength}`, information: prefixed('+CMGS') },
      () => {
        // INVARIANT: what the modem has announced is read before anything is sent.
        held = hold();
        if (held || !source.mayProceed(modem, submission)) return undefined;
        return submission.hex;
      },
    );
    if (result.kind === 'withdrawn' && held) return 'held';
    const written = result.kind === 'ok' || (result.kind === 'failed' && result.written);
    const doubtful = written && this.#answerMayBeLate();
    const outcome = judge(result, doubtful);
    if (outcome.kind === 'unknown') {
      this.#unanswered = { submission, sinceMs: this.#options.clock.monotonicMs() };
      // An answer came, if perhaps to another; the doubt does not go on for ever.
      if (doubtful) this.#followed = submission;
    }
    this.settle(submission, outcome);
    return outcome;
  }

  settle(submission: Submission, outcome: SubmitOutcome): void {
    const { modem, source, log } = this.#options;
    this.#claimed = undefined;
    try {
      source.settle(modem, submission, outcome);
    } catch (error) {
      // The claim stands, so the message is found unconfirmed at the next start: never sent twice.
      log.error({ err: error, submission: submission.id }, 'an outcome could not be stored');
    }
  }

  /** A reference outside of any submission: it belongs to the one that was given up. */
  lateReference(reference: number): void {
    const { modem, source, clock, log } = this.#options;
    const unanswered = this.#unanswered;
    this.#unanswered = undefined;
    if (unanswered === undefined || clock.monotonicMs() - unanswered.sinceMs > LATE_WINDOW_MS) {
      log.debug('a message reference that belongs to no submission');
      return;
    }
    const { submission } = unanswered;
    log.info({ submission: submission.id }, 'the answer to a submission came late');
    try {
      source.settleLate(modem, submission, reference);
    } catch (error) {
      log.error({ err: error, submission: submission.id }, 'a late answer could not be stored');
    }
  }

  /**
   * Whether an error during the next submission may be meant for the one before. It is asked once
   * for each one that was given up: the modem has then had a whole submission to be late in.
   */
  #answerMayBeLate(): boolean {
    const unanswered = this.#unanswered;
    if (unanswered === undefined || this.#followed === unanswered.submission) return false;
    this.#followed = unanswered.submission;
    return this.#options.clock.monotonicMs() - unanswered.sinceMs <= LATE_WINDOW_MS;
  }
}

/** @param doubtful an error may be the late answer to another submission, so it proves nothing */
function judge(result: PayloadResult, doubtful: boolean): SubmitOutcome {
  switch (result.kind) {
    case 'withdrawn':
      return { kind: 'withdrawn' };
    case 'failed': {
      const { error } = result;
      const definite = isDefinite(error) && !doubtful;
      return result.written && !definite ? { kind: 'unknown', error } : { kind: 'not-sent', error };
    }
    case 'ok': {
      const line = result.information[0]?.line;
      const reference = line === undefined ? undefined : integer(fieldsOf(line)[0]);
      if (reference !== undefined) return { kind: 'sent', reference };
      // An OK alone may answer something else; the reference may still come.
      const message = 'AT+CMGS: the modem said OK and gave no message reference';
      return { kind: 'unknown', error: new AtError('ERROR', 'AT+CMGS', undefined, message) };
    }
  }
}
