/**
 * The work over one connection: initialise, read, then submit, for as long as it holds.
 * Owns the order of things: nothing is asked from the source before all that the modem is known
 * to have received was read. Opening and reopening are modem.ts's.
 */
import type { Clock } from '../clock.js';
import type { Log } from '../log.js';
import type { AtChannel } from './at-channel.js';
import { AtError } from './at-error.js';
import { dispositionOf } from './cms-error.js';
import { settingsHold } from './health.js';
import { InboxReader } from './inbox-reader.js';
import { initialise, type ModemSettings } from './initialise.js';
import { readOperator, readRegistration, readSignal } from './network.js';
import type { Inbox, ModemPhase, Submission } from './ports.js';
import { type Findings, optional, type Session } from './session.js';
import type { PinAttempt } from './sim-pin.js';
import type { Submitter } from './submitter.js';
import { classify } from './unsolicited.js';
import type { WakeUp } from './wake-up.js';

export interface ModemSessionOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollSeconds: number;
  readonly init: readonly string[];
  readonly pin: PinAttempt;
  readonly inbox: Inbox;
  readonly submitter: Submitter;
  readonly wakeUp: WakeUp;
  /** No new work is begun once this says true. */
  readonly stopping: () => boolean;
  readonly found: (findings: Findings) => void;
  readonly entered: (phase: ModemPhase, problem?: string) => void;
}

/** How often a modem that is not registered is asked again, and one whose SIM is locked. */
const UNREGISTERED_POLL_MS = 2_000;
const LOCKED_POLL_MS = 15_000;
/** After the store or the modem's memory could not be read or written. */
const FAILED_RETRY_MS = 5_000;
const SILENCES_BEFORE_GIVING_UP = 2;
/** Signs of trouble do not lead to more polls than this. */
const EARLIEST_REPOLL_MS = 2_000;

export class ModemSession {
  readonly #options: ModemSessionOptions;
  readonly #channel: AtChannel;
  readonly #session: Session;
  readonly #reader: InboxReader;
  #polledAtMs = 0;
  #pollDueMs = 0;
  #callWaiting: boolean = false;
  #registered: boolean = false;
  #heldUpUntilMs = 0;
  #linkHeld: boolean = false;
  #inARow = 0;
  #silences = 0;

