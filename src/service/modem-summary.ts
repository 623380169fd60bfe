/**
 * Each modem with its share of the queue and its pace, made from the store alone: for the API, and for
 * `stopgate modems` beside the daemon.
 */
import type { Clock } from '../clock.js';
import type { ModemRecord, Store } from '../domain/ports.js';
import { type Limits, owedByModem } from './pace.js';
import { mayTake, type Preferences } from './routing.js';

/** What of a modem's configuration the services go by. */
export interface ModemSettings extends Preferences, Limits {}

export interface ModemSummary extends ModemRecord, Limits {
  /** Messages that wait for this modem, alone or as one of several, with those it has begun. */
  readonly queue: number;
  /** How many of these another modem may take as well. */
  readonly queueShared: number;
  /** When its limits let the next message go; null: now. */
  readonly nextAllowedAt: string | null;
}

/** The modems of which something is known, by name. */
export function summariseModems(options: {
  readonly store: Store;
  readonly clock: Clock;
  readonly modems: readonly ModemSettings[];
}): readonly ModemSummary[] {
  const { store, clock, modems } = options;
  const nowMs = clock.now().getTime();
  const records = store.modems.list();
  const queued = store.messages.queuedByLane();
  const begun = new Map(
    store.messages.begunByModem().map(({ modem, messages }) => [modem, messages]),
  );
  const downFor = (name: string) => {
    const record = records.find((known) => known.name === name);
    if (record === undefined) return Number.POSITIVE_INFINITY;
    return record.downSince === null ? undefined : nowMs - Date.parse(record.downSince);
  };
  return records.map((record): ModemSummary => {
    const others = records.filter((other) => other !== record);
    const waiting = queued.filter(({ lane }) => mayTake(lane, record.name, downFor));
    const shared = waiting.filter(({ lane }) =>
      others.some((other) => mayTake(lane, other.name, downFor)),
    );
    const settings = modems.find(({ name }) => name === record.name);
    const limits = { perMinute: settings?.perMinute ?? 0, perHour: settings?.perHour ?? 0 };
    const waitMs = owedByModem(store, record.name, limits, nowMs);
    return {
      ...record,
      queue: total(waiting) + (begun.get(record.name) ?? 0),
      queueShared: total(shared),
      ...limits,
      nextAllowedAt: waitMs > 0 ? new Date(nowMs + waitMs).toISOString() : null,
    };
  });
}

function total(lanes: readonly { readonly messages: number }[]): number {
  return lanes.reduce((sum, { messages }) => sum + messages, 0);
}
