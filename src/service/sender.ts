/**
 * What the modems pull their work from: the gate that every part passes, and the settling of what
 * became of it. Owns the order check → claim → prompt → settle; knows no AT command.
 */
import type { Clock } from '../clock.js';
import type { MessageError } from '../domain/message.js';
import type { QueuedPart, Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { AtError } from '../modem/at-error.js';
import type { Submission, SubmissionSource, SubmitOutcome } from '../modem/ports.js';
import { deliveryState } from '../sms/index.js';
import { type ConsentService, recipientSuppressed } from './consent.js';
import { retryAfter } from './retry.js';

export interface SenderOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly clock: Clock;
  readonly log: Log;
  /** Send again where the modem never answered; the recipient may get it twice. */
  readonly retryUnconfirmed: boolean;
}

/** A delivery report as the codec read it. */
export interface DeliveryReport {
  readonly modem: string;
  /** E.164. */
  readonly to: string;
  /** TP-MR. */
  readonly reference: number;
  /** TP-ST. */
  readonly status: number;
}

const maxUnconfirmedTries = 3;
/** How long after its submission a report may come: TP-VP's longest would be 63 weeks; references recur. */
const reportWindowMs = 7 * 24 * 3_600_000;
/** References recur after 256 messages: an older report speaks of another message. */
const earlyReportMs = 60_000;
const maxEarlyReports = 100;

const noAnswer: MessageError = {
  code: 'no_answer',
  message: 'handed to the modem, which never answered: it may have gone',
};

export class Sender implements SubmissionSource {
  readonly #options: SenderOptions;
  /** Outcomes that the store could not take yet. */
  readonly #unwritten: (() => void)[] = [];
  /** Reports that came before the answer to their submission. */
  readonly #earlyReports: { readonly report: DeliveryReport; readonly atMs: number }[] = [];

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  /**
   * What a process that died had claimed may have gone: `unconfirmed`, unless the operator prefers
   * to send again. Called once at start, before any modem.
   */
  recover(): number {
    const { store } = this.#options;
    return store.transaction(() => {
      const claimed = store.messages.claimedParts();
      for (const part of claimed)
        this.#settleUnknown(part, 'stopgate was stopped while the modem had it: it may have gone');
      return claimed.length;
    });
  }

  /**
   * INVARIANT: no send after an opt-out. The suppression list is read in the transaction that claims,
   * for every part. INVARIANT: fail closed. A throw of the store reaches the modem, which sends nothing.
   */
  next(modem: string): Submission | undefined {
    this.#writeLate();
    const part = this.#options.store.transaction(() => this.#claimNext(modem));
    return part && { id: submissionId(part), hex: part.hex, tpduLength: part.tpduLength };
  }

