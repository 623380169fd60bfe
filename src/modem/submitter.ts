/**
 * Hands submissions to the modem and judges how each ended: sent, not sent, or not known.
 * Outlives connections, since the answer to a submission may come on the next one.
 * Owns no queue and never submits anything twice.
 */
import { checkpoint } from '../checkpoint.js';
import { type Clock, sleep } from '../clock.js';
import type { Log } from '../log.js';
import { fieldsOf, integer } from './at-answer.js';
import type { AtChannel, PayloadResult } from './at-channel.js';
import { AtError } from './at-error.js';
import { isDefinite } from './cms-error.js';
import { isEarlier, LateReferences } from './late-references.js';
import { prefixed } from './line-looks.js';
import type { Submission, SubmissionSource, SubmitOutcome } from './ports.js';

export interface SubmitterOptions {
  /** The modem's name, as the source knows it. */
  readonly modem: string;
  readonly source: SubmissionSource;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long an error may still be the answer to the submission before. */
const DOUBT_MS = 600_000;
/** How long a second reference is waited for where the first may be another's. */
const SECOND_REFERENCE_MS = 3_000;

export class Submitter {
  readonly #options: SubmitterOptions;
  readonly #late = new LateReferences();
  #claimed: Submission | undefined;
  /** When the last submission ended without an answer, until the next one had its turn. */
  #unansweredAtMs: number | undefined;
  /** The payload has been written and its outcome is not settled: a reference may be its own. */
  #underWay: boolean = false;
  /** References that came meanwhile, beside the one in the answer. */
  #heard: number[] = [];
  #wake: (() => void) | undefined;

  constructor(options: SubmitterOptions) {
    this.#options = options;
  }

  /** Whether a submission is claimed and not settled. */
  get busy(): boolean {
    return this.#claimed !== undefined;
  }

  /** Claims the next submission; throws what the source throws. */
  next(): Submission | undefined {
    checkpoint('before-claim');
    this.#claimed = this.#options.source.next(this.#options.modem);
    if (this.#claimed !== undefined) checkpoint('after-claim');
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
        this.#underWay = true;
        checkpoint('at-prompt');
        return submission.hex;
      },
    );
    if (result.kind === 'withdrawn' && held) return 'held';
    const written = result.kind === 'ok' || (result.kind === 'failed' && result.written);
    const doubtful = written && this.#errorMayBeLate();
    if (result.kind === 'ok') this.#heard.push(...references(result).slice(1));
    const outcome = await this.#sortReferences(channel, judge(result, doubtful));
    this.#underWay = false;
    if (outcome.kind === 'unknown') {
      const nowMs = this.#options.clock.monotonicMs();
      const code = outcome.error instanceof AtError ? outcome.error.code : undefined;
      // On a new connection nothing is sent before the modem has answered other commands, so that
      // it is done with this one. Where there was doubt, the error was meant for the one before.
      const awaited = code === 'TIMEOUT' || doubtful;
      this.#late.noteUnanswered(submission, awaited, nowMs);
      if (code === 'TIMEOUT' || code === 'CLOSED') this.#unansweredAtMs = nowMs;
    }
    if (written) checkpoint('before-settle');
    this.settle(submission, outcome);
    for (const reference of this.#heard.splice(0)) this.#settleLate(reference);
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

  /** A reference outside of any submission's answer: it belongs to one that was given up. */
  lateReference(reference: number): void {
    if (!this.#underWay) {
      this.#settleLate(reference);
      return;
    }
    this.#heard.push(reference);
    this.#wake?.();
  }

  #settleLate(reference: number): void {
    const { modem, source, clock, log } = this.#options;
    const late = this.#late.claim(reference, clock.monotonicMs());
    if (late === undefined) {
      log.debug({ reference }, 'a message reference that belongs to no one submission');
      return;
    }
    const { submission } = late;
    log.info({ submission: submission.id }, 'the answer to a submission came late');
    try {
      source.settleLate(modem, submission, late.reference);
    } catch (error) {
      log.error({ err: error, submission: submission.id }, 'a late answer could not be stored');
    }
  }

  /** INVARIANT: a late reference settles its own message, not the one that is sent by then. */
  async #sortReferences(channel: AtChannel, outcome: SubmitOutcome): Promise<SubmitOutcome> {
    if (outcome.kind !== 'sent') return outcome;
    const first = outcome.reference;
    if (!this.#late.mayBeLate(first, this.#options.clock.monotonicMs())) {
      this.#late.noteAnswered(first);
      return outcome;
    }
    const second = await this.#secondReference(channel.signal);
    if (second === undefined) {
      this.#late.guessAnswered(first);
      return outcome;
    }
    const [late, own] = isEarlier(second, first) ? [second, first] : [first, second];
    this.#settleLate(late);
    this.#late.noteAnswered(own);
    return { kind: 'sent', reference: own };
  }

  async #secondReference(ended: AbortSignal): Promise<number | undefined> {
    if (this.#heard.length === 0) {
      const heard = new AbortController();
      this.#wake = () => heard.abort();
      const ends = AbortSignal.any([ended, heard.signal]);
      await sleep(this.#options.clock, SECOND_REFERENCE_MS, ends);
      this.#wake = undefined;
    }
    return this.#heard.shift();
  }

  /**
   * Whether an error during the next submission may be meant for the one before. It is asked once
   * for each one that was given up: the modem has then had a whole submission to be late in.
   */
  #errorMayBeLate(): boolean {
    const sinceMs = this.#unansweredAtMs;
    this.#unansweredAtMs = undefined;
    return sinceMs !== undefined && this.#options.clock.monotonicMs() - sinceMs <= DOUBT_MS;
  }
}

/** `<mr>` of each +CMGS line; more than one where a late one came just before. */
function references({ information }: Extract<PayloadResult, { kind: 'ok' }>): number[] {
  return information
    .map(({ line }) => integer(fieldsOf(line)[0]))
    .filter((reference) => reference !== undefined);
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
      const [reference] = references(result);
      if (reference !== undefined) return { kind: 'sent', reference };
      // An OK alone may answer something else; the reference may still come.
      const message = 'AT+CMGS: the modem said OK and gave no message reference';
      return { kind: 'unknown', error: new AtError('ERROR', 'AT+CMGS', undefined, message) };
    }
  }
}
