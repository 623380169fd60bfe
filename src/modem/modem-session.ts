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
import type { Deletions } from './deletions.js';
import { type Dialect, dialectOf, type LineMeaning, type Pacing } from './dialects/index.js';
import { Health, settingsHold } from './health.js';
import { InboxReader } from './inbox-reader.js';
import { IncomingCall } from './incoming-call.js';
import { initialise, type ModemSettings } from './initialise.js';
import { preferOtherDomain } from './message-domain.js';
import type { Inbox, ModemPhase, Submission, SubmitOutcome } from './ports.js';
import { LONGEST_PAUSE_MS, type Pulse } from './pulse.js';
import { type Findings, optional, type Session } from './session.js';
import type { PinAttempt } from './sim-pin.js';
import type { Submitter } from './submitter.js';
import { classify } from './unsolicited.js';
import { UssdDialogue, type UssdQueue } from './ussd.js';
import type { WakeUp } from './wake-up.js';
import type { Warnings } from './warnings.js';

export interface ModemSessionOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly pollSeconds: number;
  readonly init: readonly string[];
  /** `auto`, or the name of a dialect or a family. */
  readonly dialect: string;
  readonly pacing: Pacing | undefined;
  readonly pin: PinAttempt;
  readonly inbox: Inbox;
  readonly deletions: Deletions;
  readonly submitter: Submitter;
  readonly ussd: UssdQueue;
  readonly warnings: Warnings;
  readonly wakeUp: WakeUp;
  readonly pulse: Pulse;
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
/**
 * How long an answer is still waited for once the modem has said that it has just started, and once
 * it has said something for the first time that some modems say at other times too.
 */
const STARTED_GRACE_MS = 2_000;
const PERHAPS_STARTED_GRACE_MS = 20_000;

export class ModemSession {
  readonly #options: ModemSessionOptions;
  readonly #channel: AtChannel;
  readonly #session: Session;
  readonly #reader: InboxReader;
  readonly #health: Health;
  readonly #ussd: UssdDialogue;
  readonly #call: IncomingCall;
  /** What of the lines that may tell of a start was heard on this connection. */
  readonly #startLinesHeard = new Set<string>();
  #polledAtMs = 0;
  #pollDueMs = 0;
  #heldUpUntilMs = 0;
  #linkHeld: boolean = false;
  #otherDomainTried: boolean = false;
  /** Said so since the last look: what it has received meanwhile was not announced. */
  #seemsRestarted: boolean = false;
  #looking: boolean = false;
  #submitting: boolean = false;
  #isSourceFailing = false;
  #inARow = 0;
  #silences = 0;

  constructor(channel: AtChannel, options: ModemSessionOptions) {
    const { name, clock, log, inbox, deletions, found, dialect } = options;
    this.#options = options;
    this.#channel = channel;
    this.#session = {
      channel,
      clock,
      log,
      dialect: dialectOf(dialect, undefined, undefined),
      found,
    };
    this.#reader = new InboxReader({ modem: name, inbox, deletions, session: this.#session });
    this.#health = new Health(this.#session);
    this.#ussd = new UssdDialogue(this.#session);
    this.#call = new IncomingCall(this.#session);
    channel.listen((line, pdu) => this.#takeUnsolicited(line, pdu));
  }

  get dialect(): Dialect {
    return this.#session.dialect;
  }

  /** Whether a submission was under way when the connection ended, or still is. */
  get isSubmitting(): boolean {
    return this.#submitting;
  }