  /** Looks once more, immediately before the PDU leaves: an opt-out may have come while the prompt did. */
  mayProceed(_modem: string, submission: Submission): boolean {
    const part = this.#part(submission);
    return part.status === 'sending' && (passes(part) || !this.#blocked(part));
  }

  settle(modem: string, submission: Submission, outcome: SubmitOutcome): void {
    this.#write(() => this.#settle(modem, submission, outcome));
  }

  settleLate(modem: string, submission: Submission, reference: number): void {
    this.#write(() => {
      const part = this.#part(submission);
      if (part.status === 'unconfirmed') this.#settleSent(modem, part, reference);
    });
  }

  /** Settles the part that a delivery report speaks of; false when none is known (yet). */
  report(report: DeliveryReport): boolean {
    const { store, clock } = this.#options;
    const now = clock.now();
    const found = store.messages.findReported({
      modem: report.modem,
      to: report.to,
      modemReference: report.reference,
      sentAfter: new Date(now.getTime() - reportWindowMs).toISOString(),
    });
    if (!found) {
      this.#earlyReports.push({ report, atMs: clock.monotonicMs() });
      if (this.#earlyReports.length > maxEarlyReports) this.#earlyReports.shift();
      return false;
    }
    const state = deliveryState(report.status);
    if (state === 'pending' && found.status === 'sent') return true;
    store.messages.changePart(found.messageId, found.sequence, {
      status: state === 'delivered' ? 'delivered' : state === 'failed' ? 'undelivered' : 'sent',
      at: now.toISOString(),
      modemReference: report.reference,
      ...(state === 'failed' && {
        error: { code: 'undelivered', message: `the network gave up: TP-Status ${report.status}` },
      }),
    });
    return true;
  }

  /** Outcomes that the store cannot take now are written, in order, as soon as it can. */
  #write(change: () => void): void {
    const { store, log } = this.#options;
    this.#unwritten.push(change);
    try {
      this.#writeLate();
    } catch (error) {
      if (!store.isFailure(error)) throw error;
      log.error({ err: error }, 'the store cannot be written: an outcome waits for it');
    }
  }

  #writeLate(): void {
    const { store } = this.#options;
    for (let change = this.#unwritten[0]; change; change = this.#unwritten[0]) {
      try {
        store.transaction(change);
      } catch (error) {
        if (store.isFailure(error)) throw error;
        this.#unwritten.shift();
        throw error;
      }
      this.#unwritten.shift();
    }
  }

  #claimNext(modem: string): QueuedPart | undefined {
    const { messages } = this.#options.store;
    const now = this.#options.clock.now().toISOString();
    for (let part = messages.nextDue(modem, now); part; part = messages.nextDue(modem, now)) {
      if (part.expiresAt !== null && part.expiresAt <= now) {
        messages.endQueued(part.messageId, 'expired', expired, now);
      } else if (!passes(part) && this.#blocked(part)) {
        messages.endQueued(part.messageId, 'canceled', recipientSuppressed, now);
      } else {
        messages.claim(part, modem, now);
        return part;
      }
    }
    return undefined;
  }

  #blocked(part: QueuedPart): boolean {
    return this.#options.consent.blocking(part.to, part) !== undefined;
  }

  #part(submission: Submission): QueuedPart {
    const { messageId, sequence } = partOf(submission.id);
    const part = this.#options.store.messages.findPart(messageId, sequence);
    if (!part) throw new Error(`there is no part ${submission.id}`);
    return part;
  }

  #settle(modem: string, submission: Submission, outcome: SubmitOutcome): void {
    const part = this.#part(submission);
    const { log } = this.#options;
    switch (outcome.kind) {
      case 'sent':
        log.info(
          { message: part.messageId, part: part.sequence, modem, reference: outcome.reference },
          'sent',
        );
        this.#settleSent(modem, part, outcome.reference);
        break;
      case 'not-sent':
        log.warn(
          { message: part.messageId, part: part.sequence, modem, error: outcome.error.message },
          'not sent',
        );
        this.#settleNotSent(part, outcome.error);
        break;
      case 'withdrawn':
        this.#settleWithdrawn(part);
        break;
      case 'unknown':
        log.warn(
          { message: part.messageId, part: part.sequence, modem, error: outcome.error.message },
          'unconfirmed',
        );
        this.#settleUnknown(part, noAnswer.message);
        break;
    }
  }

  #settleSent(modem: string, part: QueuedPart, reference: number): void {
    const { store, clock } = this.#options;
    store.messages.changePart(part.messageId, part.sequence, {
      status: 'sent',
      at: clock.now().toISOString(),
      modem,
      modemReference: reference,
    });
    const early = this.#earlyReports.findIndex(
      ({ report, atMs }) =>
        report.modem === modem &&
        report.to === part.to &&
        report.reference === reference &&
        clock.monotonicMs() - atMs <= earlyReportMs,
    );
    const [found] = early < 0 ? [] : this.#earlyReports.splice(early, 1);
    if (found) this.report(found.report);
  }

  #settleNotSent(part: QueuedPart, error: AtError): void {
    const { store, clock } = this.#options;
    const retry = retryAfter(part, error);
    const problem: MessageError = { code: 'modem_refused', message: error.message };
    const now = clock.now();
    if (retry === undefined) {
      store.messages.changePart(part.messageId, part.sequence, {
        status: 'failed',
        at: now.toISOString(),
        error: problem,
      });
      store.messages.endQueued(part.messageId, 'canceled', problem, now.toISOString());
      return;
    }
    store.messages.changePart(part.messageId, part.sequence, {
      status: 'queued',
      at: now.toISOString(),
      error: problem,
      dueAt: new Date(now.getTime() + retry.delayMs).toISOString(),
      uncounted: retry.uncounted,
    });
    this.#cancelIfBlocked(part);
  }

  /** The gate closed between claim and prompt. */
  #settleWithdrawn(part: QueuedPart): void {
    const { store, clock } = this.#options;
    const at = clock.now().toISOString();
    store.messages.changePart(part.messageId, part.sequence, {
      status: 'queued',
      at,
      dueAt: at,
      uncounted: true,
    });
    this.#cancelIfBlocked(part);
  }

  #settleUnknown(part: QueuedPart, message: string): void {
    const { store, clock } = this.#options;
    const again = this.#options.retryUnconfirmed && part.attempts < maxUnconfirmedTries;
    store.messages.changePart(part.messageId, part.sequence, {
      status: again ? 'queued' : 'unconfirmed',
      at: clock.now().toISOString(),
      error: { code: noAnswer.code, message },
    });
    if (again) this.#cancelIfBlocked(part);
  }

  /** What went back to the queue while its recipient opted out is canceled there. */
  #cancelIfBlocked(part: QueuedPart): void {
    if (passes(part) || !this.#blocked(part)) return;
    const at = this.#options.clock.now().toISOString();
    this.#options.store.messages.endQueued(part.messageId, 'canceled', recipientSuppressed, at);
  }
}

const expired: MessageError = { code: 'expired', message: 'it was not sent within its validity' };

/**
 * INVARIANT: one confirmation. Only a message that names a consent event passes the gate without a
 * look at the suppression list, and the store lets an event be named once.
 */
function passes(part: QueuedPart): boolean {
  return part.answersEventId !== null;
}

function submissionId(part: QueuedPart): string {
  return `${part.messageId}/${part.sequence}`;
}

function partOf(submission: string): { messageId: string; sequence: number } {
  const [messageId = '', sequence = ''] = submission.split('/');
  return { messageId, sequence: Number(sequence) };
}
