/**
 * What a soak knows of each message: how often the network took each part that was posted, and what
 * was sent to the modem. Compares it with the database in the end. Counts in arrays of one size, so
 * that the memory of the gateway can be measured beside it. Plays nothing and posts nothing.
 */
import Database from 'better-sqlite3';
import type { RecordedSubmit } from '../../src/simulator/index.js';
import { decodePdu } from '../../src/sms/index.js';

/** How a message to the modem is made, and what has to become of it. */
export const inboundKinds = ['none', 'short', 'long', 'incomplete', 'damaged'] as const;
export type InboundKind = (typeof inboundKinds)[number];

export const recipientCount = 2_000;
const maxParts = 2;
const maxProblems = 50;
const confirmation = /unsubscribed/;

export const recipient = (place: number) => `+4477009${10_000 + place}`;
const placeOf = (number: string) => Number(number.slice(-5)) - 10_000;
export const oldSender = '+447700900789';

/** The text of message `index`, of one part or two: each tells which one it is. */
export function outboundText(index: number): string {
  const [words, repeated] = index % 17 === 0 ? ['Zażółć gęślą', 5] : ['An offer', 15];
  return `${words} #${index} `.repeat(index % 11 === 0 ? repeated : 1).trim();
}

/** The text of message `index` to the modem; what is there to be joined has two parts. */
export function inboundText(index: number, kind: InboundKind): string {
  const isLong = kind === 'long' || kind === 'incomplete';
  return `@${index}; ${'The parcel came, and all is well. '.repeat(isLong ? 6 : 1)}`.trim();
}

export class Oracle {
  readonly problems: string[] = [];
  readonly #accepted: Uint8Array;
  readonly #inbound: Uint8Array;
  readonly #stops = new Uint8Array(recipientCount);
  readonly #confirmations = new Uint8Array(recipientCount);
  readonly #hasOptedOut: (number: string) => boolean;
  #oldMessages = 0;

  /** @param hasOptedOut whether an opt-out of this number is committed at this moment */
  constructor(messages: number, hasOptedOut: (number: string) => boolean) {
    this.#accepted = new Uint8Array((messages + 1) * maxParts);
    this.#inbound = new Uint8Array(messages + 1);
    this.#hasOptedOut = hasOptedOut;
  }

  cameIn(index: number, kind: InboundKind): void {
    this.#inbound[index] = inboundKinds.indexOf(kind);
  }

  saidStop(place: number): void {
    this.#stops[place] = this.stopsOf(place) + 1;
  }

  stopsOf(place: number): number {
    return this.#stops[place] ?? 0;
  }

  putOldMessages(count: number): void {
    this.#oldMessages += count;
  }

