/**
 * What the modems pull their work from: when they may have some, and what became of it. Owns the order
 * check → claim → prompt → settle; which part it is stands in claims.ts. Knows no AT command.
 */
import type { Clock } from '../clock.js';
import { answerPriority, type MessageError } from '../domain/message.js';
import type { QueuedPart } from '../domain/message-store.js';
import type { Store } from '../domain/ports.js';
import type { Log } from '../log.js';
import type { AtError } from '../modem/at-error.js';
import { dispositionOf } from '../modem/cms-error.js';
import type { Submission, SubmissionSource, SubmitOutcome } from '../modem/ports.js';
import { Claims, type ClaimsOptions, passesGate } from './claims.js';
import { type ConsentService, recipientSuppressed } from './consent.js';
import { type DeliveryReport, DeliveryReports } from './delivery-reports.js';
import type { Measurements } from './measurements.js';
import type { ModemSettings } from './modem-summary.js';
import { Paces } from './pace.js';
import { neverLeft, retryAfter } from './retry.js';
import { type DownFor, laneOf, soleModem } from './routing.js';

export interface SenderOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly measurements: Measurements;
  readonly clock: Clock;
  readonly log: Log;
  /** Send again where the modem never answered; the recipient may get it twice. */
  readonly retryUnconfirmed: boolean;
  /** As configured. */
  readonly modems: readonly ModemSettings[];
  readonly downFor: DownFor;
  /** As for the gate. */
  readonly doubtSince: ClaimsOptions['doubtSince'];
  /** Told when a modem that asked too early may ask again. */
  readonly wake: (modem: string) => void;
}

const maxUnconfirmedTries = 3;

const noAnswer: MessageError = {
  code: 'no_answer',
  message: 'handed to the modem, which never answered: it may have gone',
};

export class Sender implements SubmissionSource {
  readonly #options: SenderOptions;
  readonly #claims: Claims;
  readonly #reports: DeliveryReports;
  readonly #paces: Paces;
  /** Since when (monotonic) a modem's SIM has refused whatever it was given. */
  readonly #refusingSinceMs = new Map<string, number>();
  /** Outcomes that the store could not take yet. */
  readonly #unwritten: (() => void)[] = [];

  constructor(options: SenderOptions) {
    this.#options = options;
    const severalModems = options.modems.length > 1;
    const downFor = (modem: string) => this.#downFor(modem);
    this.#claims = new Claims({ ...options, severalModems, downFor });
    this.#reports = new DeliveryReports(options);
    this.#paces = new Paces(options);
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

  /** Brings what was queued under other settings in line with those of now. Called at start and when they change. */
  reroute(): void {
    const { store, modems, log } = this.#options;
    const moved = store.transaction(() =>
      store.messages.reroute((message) => laneOf(message, modems)),
    );
    if (moved > 0) log.info({ messages: moved }, 'chose modems anew for what was queued');
    for (const { lane, messages } of store.messages.queuedByLane()) {
      const modem = soleModem(lane);
      if (modem !== undefined && !modems.some(({ name }) => name === modem)) {
        log.warn({ modem, messages }, 'messages wait for a modem that is not configured');
      }
    }
  }

  /** Limits and preferences of modems may be others now. */
  settingsChanged(): void {
    this.#paces.forget();
    this.reroute();
  }

  /** Ends what no modem took within its validity; called now and then. */
  expire(): void {
    const messages = this.#claims.expire();
    if (messages > 0)
      this.#options.log.info({ messages }, 'expired before a modem could send them');
  }

  /**
   * Answers to STOP and HELP go ahead of a modem's limits, and count. INVARIANT: fail closed. A throw
   * of the store reaches the modem, which sends nothing.
   */
  next(modem: string): Submission | undefined {
    const { store } = this.#options;
    if (store.failure() !== undefined) throw new Error('the database cannot be used');
    this.#writeLate();
    const isEarly = this.#paces.waitMs(modem) > 0;
    const leastPriority = isEarly ? answerPriority : 0;
    const part = store.transaction(() => this.#claims.next(modem, leastPriority));
    if (part) this.#paces.count(modem);
    else if (isEarly) this.#paces.wakeWhenFree(modem);
    return part && { id: submissionId(part), hex: part.hex, tpduLength: part.tpduLength };
  }

  /** Looks once more, immediately before the PDU leaves: a reply may have come while the prompt did. */
  mayProceed(_modem: string, submission: Submission): boolean {
    if (this.#options.store.failure() !== undefined) return false;
    const part = this.#part(submission);
    return part.status === 'sending' && this.#claims.mayProceed(part);
  }

  settle(modem: string, submission: Submission, outcome: SubmitOutcome): void {
    this.#learnFrom(modem, outcome);
    this.#write(() => this.#settle(modem, submission, outcome));
  }

  settleLate(modem: string, submission: Submission, reference: number): void {
    this.#write(() => {
      const { messageId, sequence } = partOf(submission.id);
      // A message that nobody waits for any more may be gone: its recipient was erased.
      const part = this.#options.store.messages.findPart(messageId, sequence);
      if (part?.status !== 'unconfirmed') return;
      this.#settleSent(modem, part, reference);
      this.#reports.answered(modem, part.to);
    });
  }

  /** Settles the part that a delivery report speaks of; false when none is known (yet). */
  report(report: DeliveryReport): boolean {
    return this.#reports.take(report);
  }

  /** No modem is woken any more. */
  close(): void {
    this.#paces.close();
  }

  /** Outcomes that the store cannot take now are written, in order, as soon as it can. */
  #write(change: () => void): void {
    const { store, log } = this.#options;
    this.#unwritten.push(change);
    try {
      this.#writeLate();
    } catch (error) {
      if (store.noteFailure(error) === undefined) throw error;
      log.warn(
        { outcomes: this.#unwritten.length },
        'the database cannot be used: what became of a message is stored once it can',
      );
    }
  }

  #writeLate(): void {
    const { store } = this.#options;
    for (let change = this.#unwritten[0]; change; change = this.#unwritten[0]) {
      try {
        store.transaction(change);
      } catch (error) {
        if (store.noteFailure(error) !== undefined) throw error;
        this.#unwritten.shift();
        throw error;
      }
      this.#unwritten.shift();
    }
  }

