/**
 * Reads what the modem has received and deletes it there once it is durable here.
 * Owns what is known to lie unread. PDUs are opaque: what they are is decided behind Inbox.
 */
import { checkpoint } from '../checkpoint.js';
import { sleep } from '../clock.js';
import { announcedLength, fieldsOf, listedMessage } from './at-answer.js';
import type { InformationLine } from './at-exchange.js';
import type { Deletions, Slot } from './deletions.js';
import { prefixed } from './line-looks.js';
import { chooseMemory, type MessageStorage, readStorage } from './message-storage.js';
import type { Inbox, ReceivedPdu } from './ports.js';
import { isRefusal, optional, type Session } from './session.js';

/** A full store at a slow rate takes long to list. */
const LIST_TIMEOUT_MS = 60_000;
const READ_TRIES = 3;
const RETRY_MS = 500;

export interface InboxReaderOptions {
  readonly modem: string;
  readonly inbox: Inbox;
  readonly deletions: Deletions;
  readonly session: Session;
}

export class InboxReader {
  readonly #modem: string;
  readonly #inbox: Inbox;
  readonly #deletions: Deletions;
  readonly #session: Session;
  #storage: MessageStorage = { memory: undefined, others: [] };
  /** Undefined while the modem is being set up: what comes directly then is counted, in case. */
  #acknowledges: boolean | undefined;
  /** Indices announced in our memory, in order; a set, since modems announce twice. */
  readonly #announced = new Set<number>();
  readonly #otherMemories = new Set<string>();
  #sweepDue: boolean = true;
  /** Handed over in +CMT or +CDS and not yet durable: this is the only copy. */
  #direct: ReceivedPdu[] = [];
  /** Durable, and the network is still to be told so. */
  #unacknowledged: ReceivedPdu[] = [];
  #isInboxFailing = false;

  constructor({ modem, inbox, deletions, session }: InboxReaderOptions) {
    this.#modem = modem;
    this.#inbox = inbox;
    this.#deletions = deletions;
    this.#session = session;
  }

  /** The modem is being set up: whether it wants acknowledgements is yet to be seen. */
  settingUp(): void {
    this.#acknowledges = undefined;
  }