  /** To be told of every PDU that the modem was handed, at once. */
  handedOver({ hex, tpduLength, outcome }: RecordedSubmit): void {
    const pdu = decodePdu(hex, { tpduLength, direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') {
      if (outcome === 'accepted') this.#report(`the network took no SUBMIT: ${hex}`);
      return;
    }
    const text = pdu.text ?? '';
    const to = pdu.to.value;
    if (confirmation.test(text)) {
      const place = placeOf(to);
      if (outcome === 'accepted') this.#confirmations[place] = this.#confirmationsOf(place) + 1;
      return;
    }
    if (this.#hasOptedOut(to)) this.#report(`"${text}" was handed over after the STOP of ${to}`);
    const index = Number(/#(\d+)/.exec(text)?.[1] ?? Number.NaN);
    const cell = cellOf(index, pdu.concat?.sequence ?? 1);
    if (this.#accepted[cell] === undefined) this.#report(`"${text}" was never posted`);
    else if (outcome === 'accepted') this.#accepted[cell] += 1;
  }

  /** Compares what is in the database with what is known; `open` parts are a problem, too. */
  compare(database: string): void {
    const db = new Database(database, { readonly: true });
    try {
      this.#compareParts(db);
      this.#compareInbound(db);
    } finally {
      db.close();
    }
    for (let place = 0; place < recipientCount; place += 1) {
      const confirmed = this.#confirmationsOf(place);
      if (confirmed > Math.min(1, this.stopsOf(place)))
        this.#report(`${recipient(place)}: ${confirmed} confirmations`);
      if (this.stopsOf(place) > 0 && !this.#hasOptedOut(recipient(place)))
        this.#report(`the STOP of ${recipient(place)} is lost`);
    }
  }

  #compareParts(db: Database.Database): void {
    const parts = db.prepare<[], { index: number; sequence: number; status: string }>(
      `SELECT CAST(m.reference AS INTEGER) AS "index", p.sequence, p.status FROM message_parts p
        JOIN messages m ON m.id = p.message_id WHERE m.reference IS NOT NULL`,
    );
    const expected = new Uint8Array(this.#accepted.length);
    for (const { index, sequence, status } of parts.iterate()) {
      const cell = cellOf(index, sequence);
      expected[cell] = 1;
      const taken = this.#accepted[cell] ?? 0;
      const allowed = takings[status];
      if (allowed === undefined || !allowed.includes(taken))
        this.#report(
          `message ${index}/${sequence} is ${status}; the network took it ${taken} times`,
        );
    }
    for (const [cell, taken] of this.#accepted.entries()) {
      if (taken > 0 && expected[cell] === 0) this.#report(`cell ${cell} was sent, not posted`);
    }
  }

  #compareInbound(db: Database.Database): void {
    const rows = db.prepare<[], { sender: string; text: string; action: string | null }>(
      'SELECT sender, text, action FROM inbound',
    );
    const came = new Uint8Array(this.#inbound.length);
    const stops = new Uint8Array(recipientCount);
    let old = 0;
    let unknown = 0;
    for (const { sender, text, action } of rows.iterate()) {
      const index = Number(/^@(\d+);/.exec(text)?.[1] ?? Number.NaN);
      const count = came[index];
      if (text === 'STOP' && action === 'opt_out') {
        stops[placeOf(sender)] = (stops[placeOf(sender)] ?? 0) + 1;
      } else if (sender === oldSender) {
        old += 1;
      } else if (count === undefined) {
        unknown += 1;
      } else {
        came[index] = count + 1;
        const kind = this.#kindOf(index);
        if (kind !== 'damaged' && text !== inboundText(index, kind))
          this.#report(`message ${index} came in as "${text}"`);
        if (action !== null) this.#report(`message ${index} was taken for ${action}`);
      }
    }
    let damaged = 0;
    for (const [index, count] of came.entries()) {
      const kind = this.#kindOf(index);
      if (kind === 'damaged') damaged += 1;
      const [least, most] = comings[kind];
      if (count < least || count > most)
        this.#report(`message ${index} (${kind}) came in ${count} times`);
    }
    for (const [place, count] of stops.entries()) {
      if (count !== this.stopsOf(place))
        this.#report(`${recipient(place)} said STOP ${this.stopsOf(place)} times, not ${count}`);
    }
    if (unknown > damaged) this.#report(`${unknown} messages came in that nobody sent`);
    if (old > this.#oldMessages) this.#report(`${old} old messages, not ${this.#oldMessages}`);
  }

  #kindOf(index: number): InboundKind {
    return inboundKinds[this.#inbound[index] ?? 0] ?? 'none';
  }

  #confirmationsOf(place: number): number {
    return this.#confirmations[place] ?? 0;
  }

  #report(problem: string): void {
    if (this.problems.length < maxProblems) this.problems.push(problem);
  }
}

/** How often the network may have taken a part that ended so. */
const takings: Readonly<Record<string, readonly number[]>> = {
  sent: [1],
  delivered: [1],
  failed: [0],
  canceled: [0],
  expired: [0],
  unconfirmed: [0, 1],
};

/** How many rows a message may become. */
const comings: Readonly<Record<InboundKind, readonly [number, number]>> = {
  none: [0, 0],
  short: [1, 1],
  long: [1, 1],
  incomplete: [0, 0],
  damaged: [0, 1],
};

function cellOf(index: number, sequence: number): number {
  return index * maxParts + sequence - 1;
}
