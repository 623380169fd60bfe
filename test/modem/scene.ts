/** A Modem under test with a queue and an inbox that write down all that they are told. */
import { silentLog } from '../../src/log.js';
import { Modem, type ModemOptions } from '../../src/modem/modem.js';
import type {
  Inbox,
  ModemStatus,
  ReceivedPdu,
  Submission,
  SubmissionSource,
  SubmitOutcome,
} from '../../src/modem/ports.js';

/** 1 octet of service centre, 14 of TPDU: a SUBMIT of "hi" to +46708251358. */
export const SUBMIT_HEX = '0001000B916407281553F8000002E834';

export class Queue implements SubmissionSource {
  readonly waiting: Submission[] = [];
  readonly claimed: string[] = [];
  readonly settled: { id: string; outcome: SubmitOutcome }[] = [];
  readonly late: { id: string; reference: number }[] = [];
  /** What `mayProceed` says, or does. */
  proceed: () => boolean = () => true;
  /** Called at each `next`, before anything else. */
  onNext: () => void = () => undefined;

  add(...ids: string[]): void {
    for (const id of ids) {
      this.waiting.push({ id, hex: SUBMIT_HEX, tpduLength: SUBMIT_HEX.length / 2 - 1 });
    }
  }

  next(): Submission | undefined {
    this.onNext();
    const submission = this.waiting.shift();
    if (submission !== undefined) this.claimed.push(submission.id);
    return submission;
  }

  mayProceed(): boolean {
    return this.proceed();
  }

  settle(_modem: string, submission: Submission, outcome: SubmitOutcome): void {
    this.settled.push({ id: submission.id, outcome });
  }

  settleLate(_modem: string, submission: Submission, reference: number): void {
    this.late.push({ id: submission.id, reference });
  }

  /** Ids with how they ended, in order. */
  get outcomes(): string[] {
    return this.settled.map(({ id, outcome }) => `${id} ${outcome.kind}`);
  }
}

export class Received implements Inbox {
  readonly pdus: ReceivedPdu[] = [];
  readonly deletions: ReceivedPdu[] = [];
  /** Called before a PDU is taken; a throw means that it could not be stored. */
  onReceive: (pdu: ReceivedPdu) => void = () => undefined;

  receive(pdu: ReceivedPdu): void {
    this.onReceive(pdu);
    this.pdus.push(pdu);
  }

  deleted(pdu: ReceivedPdu): void {
    this.deletions.push(pdu);
  }

  stillHeld(pdu: ReceivedPdu): void {
    this.deletions.splice(this.deletions.indexOf(pdu), 1);
  }

  get hexes(): string[] {
    return this.pdus.map(({ hex }) => hex);
  }
}

export interface Scene {
  readonly modem: Modem;
  readonly queue: Queue;
  readonly inbox: Received;
  readonly statuses: ModemStatus[];
}

/** Makes a modem, not yet started, that polls each 30 s and backs off without jitter. */
export function setScene(
  options: Pick<ModemOptions, 'connect' | 'clock'> & Partial<ModemOptions>,
): Scene {
  const queue = new Queue();
  const inbox = new Received();
  const statuses: ModemStatus[] = [];
  const modem = new Modem({
    name: 'main',
    port: 'test',
    pollSeconds: 30,
    init: [],
    log: silentLog,
    source: queue,
    inbox,
    onStatus: (status) => statuses.push(status),
    backOff: { minMs: 1_000, maxMs: 60_000, random: () => 0 },
    ...options,
  });
  return { modem, queue, inbox, statuses };
}
