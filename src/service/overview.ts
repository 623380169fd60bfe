/**
 * The gateway at a glance, made from the store alone, so that a command beside the daemon can tell it;
 * and what of it needs a person. No number and no text is in it.
 */
import type { Clock } from '../clock.js';
import type { Activity } from '../domain/activity-store.js';
import type { Store } from '../domain/ports.js';
import { type ModemSettings, type ModemSummary, summariseModems } from './modem-summary.js';

export interface Overview {
  /** ISO 8601, as are all times here. */
  readonly at: string;
  readonly isRunning: boolean;
  readonly modems: readonly ModemSummary[];
  readonly queue: {
    readonly messages: number;
    readonly held: number;
    /** When the first message that waits was due; null: none is due yet. */
    readonly oldestDueAt: string | null;
  };
  /** Since midnight, by the machine's time zone. */
  readonly today: Activity;
  readonly optOuts: {
    /** Since the ledger began. */
    readonly bySource: readonly { readonly source: string; readonly count: number }[];
    /** Lines of the suppression list. */
    readonly suppressions: number;
    readonly openReviews: number;
  };
  readonly webhooks: { readonly waiting: number; readonly dead: number };
  /** Since when times were written by a clock that may be wrong. */
  readonly clockDoubtedSince: string | null;
  /** Why it cannot be written, in words; null: it can. */
  readonly databaseProblem: string | null;
  /** Without the write-ahead log. */
  readonly databaseBytes: number;
  /** When the last backup was made; null: never, as far as is known. */
  readonly lastBackupAt: string | null;
  /** Octets that are left on the disk of the database; null where nobody knows. */
  readonly freeBytes: number | null;
}

export interface Trouble {
  /** `fault`: something does not work. `warning`: it will not for long, or waits for a person. */
  readonly level: 'fault' | 'warning';
  /** No full stop. */
  readonly what: string;
  readonly remedy: string;
}

export interface OverviewOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly modems: readonly ModemSettings[];
  readonly isRunning: boolean;
  readonly freeBytes: number | null;
}

/** A message that waits for longer, though a modem could take it, waits for something else. */
const longestWaitMs = 15 * 60_000;
/** A modem that starts, or is plugged in again, needs some seconds. */
const patienceMs = 60_000;
const weakDbm = -105;
const fullShare = 0.8;
const scarceBytes = 100_000_000;

/** Throws when the store cannot be read. */
export function overviewOf(options: OverviewOptions): Overview {
  const { store, clock, modems, isRunning, freeBytes } = options;
  const now = clock.now();
  const midnight = new Date(now);
  midnight.setHours(0, 0, 0, 0);
  const figures = store.figures.read();
  const countOf = (counts: readonly { status: string; count: number }[], status: string) =>
    counts.find((each) => each.status === status)?.count ?? 0;
  const { oldestDueAt } = figures;
  return {
    at: now.toISOString(),
    isRunning,
    modems: summariseModems({ store, clock, modems }).map((modem) =>
      isRunning ? modem : { ...modem, state: 'stopped' },
    ),
    queue: {
      messages: countOf(figures.messages, 'queued') + countOf(figures.messages, 'sending'),
      held: countOf(figures.messages, 'held'),
      oldestDueAt: oldestDueAt !== null && oldestDueAt <= now.toISOString() ? oldestDueAt : null,
    },
    today: store.activity.since(midnight.toISOString()),
    optOuts: {
      bySource: figures.events
        .filter(({ kind }) => kind === 'opt_out')
        .map(({ source, count }) => ({ source, count })),
      suppressions: figures.suppressions,
      openReviews: figures.openReviews,
    },
    webhooks: {
      waiting: countOf(figures.webhookDeliveries, 'waiting'),
      dead: countOf(figures.webhookDeliveries, 'dead'),
    },
    clockDoubtedSince: store.doubtedSince()?.toISOString() ?? null,
    lastBackupAt: store.backup.lastMadeAt() ?? null,
    databaseProblem: problemOf(store),
    databaseBytes: figures.octets,
    freeBytes,
  };
}

