/**
 * The services over a real database, with two modems and two people, as a model-based test drives
 * them; and what is remembered beside them to judge by. The power may fail at any reading of the
 * clock: what was not committed is gone, and the modems still hold what they were not told to delete.
 */
import { everything } from '../../src/domain/consent.js';
import type { LedgerFault } from '../../src/domain/consent-store.js';
import type { AtError } from '../../src/modem/at-error.js';
import type { ReceivedPdu, Submission, SubmitOutcome } from '../../src/modem/ports.js';
import { LinkOptOut } from '../../src/service/link-opt-out.js';
import { decodePdu, encodeDeliver } from '../../src/sms/index.js';
import { FakeClock } from '../support/fake-clock.js';
import { temporaryDirectory } from '../support/temporary-directory.js';
import { openTestServices, type TestServices } from '../support/test-services.js';

export const people = ['+447700900001', '+447700900002'] as const;
export const modems = ['main', 'second'] as const;
export type Modem = (typeof modems)[number];
export const brand = 'Corner Shop';

class PowerCut extends Error {}

/** A clock after so many readings of which the power fails. */
class FailingClock extends FakeClock {
  #left: number | undefined;

  failAfter(readings: number | undefined): void {
    this.#left = readings;
  }

  override now(): Date {
    if (this.#left !== undefined) {
      if (this.#left === 0) throw new PowerCut('the power failed');
      this.#left -= 1;
    }
    return super.now();
  }
}

/** What was handed to a modem. */
export interface Handed {
  readonly submission: Submission;
  readonly to: string;
  readonly text: string;
}

export class World {
  readonly #toml: string;
  readonly #dataDir = temporaryDirectory();
  readonly #clock = new FailingClock(new Date('2026-11-22T12:00:00.000Z'));
  #services: TestServices;
  /** On a SIM, not deleted yet. */
  readonly #onSim: ReceivedPdu[] = [];
  readonly #underWay = new Map<Modem, Submission>();
  #reference = 0;
  #arrivals = 0;
  /** All that was handed to a modem, in order. */
  readonly handed: Handed[] = [];

  constructor(scope: 'all' | 'campaign') {
    this.#toml = `[optout]\nbrand = "${brand}"\nscope = "${scope}"\nfooter = false\n`;
    this.#services = this.#open();
  }

  get services(): TestServices {
    return this.#services;
  }

  isBusy(modem: Modem): boolean {
    return this.#underWay.has(modem);
  }

  /** The modem asks for work; what it was given. */
  take(modem: Modem): Handed | undefined {
    const submission = this.#services.sender.next(modem);
    if (submission === undefined || !this.#services.sender.mayProceed(modem, submission)) {
      if (submission) this.#services.sender.settle(modem, submission, { kind: 'withdrawn' });
      return undefined;
    }
    const pdu = decodePdu(submission.hex, { direction: 'to-network' });
    if (pdu instanceof Error || pdu.type !== 'submit') throw new Error('no SUBMIT');
    const handed = { submission, to: `+${pdu.to.value.replace('+', '')}`, text: pdu.text ?? '' };
    this.handed.push(handed);
    this.#underWay.set(modem, submission);
    return handed;
  }

  settle(modem: Modem, ended: 'sent' | 'unknown', error: AtError): void {
    const submission = this.#underWay.get(modem);
    if (submission === undefined) return;
    this.#underWay.delete(modem);
    this.#reference = (this.#reference + 1) % 256;
    const outcome: SubmitOutcome =
      ended === 'sent' ? { kind: 'sent', reference: this.#reference } : { kind: 'unknown', error };
    this.#services.sender.settle(modem, submission, outcome);
  }

  /** A text reaches a SIM and is read; with `keep` the modem does not get to deleting it. */
  arrive(from: string, text: string, modem: Modem, keep: boolean): void {
    this.#reference = (this.#reference + 1) % 256;
    const parts = encodeDeliver({
      from,
      text,
      timestamp: { utc: this.#networkTime(), offsetMinutes: 0 },
      concatReference: this.#reference,
    });
    for (const { hex, tpduLength } of parts) {
      this.#onSim.push({ modem, hex, tpduLength, route: 'stored' });
    }
    this.sweep(keep);
  }

  /** The network stamps whole seconds; no two texts of this world bear the same. */
  #networkTime(): Date {
    this.#arrivals += 1;
    return new Date(this.#clock.now().getTime() + this.#arrivals * 1_000);
  }

  /** The modems read what they hold, and delete it unless something keeps them from it. */
  sweep(keep = false): void {
    for (const pdu of [...this.#onSim]) {
      this.#services.receiver.receive(pdu);
      if (keep) continue;
      this.#services.receiver.deleted(pdu);
      this.#onSim.splice(this.#onSim.indexOf(pdu), 1);
    }
  }

  /** Somebody opens the link of a message of `news` and ends that, or everything. */
  openLink(number: string, scope: string): void {
    const { links, consent, clock } = this.#services;
    const pages = new LinkOptOut({ links, consent, clock, languages: ['en'], scope: 'all' });
    const url = links.linkFor({ number, campaign: 'news', language: null });
    pages.act(url.slice(url.lastIndexOf('/') + 1), {
      choice: scope === everything ? 'all' : 'campaign',
      kind: 'link',
      request: { method: 'POST', address: undefined, userAgent: undefined },
    });
  }

  /** Does `act` while the power fails after so many readings of the clock, or at its end; starts again. */
  failDuring(act: () => void, readings: number): void {
    this.#clock.failAfter(readings);
    try {
      act();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    } finally {
      this.#clock.failAfter(undefined);
    }
    this.restart();
  }

  restart(): void {
    this.#services.store.close();
    this.#underWay.clear();
    this.#services = this.#open();
    this.#services.sender.recover();
    this.sweep();
  }

  /** What a look at the whole ledger finds wrong. */
  ledgerFaults(): readonly LedgerFault[] {
    const check = this.#services.store.ledger.check(new Set());
    for (;;) {
      const step = check.next();
      if (step.done) return step.value.faults;
    }
  }

  async wait(ms: number): Promise<void> {
    await this.#clock.advance(ms);
  }

  close(): void {
    this.#services.store.close();
  }

  #open(): TestServices {
    return openTestServices(this.#toml, this.#dataDir, this.#clock);
  }
}
