/** Whether what is printed goes to systemd's journal (systemd.exec(5), JOURNAL_STREAM). */
import { fstatSync } from 'node:fs';
import type { Environment } from './notifier.js';

/** @param stream one that belongs to a descriptor has its number in `fd` */
export function goesToJournal({ JOURNAL_STREAM }: Environment, stream: object): boolean {
  if (JOURNAL_STREAM === undefined || !('fd' in stream) || typeof stream.fd !== 'number') {
    return false;
  }
  const { dev, ino } = fstatSync(stream.fd, { bigint: true });
  return JOURNAL_STREAM === `${dev}:${ino}`;
}
