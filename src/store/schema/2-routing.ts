/**
 * Several modems: which of them may take a message, when each part was handed to one, and since when
 * one is down. Parts that went before count from when they last changed.
 */
export const routing = `
ALTER TABLE messages ADD COLUMN lane TEXT NOT NULL DEFAULT '';  -- which modems may take it; '' any
DROP INDEX messages_due;
CREATE INDEX messages_due ON messages (lane, priority DESC, due_at) WHERE status = 'queued';
CREATE INDEX messages_written ON messages (recipient, campaign) WHERE modem IS NOT NULL;
CREATE INDEX messages_expiring ON messages (expires_at)
  WHERE expires_at IS NOT NULL AND status IN ('queued', 'held', 'sending');

ALTER TABLE message_parts ADD COLUMN claimed_at TEXT;           -- when a modem last took it
UPDATE message_parts SET claimed_at = changed_at WHERE modem IS NOT NULL;
DROP INDEX message_parts_reported;
CREATE INDEX message_parts_reported ON message_parts (modem, modem_reference, claimed_at)
  WHERE modem_reference IS NOT NULL;
CREATE INDEX message_parts_unanswered ON message_parts (modem, claimed_at)
  WHERE status = 'unconfirmed' AND modem_reference IS NULL;
CREATE INDEX message_parts_pace ON message_parts (modem, claimed_at) WHERE claimed_at IS NOT NULL;

ALTER TABLE modems ADD COLUMN down_since TEXT;                  -- NULL while it can send
`;
