/**
 * Whether the daemon's work moves, and how it is in one line: for whoever restarts it, and for whoever
 * glances at it. A modem that is unplugged moves; one whose work waits for what never comes does not.
 */
import type { Store } from '../domain/ports.js';
import type { StoreFailureKind } from '../domain/store-failure.js';
import type { ModemBoard } from './modem-board.js';

export interface VitalsOptions {
  readonly store: Store;
  readonly board: Pick<ModemBoard, 'standings'>;
  readonly modems: () => readonly {
    readonly status: { readonly name: string };
    readonly overdueMs: number;
  }[];
}

/** What is mended from outside, while the daemon waits for it: to start anew would change nothing. */
const outside: ReadonlySet<StoreFailureKind> = new Set(['full', 'read-only', 'locked', 'damaged']);

/** What does not move and may after a restart, in words; undefined while there is nothing of that kind. */
export function standstillOf({ store, modems }: VitalsOptions): string | undefined {
  const stuck = modems().filter(({ overdueMs }) => overdueMs > 0);
  if (stuck.length > 0) {
    const names = stuck.map(({ status }) => status.name).join(', ');
    return `the work on the modem ${names} waits for what does not come`;
  }
  try {
    store.probe();
    return undefined;
  } catch (error) {
    const failure = store.noteFailure(error);
    if (failure !== undefined && outside.has(failure.kind)) return undefined;
    return failure?.what ?? `the database cannot be used: ${String(error)}`;
  }
}

/** The database, where it cannot be used; each modem with its network and signal, or its problem; the queue. */
export function summaryOf({ store, board }: VitalsOptions): string {
  const failure = store.failure();
  const modems = board.standings().map(({ name, state, status }) => {
    if (state !== 'ready') return `${name} ${state}${status?.problem ? `: ${status.problem}` : ''}`;
    const signal = status?.signalDbm === undefined ? undefined : `${status.signalDbm} dBm`;
    return `${name} ${[status?.operator ?? 'ready', signal].filter(Boolean).join(' ')}`;
  });
  const database = failure === undefined ? [] : [`DATABASE ${failure.kind.toUpperCase()}`];
  return [...database, ...modems, ...queueOf(store)].join('; ');
}

function queueOf(store: Store): readonly string[] {
  try {
    const lanes = store.messages.queuedByLane();
    return [`queue ${lanes.reduce((sum, { messages }) => sum + messages, 0)}`];
  } catch {
    return [];
  }
}
