/**
 * What goes on around a daemon that dies again and again: applications post messages, and post again
 * what was not answered; recipients write and opt out, whether a daemon is there or not. Remembers what it did,
 * and watches that nothing is handed to the modem after its recipient's opt-out was committed.
 */
import { sleep, systemClock } from '../../../src/clock.js';
import type { RecordedSubmit } from '../../../src/simulator/index.js';
import { decodePdu } from '../../../src/sms/index.js';
import type { Daemon } from '../daemon.js';
import type { Running } from '../program.js';
import type { Rig } from '../rig.js';

export interface Post {
  readonly reference: string;
  readonly to: string;
  readonly body: Readonly<Record<string, string>>;
  /** How it was answered: queued, or refused since the recipient had opted out. */
  answer: 'accepted' | 'refused' | undefined;
}

/** A daemon that still lives then will not die any more. */
const limitMs = 60_000;
/** So many messages in the queue are work enough. */
const enoughQueued = 12;

export class Load {
  readonly posts: Post[] = [];
  /** Who has sent STOP; each once. */
  readonly stopped = new Set<string>();
  /** Long texts that came in, of several parts each: who wrote what. */
  readonly talks = new Map<string, string>();
  readonly problems: string[] = [];
  readonly #rig: Rig;
  readonly #roundMs: number;
  /** Who opts out as soon as anything comes. */
  readonly #impatient = new Set<string>();
  /** As committed when the modem was last asked for a prompt. */
  #optedOut: ReadonlySet<unknown> = new Set();
  #people = 0;

  /** Calls on applications and recipients every `roundMs` or a little less often. */
  constructor(rig: Rig, roundMs: number) {
    this.#rig = rig;
    this.#roundMs = roundMs;
    rig.modem.record.onEntry((entry) => {
      // Looked up now: what is committed after this, the daemon sees before it answers the prompt.
      if (entry.kind === 'command' && entry.line.startsWith('AT+CMGS=')) {
        const rows = rig.rows('SELECT number FROM suppressions');
        this.#optedOut = new Set(rows.map(({ number }) => number));
      }
      if (entry.kind === 'submit') this.#handed(entry);
    });
  }

  /** Goes on until the daemon is dead; throws when it does not die. */
  async until(running: Running): Promise<void> {
    const daemon = await this.#rig.listening(running).catch(() => undefined);
    const endMs = systemClock.monotonicMs() + limitMs;
    while (daemon !== undefined && !running.hasEnded()) {
      if (systemClock.monotonicMs() > endMs)
        throw new Error(`the daemon lives on: ${daemon.log.slice(-2_000)}`);
      if (!this.#hasEnough()) await this.round(daemon);
      await sleep(systemClock, this.#roundMs);
    }
  }

  /** Posts what is not answered yet; false when the daemon went away over it. */
  async post(daemon: Daemon): Promise<boolean> {
    for (const post of this.posts) {
      if (post.answer !== undefined) continue;
      const { body, reference } = post;
      const answer = await daemon
        .ask('POST /v1/messages', { body, idempotencyKey: reference })
        .catch(() => undefined);
      if (answer === undefined) return false;
      if (answer.status === 202) post.answer = 'accepted';
      else if (answer.status === 403 && this.stopped.has(post.to)) post.answer = 'refused';
      else throw new Error(`${reference} was answered: ${JSON.stringify(answer.body)}`);
    }
    return true;
  }

  /** Somebody who may have messages in the queue opts out. */
  optOutSomeone(): void {
    const someone = this.posts.findLast(({ to }) => !this.stopped.has(to));
    if (someone !== undefined) this.#stop(someone.to);
  }

  /** Everybody does one thing or two. */
  async round(daemon: Daemon): Promise<void> {
    const [friend, reader, impatient, leaver] = this.#fourNewPeople();
    this.#impatient.add(impatient);
    this.#add(friend, 'Your parcel came.', { category: 'transactional' });
    this.#add(reader, 'Read on and on. '.repeat(25));
    this.#add(impatient, 'News!', { campaign: 'news' });
    this.#add(impatient, 'More and more news. '.repeat(20), { campaign: 'news' });
    this.#add(leaver, 'An offer.', { campaign: 'offers' });
    this.#add(leaver, 'Another offer.');
    await this.post(daemon);
    this.#stop(leaver);
    this.#talk(reader);
  }

  #hasEnough(): boolean {
    const queued = `SELECT 1 FROM messages WHERE status IN ('queued', 'sending')`;
    return this.#rig.rows(queued).length > enoughQueued;
  }

  #fourNewPeople(): [string, string, string, string] {
    const next = () => {
      this.#people += 1;
      return `+4477009${String(10_000 + this.#people)}`;
    };
    return [next(), next(), next(), next()];
  }

  #add(to: string, text: string, more: Readonly<Record<string, string>> = {}): void {
    const reference = `order ${this.posts.length + 1}`;
    const body = { to, text: `${text} (${reference})`, reference, ...more };
    this.posts.push({ reference, to, body, answer: undefined });
  }

  #stop(number: string): void {
    if (this.stopped.has(number)) return;
    this.stopped.add(number);
    this.#rig.modem.receive({ from: number, text: 'STOP' });
  }

  #talk(number: string): void {
    const text = `The parcel came, and all is well, says ${number}. `.repeat(5).trim();
    this.talks.set(number, text);
    this.#rig.modem.receive({ from: number, text });
  }

  #handed({ hex, tpduLength }: RecordedSubmit): void {
    const pdu = decodePdu(hex, { tpduLength, direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') {
      this.problems.push(`the modem was handed no SUBMIT: ${hex}`);
      return;
    }
    const { value: to } = pdu.to;
    const text = pdu.text ?? '';
    if (this.#optedOut.has(to) && !isConfirmation(text)) {
      this.problems.push(`"${text}" was handed over after the STOP of ${to} was committed`);
    }
    if (this.#impatient.has(to)) this.#stop(to);
  }
}

export function isConfirmation(text: string): boolean {
  return text.startsWith('Corner Shop');
}
