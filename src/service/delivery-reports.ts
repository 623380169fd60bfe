/**
 * Which part a delivery report speaks of, and what it makes of it. A report names a modem's reference,
 * which recurs after 256 messages, and a number; so its age is looked at as well. Reports that come
 * before the modem's answer are kept until that came.
 */
import type { Clock } from '../clock.js';
import type { Reported, ReportedPart } from '../domain/message-store.js';
import type { Store } from '../domain/ports.js';
import { deliveryState } from '../sms/index.js';

/** A delivery report as the codec read it. */
export interface DeliveryReport extends Reported {
  /** TP-ST. */
  readonly status: number;
  /** TP-SCTS: when the service centre took the message; null when it is no time. */
  readonly takenAt: string | null;
}

/** How long after its submission a report may come: TP-VP's longest would be 63 weeks; references recur. */
const reportWindowMs = 7 * 24 * 3_600_000;
/** The service centre's clock and ours, and the time that a submission takes, may differ by this. */
const sameTimeMs = 10 * 60_000;
/** A modem may take two minutes to answer; after more the reference may be another message's. */
const earlyReportMs = 180_000;
const maxEarlyReports = 100;

export class DeliveryReports {
  readonly #store: Store;
  readonly #clock: Clock;
  #early: { readonly report: DeliveryReport; readonly atMs: number }[] = [];

  constructor(options: { readonly store: Store; readonly clock: Clock }) {
    this.#store = options.store;
    this.#clock = options.clock;
  }

  /** Settles the part that the report speaks of; false when none is known (yet). */
  take(report: DeliveryReport): boolean {
    if (this.#settle(report)) return true;
    this.#early.push({ report, atMs: this.#clock.monotonicMs() });
    if (this.#early.length > maxEarlyReports) this.#early.shift();
    return false;
  }

  /** The modem's answer about a part to `to` came, or will not: what was kept for it is looked at again. */
  answered(modem: string, to: string): void {
    if (this.#early.length === 0) return;
    const oldestMs = this.#clock.monotonicMs() - earlyReportMs;
    this.#early = this.#early
      .filter(({ atMs }) => atMs >= oldestMs)
      .filter(({ report }) => report.modem !== modem || report.to !== to || !this.#settle(report));
  }

  #partOf(report: DeliveryReport): ReportedPart | undefined {
    const { reported } = this.#store.messages;
    const since = new Date(this.#clock.now().getTime() - reportWindowMs).toISOString();
    const named = reported.withReference(report, since);
    // It may be about the part that the modem has right now, whose reference is not known yet.
    const underWay = reported.underWay(report);
    const sameTime = nearest(underWay ? [...named, underWay] : named, report.takenAt);
    if (sameTime && sameTime !== underWay) return sameTime;
    if (underWay) return undefined;
    const unanswered = reported.unanswered(report, since);
    // Where no time tells parts apart it is the latest that is open; else the report is a repeated one.
    return (
      nearest(unanswered, report.takenAt) ?? named.find(isOpen) ?? named[0] ?? unanswered.at(-1)
    );
  }

  /** Whether there is a part that the report speaks of; says what became of it. */
  #settle(report: DeliveryReport): boolean {
    const part = this.#partOf(report);
    if (part === undefined) return false;
    const state = deliveryState(report.status);
    if (!isOpen(part) || (state === 'pending' && part.status === 'sent')) return true;
    this.#store.messages.changePart(part.messageId, part.sequence, {
      status: state === 'delivered' ? 'delivered' : state === 'failed' ? 'undelivered' : 'sent',
      at: this.#clock.now().toISOString(),
      modemReference: report.reference,
      ...(state === 'failed' && {
        error: { code: 'undelivered', message: `the network gave up: TP-Status ${report.status}` },
      }),
    });
    return true;
  }
}

/** Whether a report can still say something new about it. */
function isOpen(part: ReportedPart): boolean {
  return part.status === 'sent' || part.status === 'unconfirmed';
}

/** The part that a modem was given when the service centre took the message, if any was. */
function nearest(parts: readonly ReportedPart[], takenAt: string | null): ReportedPart | undefined {
  if (takenAt === null) return undefined;
  const distance = (part: ReportedPart) =>
    Math.abs(Date.parse(part.claimedAt) - Date.parse(takenAt));
  return parts
    .filter((part) => distance(part) <= sameTimeMs)
    .sort((one, other) => distance(one) - distance(other))[0];
}
