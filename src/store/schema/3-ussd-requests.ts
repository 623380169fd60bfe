/** Questions to the network from beside the daemon, which answers in the row. */
export const ussdRequests = `
CREATE TABLE ussd_requests (
  id         TEXT PRIMARY KEY,
  modem      TEXT NOT NULL,
  code       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,             -- the row goes then, if it was not fetched before
  taken_at   TEXT,                      -- when the daemon began to ask
  outcome    TEXT                       -- JSON
) STRICT, WITHOUT ROWID;
`;
