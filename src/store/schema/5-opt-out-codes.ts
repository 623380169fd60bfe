/** Codes by which the owner of a number that was typed on a page confirms; none is kept for long. */
export const optOutCodes = `
CREATE TABLE optout_codes (
  id         TEXT PRIMARY KEY,          -- of the request, which the page hands back
  pseudonym  TEXT NOT NULL,             -- of the number
  hash       TEXT NOT NULL,             -- HMAC-SHA256 of the code, hexadecimal
  is_known   INTEGER NOT NULL,          -- 0: nothing else here told of the number
  tries      INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX optout_codes_age ON optout_codes (created_at);
CREATE INDEX optout_codes_pseudonym ON optout_codes (pseudonym, created_at);
`;
