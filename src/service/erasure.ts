/**
 * Erases a person: what they wrote and were written goes, an opt-out stays under a pseudonym that
 * still blocks. Knows which PDUs are theirs; where all of it stands is the store's affair.
 */
import { type Clock, sleep } from '../clock.js';
import { everything } from '../domain/consent.js';
import type { Erased, UnownedPdu } from '../domain/consent-store.js';
import type { MessageError } from '../domain/message.js';
import { type E164, senderOf } from '../domain/phone-number.js';
import type { Store } from '../domain/ports.js';
import { decodePdu, PduError } from '../sms/index.js';
import type { ConsentService } from './consent.js';

export interface ErasureOptions {
  readonly store: Store;
  readonly consent: ConsentService;
  readonly clock: Clock;
  /** How numbers without `+` are read. */
  readonly country: string;
}

export interface ErasureRequest {
  readonly number: E164;
  /** Who asked for it; kept in the ledger. */
  readonly by: string;
  readonly reason: string | undefined;
}

export type ErasureResult =
  | {
      readonly kind: 'erased';
      readonly erased: Erased;
      /** How many webhook deliveries about them were deleted, told or not. */
      readonly deliveries: number;
      /** How many of the messages had not been sent. */
      readonly canceled: number;
      /** A doubtful reply was taken for an opt-out, since nobody can look at it any more. */
      readonly doubtDecided: boolean;
      /** Whether an opt-out stays, and blocks. */
      readonly stillBlocked: boolean;
      /** False: the files could not be written anew, and may hold remains of what was deleted. */
      readonly scrubbed: boolean;
    }
  /** A modem has a message to them, or a text of theirs, at this moment. */
  | {
      readonly kind: 'under-way';
      readonly what: 'sending' | 'receiving';
      readonly canceled: number;
    };

const canceledByErasure: MessageError = { code: 'erased', message: 'the recipient was erased' };
/** A text that a modem could not let go of for longer is erased all the same. */
const longestOnModemMs = 24 * 3_600_000;
const scrubTries = 5;
const scrubPauseMs = 500;

/**
 * INVARIANT: at most once holds for a person who is erased. A message that a modem has now keeps its
 * rows until it is known what became of it; what still waits is canceled before anything else.
 */
export async function erasePerson(
  options: ErasureOptions,
  request: ErasureRequest,
): Promise<ErasureResult> {
  const { store, clock } = options;
  const canceled = store.transaction(() => cancelWaiting(options, request.number));
  const result = store.transaction(() => erase(options, request));
  if (typeof result === 'string') return { kind: 'under-way', what: result, canceled };
  let scrubbed = store.erasure.scrub();
  for (let tries = 1; !scrubbed && tries < scrubTries; tries += 1) {
    await sleep(clock, scrubPauseMs);
    scrubbed = store.erasure.scrub();
  }
  return { kind: 'erased', ...result, canceled, scrubbed };
}

function cancelWaiting({ store, clock }: ErasureOptions, number: E164): number {
  const at = clock.now().toISOString();
  const open = store.messages.openTo(number);
  for (const { id } of open) store.messages.endQueued(id, 'canceled', canceledByErasure, at);
  return open.filter(({ id }) => store.messages.find(id)?.status === 'canceled').length;
}

function erase({ store, consent, clock, country }: ErasureOptions, request: ErasureRequest) {
  const { number, by, reason } = request;
  const now = clock.now();
  const since = new Date(now.getTime() - longestOnModemMs).toISOString();
  const underWay = store.erasure.underWay(number, since);
  if (underWay !== undefined) return underWay;

  const doubtDecided = store.reviews.isOpen(number);
  if (doubtDecided) {
    consent.optOut({ number, scope: everything, source: 'review', evidence: { by: 'erase' } });
  }
  store.consent.append(
    {
      kind: 'erased',
      number: store.consent.pseudonymOf(number),
      scope: everything,
      source: 'cli',
      evidence: { by, ...(reason !== undefined && { reason }) },
    },
    now.toISOString(),
  );
  const gone = eraseRows(store, number, country);
  const stillBlocked = store.consent.suppressionsOf(number).length > 0;
  return { ...gone, doubtDecided, stillBlocked };
}

/** Takes a person out of the tables; the ledger must have the event `erased` by then. In a transaction. */
export function eraseRows(
  store: Store,
  number: string,
  country: string,
): { readonly erased: Erased; readonly deliveries: number } {
  const pdus = [...store.erasure.unownedPdus()]
    .filter((pdu) => isAbout(pdu, number, country))
    .map(({ id }) => id);
  const erased = store.erasure.erase(number, pdus);
  // What waits of them goes unsaid: it could be told for two days more only by keeping who they are.
  const deliveries = store.webhooks.forget(number);
  return { erased, deliveries };
}

/** Whether a PDU is from `number` or reports on a message to it; of one that cannot be read, whether it has its digits. */
function isAbout({ hex, tpduLength }: UnownedPdu, number: string, country: string): boolean {
  const decoded = decodePdu(hex, {
    direction: 'from-network',
    ...(tpduLength !== undefined && { tpduLength }),
  });
  if (decoded instanceof PduError || !('to' in decoded || 'from' in decoded)) {
    return hex.toUpperCase().includes(semiOctets(number));
  }
  const address = decoded.type === 'deliver' ? decoded.from : decoded.to;
  const party = senderOf(address, country);
  return party.kind === 'number' && party.number === number;
}

/** The digits as a PDU has them: two to an octet, the second one first (3GPP TS 23.040 §9.1.2.3). */
function semiOctets(number: string): string {
  const digits = number.slice(1);
  const pairs = (digits.length % 2 === 0 ? digits : `${digits}F`).match(/../gu) ?? [];
  return pairs.map((pair) => `${pair[1] ?? ''}${pair[0] ?? ''}`).join('');
}
