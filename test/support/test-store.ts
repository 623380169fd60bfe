/** A real store in a directory of its own, closed and removed when the test ends. */
import { onTestFinished } from 'vitest';
import type { NewMessage } from '../../src/domain/message-store.js';
import type { Store } from '../../src/domain/ports.js';
import { openStore } from '../../src/store/store.js';
import { temporaryDirectory } from './temporary-directory.js';

let events = 0;

export function openTestStore(dataDir: string = temporaryDirectory()): {
  store: Store;
  dataDir: string;
} {
  const store = openStore({
    dataDir,
    gatewayName: 'test',
    newEventId: () => {
      events += 1;
      return `ev_${events}`;
    },
  });
  onTestFinished(() => store.close());
  return { store, dataDir };
}

/** A message as the outbox would store it, of one part unless `pdus` says otherwise. */
export function newMessage(changes: Partial<NewMessage> & { id: string }): NewMessage {
  return {
    status: 'queued',
    to: '+447700900123',
    text: 'Hello',
    campaign: 'default',
    category: 'marketing',
    language: null,
    encoding: 'gsm7',
    priority: 5,
    modem: null,
    lane: '',
    reference: null,
    answersEventId: null,
    createdAt: '2026-11-22T12:00:00.000Z',
    sendAt: null,
    expiresAt: null,
    pdus: [{ hex: '0001000C914477009010320000', tpduLength: 12 }],
    ...changes,
  };
}
