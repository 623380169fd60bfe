/** Takes the time of transactions that write. Those that only look would hide a slow disk, and are not told. */
import type { Sqlite } from './connection.js';

export interface Stopwatch {
  /** Milliseconds that never run backwards. */
  readonly monotonicMs: () => number;
  readonly onWritten: (seconds: number) => void;
}

/** Wraps transactions of `db`; one that failed is told too, with what it waited. */
export function timing(db: Sqlite, stopwatch: Stopwatch | undefined): <T>(run: () => T) => T {
  if (stopwatch === undefined) return (run) => run();
  const { monotonicMs, onWritten } = stopwatch;
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  return (run) => {
    const before = changes.get();
    const startMs = monotonicMs();
    let failed = true;
    try {
      const result = run();
      failed = false;
      return result;
    } finally {
      const seconds = (monotonicMs() - startMs) / 1_000;
      if (failed || changes.get() !== before) onWritten(seconds);
    }
  };
}