/** A failure is told of in the overview. */
function problemOf(store: Store): string | null {
  try {
    store.probe();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What needs a person, faults first. */
export function troublesOf(overview: Overview): readonly Trouble[] {
  const { isRunning, modems, at } = overview;
  const troubles = [
    ...(isRunning ? modems.flatMap((modem) => ofModem(modem, Date.parse(at))) : [notRunning]),
    ...ofDatabase(overview),
    ...ofQueue(overview),
    ...ofDisk(overview),
    ...ofOthers(overview),
  ];
  return [
    ...troubles.filter(({ level }) => level === 'fault'),
    ...troubles.filter(({ level }) => level === 'warning'),
  ];
}

const notRunning: Trouble = {
  level: 'fault',
  what: 'the daemon does not run: nothing is sent, and no reply is read',
  remedy: 'systemctl start stopgate; "journalctl -u stopgate" says why it ended',
};

function ofModem(modem: ModemSummary, nowMs: number): readonly Trouble[] {
  const { name, state, problem, signalDbm, simUsed, simTotal } = modem;
  const why = problem === null ? '' : `: ${problem}`;
  if (state !== 'ready') {
    const { downSince } = modem;
    const since = downSince === null ? '' : ` since ${downSince}`;
    const what = `modem ${name} is ${state}${since}${why}`;
    const isNew = downSince !== null && nowMs - Date.parse(downSince) < patienceMs;
    return [{ level: isNew ? 'warning' : 'fault', what, remedy: 'stopgate doctor' }];
  }
  const warnings: Trouble[] = [];
  const warn = (what: string, remedy: string) =>
    warnings.push({ level: 'warning', what: `modem ${name}${what}`, remedy });
  if (problem !== null) warn(` complains${why}`, 'stopgate doctor');
  if (signalDbm !== null && signalDbm < weakDbm) {
    warn(` hears the network badly (${signalDbm} dBm)`, 'another place or an antenna');
  }
  if (simUsed !== null && simTotal !== null && simTotal > 0 && simUsed / simTotal >= fullShare) {
    warn(
      `'s store is nearly full (${simUsed} of ${simTotal})`,
      'see what keeps it from being read',
    );
  }
  return warnings;
}

function ofQueue({ queue: { oldestDueAt }, at, modems }: Overview): readonly Trouble[] {
  if (oldestDueAt === null) return [];
  const waitedMs = Date.parse(at) - Date.parse(oldestDueAt);
  // A limit that was set is why it waits.
  const isSlowed = modems.some(({ nextAllowedAt }) => nextAllowedAt !== null);
  if (waitedMs < longestWaitMs || isSlowed) return [];
  const minutes = Math.round(waitedMs / 60_000);
  const what = `a message has been due for ${minutes} minutes and is not sent`;
  return [{ level: 'fault', what, remedy: 'stopgate messages --status queued; stopgate doctor' }];
}

function ofDatabase({ databaseProblem }: Overview): readonly Trouble[] {
  if (databaseProblem === null) return [];
  const what = `the database cannot be written, so nothing is sent or read: ${databaseProblem}`;
  return [{ level: 'fault', what, remedy: 'stopgate database check; df -h' }];
}

function ofDisk({ freeBytes }: Overview): readonly Trouble[] {
  if (freeBytes === null || freeBytes >= scarceBytes) return [];
  const what = `the disk has ${Math.floor(freeBytes / 1_000_000)} MB left; full, nothing is sent or read any more`;
  return [{ level: 'fault', what, remedy: 'free some space: df -h, stopgate vacuum --help' }];
}

function ofOthers({ today, optOuts, webhooks, clockDoubtedSince }: Overview): readonly Trouble[] {
  const warnings: Trouble[] = [];
  const warn = (what: string, remedy: string) => warnings.push({ level: 'warning', what, remedy });
  if (optOuts.openReviews > 0) {
    warn(
      `doubtful replies that wait for a person, whose senders get no marketing: ${optOuts.openReviews}`,
      'stopgate review list',
    );
  }
  if (webhooks.dead > 0) {
    warn(
      `events that could not be told to webhooks: ${webhooks.dead}`,
      'stopgate webhooks list --status dead; stopgate webhooks retry --dead',
    );
  }
  if (clockDoubtedSince !== null) {
    warn('nobody has told this machine the time yet', 'timedatectl');
  }
  const unconfirmed = today.messages.find(({ status }) => status === 'unconfirmed')?.count ?? 0;
  if (unconfirmed > 0) {
    warn(
      `messages of today of which nobody knows whether they were sent: ${unconfirmed}`,
      'stopgate messages --status unconfirmed',
    );
  }
  return warnings;
}
