/**
 * Finds what is old enough for its text to go, without walking through all that was ever sent. What
 * was erased is in none of these indexes, so a look that finds nothing costs nothing.
 */
export const retention = `
CREATE INDEX message_parts_text ON message_parts (changed_at)
  WHERE pdu <> '' AND status NOT IN ('queued', 'sending');
CREATE INDEX inbound_text ON inbound (received_at) WHERE text IS NOT NULL;
CREATE INDEX received_pdus_age ON received_pdus (received_at);
`;
