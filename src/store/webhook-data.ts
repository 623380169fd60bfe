/** What a webhook is told of a change: the same objects that the API shows. */
import type { ConsentEvent } from '../domain/consent.js';
import type { ConsentStore } from '../domain/consent-store.js';
import type { InboundStore } from '../domain/inbound-store.js';
import type { MessageStore } from '../domain/message-store.js';
import type { WebhookEvent } from '../domain/webhook-store.js';
import type { Sqlite } from './connection.js';

export interface WebhookSources {
  readonly messages: Pick<MessageStore, 'find'>;
  readonly inbound: Pick<InboundStore, 'find'>;
  readonly consent: Pick<ConsentStore, 'suppressionsOf'>;
}

/** The function that gives an event's object, as it stands now, by the id of what it tells of. */
export function webhookData(
  db: Sqlite,
  { messages, inbound, consent }: WebhookSources,
): (event: WebhookEvent, subject: string) => unknown {
  const selectEvent = db.prepare<
    [string],
    Pick<ConsentEvent, 'kind' | 'number' | 'scope' | 'source'>
  >(`SELECT kind, number, scope, source FROM consent_events WHERE id = ?`);

  /** Whether the number is suppressed now, and the event that made it so. */
  function consentChanged(eventId: string): unknown {
    const event = selectEvent.get(eventId);
    if (event === undefined) return undefined;
    const { number, kind, scope, source } = event;
    const entries = consent
      .suppressionsOf(number)
      .map(({ scope, since, source }) => ({ scope, since, source }));
    return { number, suppressed: entries.length > 0, entries, kind, scope, source, eventId };
  }

  return (event, subject) => {
    switch (event) {
      case 'message.received':
        return inbound.find(subject);
      case 'message.status':
        return messages.find(subject);
      case 'consent.changed':
        return consentChanged(subject);
    }
  };
}