  constructor(channel: AtChannel, options: ModemSessionOptions) {
    const { name, clock, log, inbox, found } = options;
    this.#options = options;
    this.#channel = channel;
    this.#session = { channel, clock, log, found };
    this.#reader = new InboxReader(name, inbox, this.#session);
    channel.listen((line, pdu) => this.#takeUnsolicited(line, pdu));
  }

  /** Works until asked to stop; rejects with AtError when the connection is of no more use. */
  async run(): Promise<void> {
    const { pin, init, entered, stopping, log } = this.#options;
    while (!stopping()) {
      try {
        const modem = await initialise(this.#session, pin, init);
        if (modem.kind === 'locked') {
          entered('waiting', modem.problem);
          this.#pollDueMs = this.#options.clock.monotonicMs() + LOCKED_POLL_MS;
          await this.#rest(LOCKED_POLL_MS);
        } else {
          this.#reader.use(modem.storage, modem.acknowledges);
          await this.#work(modem);
        }
      } catch (error) {
        if (!(error instanceof AtError) || error.code !== 'TIMEOUT') throw error;
        // Silent once: brought back in step it is initialised anew, else this throws for good.
        log.warn({ reason: error.message }, 'the modem did not answer');
        this.#silences += 1;
        if (this.#silences > SILENCES_BEFORE_GIVING_UP) throw error;
        await this.#channel.resynchronise();
      }
    }
  }

  /** Returns when the modem has to be initialised anew, or when asked to stop. */
  async #work(settings: ModemSettings): Promise<void> {
    const { entered, stopping, clock } = this.#options;
    this.#registered = await this.#readNetwork();
    this.#polled();
    while (!stopping()) {
      if (!this.#channel.inStep) await this.#channel.resynchronise();
      if (clock.monotonicMs() >= this.#pollDueMs) {
        if (!(await settingsHold(this.#session, settings))) {
          this.#options.log.warn('the modem has forgotten its settings; it must have restarted');
          return;
        }
        this.#registered = await this.#readNetwork();
        this.#reader.sweepSoon();
        this.#polled();
      }
      if (this.#callWaiting) await this.#hangUp();
      if (this.#reader.pending) {
        if (!(await this.#reader.read())) {
          entered('waiting', 'received messages could not be read or stored, so nothing is sent');
          await this.#rest(FAILED_RETRY_MS);
        }
        continue;
      }
      if (!this.#registered) {
        entered('waiting', 'the modem is not registered with a network');
        await this.#rest(Number.POSITIVE_INFINITY);
        continue;
      }
      const heldUpMs = this.#heldUpUntilMs - clock.monotonicMs();
      if (heldUpMs > 0) {
        await this.#rest(heldUpMs);
        continue;
      }
      this.#silences = 0;
      entered('ready');
      await this.#sendNext(settings);
    }
  }

  /** Nothing stands between the last look at the inbox and the claim: both are in one step. */
  async #sendNext(settings: ModemSettings): Promise<void> {
    const { submitter, entered, log } = this.#options;
    let submission: Submission | undefined;
    try {
      submission = submitter.next();
    } catch (error) {
      log.error({ err: error }, 'the queue could not be read, so nothing is sent');
      entered('waiting', 'the queue could not be read, so nothing is sent');
      await this.#rest(FAILED_RETRY_MS);
      return;
    }
    if (submission !== undefined) {
      await this.#submit(submission);
      this.#inARow += 1;
      // Two in a row make a burst: the radio link is held open for the rest of it.
      if (settings.holdsLink && this.#inARow === 2) await this.#holdLink(true);
      return;
    }
    this.#inARow = 0;
    if (this.#linkHeld) await this.#holdLink(false);
    else await this.#rest(Number.POSITIVE_INFINITY);
  }

  async #submit(submission: Submission): Promise<void> {
    const { submitter, stopping } = this.#options;
    for (;;) {
      const outcome = await submitter.submit(this.#channel, submission, () => this.#reader.pending);
      if (outcome === 'held') {
        const read = await this.#readBeforeRetry();
        if (read === undefined && !stopping()) continue;
        submitter.settle(submission, {
          kind: 'not-sent',
          error: read ?? ended('the modem is being stopped'),
        });
        return;
      }
      if (outcome.kind === 'not-sent') this.#learnFrom(outcome.error);
      return;
    }
  }

  /** A refusal may say more of the modem than of the message. */
  #learnFrom(error: AtError): void {
    const { clock, pollSeconds, entered } = this.#options;
    const disposition = dispositionOf(error);
    if (disposition === 'sweep') this.#reader.sweepSoon();
    if (disposition === 'stop-modem') {
      entered('waiting', `the SIM or the modem needs a person: ${error.message}`);
      this.#heldUpUntilMs = clock.monotonicMs() + pollSeconds * 1000;
    }
    this.#pollSoon();
  }

  /** Reads what came in at the prompt; returns why that failed. */
  async #readBeforeRetry(): Promise<AtError | undefined> {
    try {
      await this.#channel.resynchronise();
      while (this.#reader.pending) {
        if (await this.#reader.read()) continue;
        const message = 'AT+CMGS: withdrawn, a received message could not be read or stored before';
        return new AtError('CLOSED', 'AT+CMGS', undefined, message);
      }
      return undefined;
    } catch (error) {
      if (error instanceof AtError) return error;
      throw error;
    }
  }

  /** +CMMS (27.005 §3.5.6): 2 keeps the link open between messages until set back to 0. */
  async #holdLink(hold: boolean): Promise<void> {
    await optional(this.#session, { text: hold ? 'AT+CMMS=2' : 'AT+CMMS=0' });
    this.#linkHeld = hold;
  }

  async #readNetwork(): Promise<boolean> {
    const registration = await readRegistration(this.#session);
    await readSignal(this.#session);
    await readOperator(this.#session);
    return registration === undefined || registration === 'home' || registration === 'roaming';
  }

  async #hangUp(): Promise<void> {
    this.#callWaiting = false;
    this.#options.log.info('an incoming call was hung up');
    const done = await optional(this.#session, { text: 'AT+CHUP' });
    if (done === undefined) await optional(this.#session, { text: 'ATH' });
  }

  #takeUnsolicited(line: string, pdu: string | undefined): void {
    const told = classify(line, pdu);
    switch (told.kind) {
      case 'announced':
        this.#reader.announced(told.memory, told.index);
        break;
      case 'direct':
        this.#reader.takeDirect(told.line, told.pdu);
        break;
      case 'something-came':
        this.#reader.sweepSoon();
        break;
      case 'late-reference':
        this.#options.submitter.lateReference(told.reference);
        return;
      case 'call':
        this.#callWaiting = true;
        break;
      case 'under-voltage':
        this.#options.log.warn('the modem says that its supply voltage is too low');
        return;
      case 'maybe-restarted':
        // What it has received since was not announced: nothing is sent before a look.
        this.#pollDueMs = this.#options.clock.monotonicMs();
        break;
      case 'registration':
        this.#pollSoon();
        break;
      case 'other':
        return;
    }
    this.#options.wakeUp.call();
  }

  #polled(): void {
    this.#polledAtMs = this.#options.clock.monotonicMs();
    const pollMs = this.#registered ? this.#options.pollSeconds * 1000 : UNREGISTERED_POLL_MS;
    this.#pollDueMs = this.#polledAtMs + pollMs;
  }

  #pollSoon(): void {
    this.#pollDueMs = Math.min(this.#pollDueMs, this.#polledAtMs + EARLIEST_REPOLL_MS);
  }

  /** Sleeps until woken, until the next poll or for `ms`. */
  async #rest(ms: number): Promise<void> {
    if (this.#options.stopping()) return;
    const { clock, wakeUp } = this.#options;
    const untilPollMs = Math.max(0, this.#pollDueMs - clock.monotonicMs());
    await wakeUp.sleep(clock, Math.min(ms, untilPollMs));
    if (this.#channel.isClosed) throw ended('the connection has ended');
  }
}

function ended(why: string): AtError {
  return new AtError('CLOSED', 'AT', undefined, why);
}