  /** An outcome may say more of the modem than of the message. */
  #learnFrom(modem: string, outcome: SubmitOutcome): void {
    if (neverLeft(outcome)) this.#paces.takeBack(modem);
    if (outcome.kind === 'sent') this.#refusingSinceMs.delete(modem);
    const isRefusal = outcome.kind === 'not-sent' && dispositionOf(outcome.error) === 'stop-modem';
    if (isRefusal && !this.#refusingSinceMs.has(modem)) {
      this.#refusingSinceMs.set(modem, this.#options.clock.monotonicMs());
    }
  }

  /** A SIM that refuses everything is as bad as a modem that is gone, though the modem is well. */
  #downFor(modem: string): number | undefined {
    const { downFor, clock } = this.#options;
    const sinceMs = this.#refusingSinceMs.get(modem);
    if (sinceMs === undefined) return downFor(modem);
    return Math.max(downFor(modem) ?? 0, clock.monotonicMs() - sinceMs);
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
    this.#reports.answered(modem, part.to);
  }

  #settleSent(modem: string, part: QueuedPart, reference: number): void {
    const { store, clock } = this.#options;
    store.messages.changePart(part.messageId, part.sequence, {
      status: 'sent',
      at: clock.now().toISOString(),
      modem,
      modemReference: reference,
    });
    if (part.answersEventId !== null) this.#measureConfirmation(part, part.answersEventId);
  }

  /** How long an opt-out waited for its confirmation, which was queued with it and is whole now. */
  #measureConfirmation({ messageId }: QueuedPart, eventId: string): void {
    const { store, clock, measurements } = this.#options;
    if (store.consent.kindOf(eventId) !== 'opt_out') return;
    const message = store.messages.find(messageId);
    if (message?.status !== 'sent') return;
    // Its time is put right where the clock was set meanwhile; that of the event stands as evidence.
    const delayMs = clock.now().getTime() - Date.parse(message.createdAt);
    measurements.confirmed(eventId, delayMs / 1_000);
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
    if (passesGate(part) || !this.#claims.isBlocked(part)) return;
    const at = this.#options.clock.now().toISOString();
    this.#options.store.messages.endQueued(part.messageId, 'canceled', recipientSuppressed, at);
  }
}

function submissionId(part: QueuedPart): string {
  return `${part.messageId}/${part.sequence}`;
}

function partOf(submission: string): { messageId: string; sequence: number } {
  const [messageId = '', sequence = ''] = submission.split('/');
  return { messageId, sequence: Number(sequence) };
}
