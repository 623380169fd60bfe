/**
 * What the modems hand over: keeps the raw PDU, decodes it, joins long messages, understands the
 * reply and acts on it, all in one transaction. The modem deletes its copy only after that.
 */
import { createHash } from 'node:crypto';
import type { Clock } from '../clock.js';
import type { Inbound as InboundMessage, InboundPart } from '../domain/inbound-store.js';
import { maskNumber, senderOf } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import { newId } from '../ids.js';
import type { Log } from '../log.js';
import type { Inbox, ReceivedPdu } from '../modem/ports.js';
import { type Deliver, decodePdu, type Pdu, PduError, type StatusReport } from '../sms/index.js';
import type { ReplyService } from './replies.js';
import type { Sender } from './sender.js';

export interface ReceiverOptions {
  readonly store: Store;
  readonly replies: ReplyService;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly log: Log;
  /** How numbers without `+` are read. */
  readonly country: string;
  /** Told after each commit that put an answer into the queue or took messages out of it. */
  readonly onQueued: () => void;
}

/** A long message whose parts have not all come by then is taken as it is. */
const partsWindowMs = 24 * 3_600_000;

export class Receiver implements Inbox {
  readonly #options: ReceiverOptions;

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  /**
   * INVARIANT: no lost opt-out. Raw row, decoding, joining, opt-out, cancellations and confirmation
   * are one transaction; a throw leaves the message on the modem.
   */
  receive(pdu: ReceivedPdu): void {
    const { store, clock, onQueued } = this.#options;
    const receivedAt = clock.now().toISOString();
    const afterCommit = store.transaction((): (() => void) | undefined => {
      const receivedId = store.inbound.keep({ ...pdu, receivedAt });
      if (receivedId === undefined) return undefined;
      return this.#read(pdu, receivedId, receivedAt);
    });
    afterCommit?.();
    onQueued();
  }