  /** Tells what the initialisation chose. Everything is to be looked through once after it. */
  use(storage: MessageStorage, acknowledges: boolean): void {
    this.#storage = storage;
    this.#acknowledges = acknowledges;
    if (!acknowledges) {
      for (const pdu of this.#unacknowledged.splice(0)) this.#deletions.acknowledged(pdu);
    }
    this.#sweepDue = true;
    for (const memory of storage.others) this.#otherMemories.add(memory);
  }

  /** Whether anything is known to lie unread, or not known not to. */
  get pending(): boolean {
    return (
      this.#sweepDue ||
      this.#announced.size > 0 ||
      this.#otherMemories.size > 0 ||
      this.#direct.length > 0 ||
      this.#unacknowledged.length > 0
    );
  }

  /** +CMTI, +CDSI. */
  announced(memory: string, index: number | undefined): void {
    const known = this.#storage.memory;
    if (known !== undefined && memory !== '' && memory !== known && known !== 'MT') {
      this.#otherMemories.add(memory);
    } else if (index === undefined) {
      this.#sweepDue = true;
    } else {
      this.#announced.add(index);
      this.#deletions.refilled({ memory: known, index });
    }
  }

  sweepSoon(): void {
    this.#sweepDue = true;
  }

  /** +CMT, +CDS with the PDU: committed at once, before anything else is done. */
  takeDirect(line: string, hex: string): void {
    const pdu: ReceivedPdu = {
      modem: this.#modem,
      hex,
      tpduLength: announcedLength(line),
      route: 'direct',
      ...(this.#acknowledges !== false && { unacknowledged: true }),
    };
    this.#direct.push(pdu);
    this.#commitDirect();
  }

  /**
   * Reads all that is known to lie unread. False when something could not be read or made
   * durable: it is still pending then. Rejects only when the modem does not answer.
   */
  async read(): Promise<boolean> {
    if (!this.#commitDirect()) return false;
    for (let [pdu] = this.#unacknowledged; pdu !== undefined; [pdu] = this.#unacknowledged) {
      this.#unacknowledged.shift();
      const isTold = (await optional(this.#session, { text: 'AT+CNMA' })) !== undefined;
      if (!isTold) continue;
      checkpoint('after-delete');
      this.#deletions.acknowledged(pdu);
    }
    for (const index of [...this.#announced]) {
      // Struck out first: the slot may be filled and announced anew as soon as it is emptied.
      this.#announced.delete(index);
      if (!(await this.#readAnnounced(index))) {
        this.#announced.add(index);
        return false;
      }
    }
    if (this.#sweepDue) {
      this.#sweepDue = false;
      const swept = await this.#sweepOrKeepDue();
      if (!swept) return false;
      await readStorage(this.#session);
    }
    return this.#sweepOthers();
  }

  #commitDirect(): boolean {
    for (let [pdu] = this.#direct; pdu !== undefined; [pdu] = this.#direct) {
      if (!this.#receive(pdu)) return false;
      this.#direct.shift();
      if (!pdu.unacknowledged) continue;
      if (this.#acknowledges === false) this.#deletions.acknowledged(pdu);
      else this.#unacknowledged.push(pdu);
    }
    return true;
  }

  /** INVARIANT: nothing is deleted from the modem before `receive` has returned. */
  #receive(pdu: ReceivedPdu): boolean {
    try {
      this.#inbox.receive(pdu);
      checkpoint('after-inbound-commit');
      this.#isInboxFailing = false;
      return true;
    } catch (error) {
      // It is tried again every few seconds: said once until it works again.
      const level = this.#isInboxFailing ? 'debug' : 'error';
      this.#session.log[level]({ err: error }, 'a message was read and could not be stored');
      this.#isInboxFailing = true;
      return false;
    }
  }

  /** Reads one slot. An index that turns out empty or unreadable leads to a sweep. */
  async #readAnnounced(index: number): Promise<boolean> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const [message] = await this.#session.channel.command({
          text: `AT+CMGR=${index}`,
          information: prefixed('+CMGR'),
          pduFollows: true,
        });
        if (message?.pdu !== undefined) {
          const slot = { memory: this.#storage.memory, index };
          return await this.#keep(slot, message.pdu, announcedLength(message.line));
        }
      } catch (error) {
        if (!isRefusal(error)) throw error;
        this.#session.log.debug({ reason: error.message, attempt }, 'not to be read yet');
      }
      if (attempt === READ_TRIES) {
        this.#sweepDue = true;
        return true;
      }
      await sleep(this.#session.clock, RETRY_MS, this.#session.channel.signal);
    }
  }

  /** Stores, then deletes. A failing delete is no failure: the next sweep finds it again. */
  async #keep(slot: Slot, hex: string, tpduLength: number | undefined): Promise<boolean> {
    const { index } = slot;
    const pdu: ReceivedPdu = { modem: this.#modem, hex, tpduLength, route: 'stored' };
    if (this.#deletions.stillHeld(slot, hex)) {
      this.#session.log.warn({ index }, 'the modem still holds what it said it had deleted');
    } else if (!this.#receive(pdu)) {
      return false;
    }
    // Announced up to now, it was announced as what was read.
    this.#announced.delete(index);
    if ((await optional(this.#session, { text: `AT+CMGD=${index}` })) === undefined) {
      this.#session.log.warn({ index }, 'a message was stored but not deleted from the modem');
      return true;
    }
    checkpoint('after-delete');
    this.#deletions.claimed(slot, pdu);
    // It was announced anew before the OK, so that what was read has gone.
    if (this.#announced.has(index)) this.#deletions.refilled(slot);
    return true;
  }

  async #sweepOrKeepDue(): Promise<boolean> {
    let swept = false;
    try {
      swept = await this.#sweep(this.#storage.memory);
    } finally {
      if (!swept) this.#sweepDue = true;
    }
    return swept;
  }

  /** Lists and keeps all of `memory`, the one in use. One bad message does not hold up the others. */
  async #sweep(memory: string | undefined): Promise<boolean> {
    const listed = await this.#list();
    if (listed === undefined) return false;
    const messages = listed.flatMap(({ line, pdu }) => {
      const message = isOwn(line) ? undefined : listedMessage(line);
      return message === undefined ? [] : [{ ...message, pdu }];
    });
    this.#deletions.listed(memory, new Map(messages.map(({ index, pdu }) => [index, pdu])));
    let complete = true;
    for (const { index, length, pdu } of messages) {
      if (pdu === undefined) {
        this.#session.log.warn({ index }, 'a message was listed without its PDU');
      } else if (!(await this.#keep({ memory, index }, pdu, length))) {
        complete = false;
      }
    }
    return complete;
  }

  async #list(): Promise<readonly InformationLine[] | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const listed = await optional(this.#session, {
        text: 'AT+CMGL=4',
        information: prefixed('+CMGL'),
        pduFollows: true,
        timeoutMs: LIST_TIMEOUT_MS,
      });
      if (listed !== undefined || attempt === READ_TRIES) return listed;
      await sleep(this.#session.clock, RETRY_MS, this.#session.channel.signal);
    }
  }

  /** Looks into memories that are not in use: each is chosen for reading, then ours again. */
  async #sweepOthers(): Promise<boolean> {
    const ours = this.#storage.memory;
    for (const memory of [...this.#otherMemories]) {
      if (ours !== undefined && (await chooseMemory(this.#session, memory))) {
        const swept = await this.#sweep(memory);
        // Throws when the way back is barred: the modem is initialised anew.
        await this.#session.channel.command({
          text: `AT+CPMS="${ours}"`,
          information: prefixed('+CPMS'),
        });
        if (!swept) return false;
      }
      this.#otherMemories.delete(memory);
    }
    return true;
  }
}

/** `<stat>` 2 and 3 are drafts and copies of messages of one's own (27.005 §3.1), not received. */
function isOwn(line: string): boolean {
  const status = fieldsOf(line)[1];
  return status === '2' || status === '3';
}
