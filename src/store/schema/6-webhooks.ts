/** What is to be told to webhooks, each event once for each address. */
export const webhookDeliveries = `
CREATE TABLE webhook_deliveries (
  sequence    INTEGER PRIMARY KEY,      -- the order of events
  id          TEXT NOT NULL UNIQUE,     -- the header webhook-id, the same at every try
  url         TEXT NOT NULL,
  event       TEXT NOT NULL,            -- message.received, message.status, consent.changed
  subject     TEXT NOT NULL,            -- the id of the message or consent event that it tells of
  number      TEXT NOT NULL,            -- whom it is about: order is kept for each
  payload     TEXT,                     -- JSON; NULL within the transaction that makes it
  status      TEXT NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'done', 'dead')),
  attempts    INTEGER NOT NULL DEFAULT 0,
  last_error  TEXT,
  created_at  TEXT NOT NULL,
  next_try_at TEXT,                     -- NULL while an earlier one about the number waits, and at the end
  ended_at    TEXT
) STRICT;
-- One at a time about a number: what comes later cannot overtake it.
CREATE UNIQUE INDEX webhook_deliveries_first ON webhook_deliveries (url, number)
  WHERE next_try_at IS NOT NULL;
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (url, next_try_at)
  WHERE next_try_at IS NOT NULL;
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (url, number) WHERE status = 'waiting';
CREATE UNIQUE INDEX webhook_deliveries_unwritten ON webhook_deliveries (url, event, subject)
  WHERE payload IS NULL;
CREATE INDEX webhook_deliveries_ended ON webhook_deliveries (status, ended_at)
  WHERE ended_at IS NOT NULL;
`;