  deleted(pdu: ReceivedPdu): void {
    this.#options.store.inbound.markDeleted(
      pdu.modem,
      pdu.hex,
      this.#options.clock.now().toISOString(),
    );
  }

  stillHeld(pdu: ReceivedPdu): void {
    this.#options.store.inbound.markHeld(pdu.modem, pdu.hex);
  }

  /** Takes long messages whose rest never came as far as they go; called at start and now and then. */
  takeOverdueParts(): void {
    const { store, clock } = this.#options;
    const before = new Date(clock.now().getTime() - partsWindowMs).toISOString();
    for (const parts of store.inbound.overdueParts(before)) {
      store.transaction(() => this.#take(firstOfEach(parts), false))();
    }
  }

  #read(pdu: ReceivedPdu, receivedId: number, receivedAt: string): () => void {
    const { store, log } = this.#options;
    const decoded = decode(pdu);
    if (decoded instanceof PduError) {
      store.inbound.classify(receivedId, 'undecodable', decoded.message);
      return () =>
        log.warn(
          { modem: pdu.modem, received: receivedId, problem: decoded.message },
          'kept a PDU that cannot be read',
        );
    }
    switch (decoded.type) {
      case 'deliver': {
        store.inbound.classify(receivedId, 'deliver', decoded.warnings.join('; ') || null);
        const told = this.#deliver(decoded, pdu, receivedId, receivedAt);
        if (!decoded.truncated) return told;
        return () => {
          log.warn(
            { modem: pdu.modem, received: receivedId, problem: decoded.warnings.join('; ') },
            'a message came cut off; it is taken as far as it can be read',
          );
          told();
        };
      }
      case 'status-report':
        store.inbound.classify(receivedId, 'status-report', null);
        return this.#statusReport(decoded, pdu);
      default:
        store.inbound.classify(
          receivedId,
          'other',
          `a ${decoded.type} is nothing that a network delivers`,
        );
        return () =>
          log.warn(
            { modem: pdu.modem, received: receivedId, type: decoded.type },
            'kept a PDU of another type',
          );
    }
  }

  #deliver(deliver: Deliver, pdu: ReceivedPdu, receivedId: number, receivedAt: string): () => void {
    const { store, log, country } = this.#options;
    const sender = senderOf(deliver.from, country);
    const part: InboundPart = {
      receivedId,
      sender: sender.kind === 'number' ? sender.number : sender.value,
      senderNumber: sender.kind === 'number' ? sender.number : null,
      text: deliver.text ?? '',
      encoding: deliver.encoding,
      sentAt: deliver.timestamp?.utc ?? null,
      modem: pdu.modem,
      receivedAt,
      concat: joinable(deliver),
    };
    if (part.concat === null) return this.#take([part], true);

    const since = new Date(Date.parse(receivedAt) - partsWindowMs).toISOString();
    if (store.inbound.hasPart(pdu.hex, since)) {
      store.inbound.classify(receivedId, 'deliver', 'a part that came before');
      return () => log.debug({ modem: pdu.modem, received: receivedId }, 'a part that came before');
    }
    store.inbound.keepPart(part);
    const parts = firstOfEach(store.inbound.waitingParts(part, since));
    if (parts.length === part.concat.total) return this.#take(parts, true);
    return () =>
      log.info(
        {
          modem: pdu.modem,
          from: maskNumber(part.sender),
          have: parts.length,
          of: part.concat?.total,
        },
        'received a part of a long message',
      );
  }

  /** Writes one received message, whole or as much of it as came, and does what it asks for. */
  #take(parts: readonly InboundPart[], complete: boolean): () => void {
    const { store, replies, clock, log } = this.#options;
    const last = parts.at(-1);
    const first = parts[0];
    if (!first || !last) return () => undefined;
    const text = parts.map((part) => part.text).join('');
    const number = first.senderNumber;
    const reply = replies.understand(text, number);
    const fingerprint = createHash('sha256').update(reply.cleaned).digest('hex').slice(0, 32);
    const action = number === null ? null : reply.action;
    const inbound: InboundMessage = {
      id: newId('in', clock),
      from: first.sender,
      text,
      modem: last.modem,
      receivedAt: clock.now().toISOString(),
      sentAt: first.sentAt,
      encoding: parts.some((part) => part.encoding === 'ucs2') ? 'ucs2' : first.encoding,
      parts: first.concat?.total ?? 1,
      action: action === 'doubtful' ? null : action,
    };
    store.inbound.insert(inbound, {
      receivedIds: parts.map((part) => part.receivedId),
      fingerprint,
      rule: action === null ? null : reply.rule,
      complete,
    });
    const answered =
      number !== null && action !== null
        ? replies.act({ number, inbound, action, reply, fingerprint })
        : undefined;
    return () => {
      const { id, modem } = inbound;
      const from = maskNumber(inbound.from);
      log.info({ id, modem, from, parts: inbound.parts, action, answered }, 'received');
      if (action === 'doubtful') {
        log.warn({ id, modem, from }, 'a reply may be an opt-out: see "stopgate review list"');
      }
    };
  }

  #statusReport(report: StatusReport, pdu: ReceivedPdu): () => void {
    const { sender, log, country } = this.#options;
    const recipient = senderOf(report.to, country);
    const settled =
      recipient.kind === 'number' &&
      sender.report({
        modem: pdu.modem,
        to: recipient.number,
        reference: report.reference,
        status: report.status,
        takenAt: report.timestamp?.utc ?? null,
      });
    return () =>
      log.debug({ modem: pdu.modem, reference: report.reference, settled }, 'delivery report');
  }
}

/** A length that the modem announced wrongly must not cost a reply: the octets themselves decide. */
function decode(pdu: ReceivedPdu): Pdu | PduError {
  const options = { direction: 'from-network' } as const;
  if (pdu.tpduLength === undefined) return decodePdu(pdu.hex, options);
  const exact = decodePdu(pdu.hex, { ...options, tpduLength: pdu.tpduLength });
  const isCut = exact instanceof PduError || ('truncated' in exact && exact.truncated);
  return isCut ? decodePdu(pdu.hex, options) : exact;
}

function joinable(deliver: Deliver): InboundPart['concat'] {
  const concat = deliver.concat;
  if (!concat || concat.total < 2 || concat.sequence < 1 || concat.sequence > concat.total)
    return null;
  return { reference: concat.reference, total: concat.total, sequence: concat.sequence };
}

/** One part a sequence number, in order; networks deliver parts twice. */
function firstOfEach(parts: readonly InboundPart[]): readonly InboundPart[] {
  const bySequence = new Map<number, InboundPart>();
  for (const part of parts) {
    const sequence = part.concat?.sequence ?? 1;
    if (!bySequence.has(sequence)) bySequence.set(sequence, part);
  }
  return [...bySequence.entries()].sort(([a], [b]) => a - b).map(([, part]) => part);
}
