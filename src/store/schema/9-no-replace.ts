/**
 * Refuses to put a row in the place of one of the ledger's: REPLACE deletes the old one without its
 * delete trigger, unless the connection asks for recursive ones (sqlite.org/lang_conflict.html).
 */
export const noReplace = `
CREATE TRIGGER consent_events_no_replace BEFORE INSERT ON consent_events
  WHEN EXISTS (SELECT 1 FROM consent_events e WHERE e.id = NEW.id)
    OR EXISTS (SELECT 1 FROM consent_events e WHERE e.gateway = NEW.gateway AND e.sequence = NEW.sequence)
    OR EXISTS (SELECT 1 FROM consent_events e WHERE e.rowid = NEW.rowid)
  BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;
`;