  /** Works until asked to stop; rejects with AtError when the connection is of no more use. */
  async run(): Promise<void> {
    const { pin, init, dialect, pacing, entered, stopping, log } = this.#options;
    while (!stopping()) {
      try {
        this.#seemsRestarted = false;
        this.#reader.settingUp();
        const modem = await initialise(this.#session, { pin, init, dialect, pacing });
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
    const { entered, stopping, clock, ussd } = this.#options;
    await this.#look();
    while (!stopping()) {
      if (!this.#channel.inStep) await this.#channel.resynchronise();
      if (this.#seemsRestarted || clock.monotonicMs() >= this.#pollDueMs) {
        if (!(await this.#lookAgain(settings))) {
          this.#options.log.warn('the modem has forgotten its settings; it must have restarted');
          return;
        }
      }
      if (this.#call.waits) await this.#call.hangUp();
      if (this.#reader.pending) {
        if (!(await this.#reader.read())) {
          entered('waiting', 'received messages could not be read or stored, so nothing is sent');
          await this.#rest(FAILED_RETRY_MS);
        }
        continue;
      }
      if (!this.#health.isRegistered) {
        entered('waiting', 'the modem is not registered with a network');
        await this.#rest(Number.POSITIVE_INFINITY);
        continue;
      }
      const question = ussd.take();
      if (question !== undefined) {
        await this.#ussd.answer(question);
        continue;
      }
      const heldUpMs = this.#heldUpUntilMs - clock.monotonicMs();
      if (heldUpMs > 0) {
        await this.#rest(heldUpMs);
        continue;
      }
      this.#silences = 0;
      // A queue that failed is tried before it is said that all is well.
      if (!this.#isSourceFailing) entered('ready');
      await this.#sendNext(settings);
    }
  }

  /** Nothing stands between the last look at the inbox and the claim: both are in one step. */
  async #sendNext(settings: ModemSettings): Promise<void> {
    const { submitter, entered, log } = this.#options;
    let submission: Submission | undefined;
    try {
      submission = submitter.next();
      if (this.#isSourceFailing) entered('ready');
      this.#isSourceFailing = false;
    } catch (error) {
      // It is tried again every few seconds: said once until it works again.
      const level = this.#isSourceFailing ? 'debug' : 'error';
      log[level]({ err: error }, 'the queue could not be read, so nothing is sent');
      this.#isSourceFailing = true;
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
      this.#submitting = true;
      const mustLook = () => this.#reader.pending || this.#seemsRestarted;
      const outcome = await submitter.submit(this.#channel, submission, mustLook);
      this.#submitting = this.#channel.isClosed;
      if (outcome === 'held') {
        const read = this.#seemsRestarted ? withdrawn(RESTARTED) : await this.#readBeforeRetry();
        if (read === undefined && !stopping()) continue;
        submitter.settle(submission, {
          kind: 'not-sent',
          error: read ?? ended('the modem is being stopped'),
        });
        return;
      }
      await this.#learnFrom(outcome);
      return;
    }
  }

  /** A refusal may say more of the modem than of the message. */
  async #learnFrom(outcome: SubmitOutcome): Promise<void> {
    if (outcome.kind !== 'not-sent' && outcome.kind !== 'unknown') return;
    const { clock, pollSeconds, entered } = this.#options;
    const { error } = outcome;
    if (outcome.kind === 'not-sent') {
      const disposition = dispositionOf(outcome.error);
      if (disposition === 'sweep') this.#reader.sweepSoon();
      if (disposition === 'stop-modem') {
        entered('waiting', `the SIM or the modem needs a person: ${error.message}`);
        this.#heldUpUntilMs = clock.monotonicMs() + pollSeconds * 1000;
      }
      this.#pollSoon();
    }
    const refused = error instanceof AtError && (error.code === 'CMS' || error.code === 'ERROR');
    if (refused && this.#health.isOn4gAlone && !this.#otherDomainTried) {
      this.#otherDomainTried = true;
      await preferOtherDomain(this.#session);
    }
  }

  /** Reads what came in at the prompt; returns why that failed. */
  async #readBeforeRetry(): Promise<AtError | undefined> {
    try {
      await this.#channel.resynchronise();
      while (this.#reader.pending) {
        if (await this.#reader.read()) continue;
        return withdrawn('a received message could not be read or stored before');
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

  #takeUnsolicited(line: string, pdu: string | undefined): void {
    if (pdu === undefined && this.#ussd.hear(line)) return;
    const told = classify(this.#session.dialect, line, pdu);
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
        this.#call.ring(told.number);
        break;
      case 'registration':
        this.#pollSoon();
        break;
      case 'told':
        this.#takeWord(line, told.meaning);
        break;
      case 'other':
        return;
    }
    this.#options.wakeUp.call();
  }

  #takeWord(line: string, meaning: LineMeaning): void {
    const { log, warnings, found, clock } = this.#options;
    if (meaning === 'started' || meaning === 'perhaps-started') {
      // What it has received since was not announced: nothing is sent before a look.
      this.#pollDueMs = clock.monotonicMs();
      // What only perhaps tells of a start may be the talk of a modem that is being looked at.
      this.#seemsRestarted ||= meaning === 'started' || !this.#looking;
      this.#takeStart(line, meaning);
      return;
    }
    const warning = warnings.hear(meaning);
    if (warning !== undefined) {
      log.warn({ warning }, 'the modem complains');
      // A modem in distress may not announce what it receives, and may be gone soon.
      this.#reader.sweepSoon();
    }
    found({ warning: warnings.text });
  }

  /** A modem that has restarted never answers the submission that it was given before (row 24). */
  #takeStart(line: string, meaning: LineMeaning): void {
    const kind = line.split(':', 1)[0] ?? line;
    const heardBefore = this.#startLinesHeard.has(kind);
    this.#startLinesHeard.add(kind);
    if (!this.#submitting || (meaning === 'perhaps-started' && heardBefore)) return;
    this.#options.log.warn({ line }, 'the modem seems to have restarted while it had a message');
    this.#channel.curtail(meaning === 'started' ? STARTED_GRACE_MS : PERHAPS_STARTED_GRACE_MS);
  }

  /** The look of each poll, and after signs of a restart; false: the modem has restarted. */
  async #lookAgain(settings: ModemSettings): Promise<boolean> {
    this.#seemsRestarted = false;
    this.#looking = true;
    try {
      if (!(await settingsHold(this.#session, settings))) return false;
      this.#reader.sweepSoon();
      await this.#look();
      return true;
    } finally {
      this.#looking = false;
    }
  }

  /** Looks at network and health; the next look is due by what it finds. */
  async #look(): Promise<void> {
    const { clock, pollSeconds, warnings, found } = this.#options;
    await this.#health.look();
    found({ warning: warnings.text });
    this.#polledAtMs = clock.monotonicMs();
    const pollMs = this.#health.isRegistered ? pollSeconds * 1000 : UNREGISTERED_POLL_MS;
    this.#pollDueMs = this.#polledAtMs + pollMs;
  }

  #pollSoon(): void {
    this.#pollDueMs = Math.min(this.#pollDueMs, this.#polledAtMs + EARLIEST_REPOLL_MS);
  }

  /** Sleeps until woken, until the next poll or for `ms`. */
  async #rest(ms: number): Promise<void> {
    if (this.#options.stopping()) return;
    const { clock, wakeUp, pulse } = this.#options;
    const untilPollMs = Math.max(0, this.#pollDueMs - clock.monotonicMs());
    const restMs = Math.min(ms, untilPollMs);
    pulse.beat(restMs);
    await wakeUp.sleep(clock, restMs);
    pulse.beat(LONGEST_PAUSE_MS);
    if (this.#channel.isClosed) throw ended('the connection has ended');
  }
}

const RESTARTED = 'the modem seems to have restarted';

/** Nothing of the submission has left. */
function withdrawn(why: string): AtError {
  return new AtError('CLOSED', 'AT+CMGS', undefined, `AT+CMGS: withdrawn, ${why}`);
}

function ended(why: string): AtError {
  return new AtError('CLOSED', 'AT', undefined, why);
}
