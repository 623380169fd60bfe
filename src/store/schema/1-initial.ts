/** The first schema: everything from a message received to a message reported. */
export const initialSchema = `
CREATE TABLE gateway (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE api_keys (
  id         TEXT PRIMARY KEY,
  name       TEXT NOT NULL,
  scopes     TEXT NOT NULL,             -- of send, read, admin, with commas
  hash       TEXT NOT NULL,             -- SHA-256 of the key's secret, hexadecimal
  created_at TEXT NOT NULL,
  revoked_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency_keys (
  api_key_id   TEXT NOT NULL,
  key          TEXT NOT NULL,           -- the header Idempotency-Key
  request_hash TEXT NOT NULL,
  status       INTEGER NOT NULL,
  body         TEXT NOT NULL,           -- the answer given, JSON
  created_at   TEXT NOT NULL,
  PRIMARY KEY (api_key_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at);

CREATE TABLE consent_events (
  id            TEXT PRIMARY KEY,
  gateway       TEXT NOT NULL,
  sequence      INTEGER NOT NULL,       -- 1, 2, 3 … per gateway
  kind          TEXT NOT NULL CHECK (kind IN ('opt_out', 'opt_in', 'help')),
  number        TEXT NOT NULL,
  scope         TEXT NOT NULL,          -- * or a campaign
  source        TEXT NOT NULL CHECK (source IN ('reply', 'link', 'page', 'api', 'cli', 'import', 'review')),
  evidence      TEXT NOT NULL,          -- JSON
  created_at    TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash          TEXT NOT NULL,          -- SHA-256 over previous_hash and the row's canonical content
  UNIQUE (gateway, sequence)
) STRICT;
CREATE INDEX consent_events_number ON consent_events (number);
CREATE TRIGGER consent_events_no_update BEFORE UPDATE ON consent_events
  BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;
CREATE TRIGGER consent_events_no_delete BEFORE DELETE ON consent_events
  BEGIN SELECT RAISE(ABORT, 'consent_events is append-only'); END;

CREATE TABLE suppressions (
  number   TEXT NOT NULL,               -- E.164
  scope    TEXT NOT NULL,               -- * or a campaign
  since    TEXT NOT NULL,
  source   TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES consent_events (id),
  PRIMARY KEY (number, scope)
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
  id               TEXT PRIMARY KEY,
  recipient        TEXT NOT NULL,       -- E.164
  text             TEXT,
  status           TEXT NOT NULL CHECK (status IN ('queued', 'held', 'sending', 'sent', 'delivered',
                     'undelivered', 'failed', 'canceled', 'expired', 'unconfirmed')),
  campaign         TEXT NOT NULL,
  category         TEXT NOT NULL CHECK (category IN ('marketing', 'transactional')),
  language         TEXT,
  encoding         TEXT NOT NULL CHECK (encoding IN ('gsm7', 'ucs2')),
  part_count       INTEGER NOT NULL,
  priority         INTEGER NOT NULL,    -- 0 (last) to 10 (answers to STOP and HELP)
  wanted_modem     TEXT,                -- the only one that may send it
  modem            TEXT,                -- the one that sends it
  reference        TEXT,                -- the application's own
  answers_event_id TEXT UNIQUE REFERENCES consent_events (id),
  error_code       TEXT,
  error_message    TEXT,
  created_at       TEXT NOT NULL,
  send_at          TEXT,                -- as asked for
  due_at           TEXT NOT NULL,       -- not before; moves when it is tried again
  expires_at       TEXT,
  sent_at          TEXT,
  delivered_at     TEXT
) STRICT;
CREATE INDEX messages_due ON messages (priority DESC, due_at) WHERE status = 'queued';
CREATE INDEX messages_due_at ON messages (due_at) WHERE status = 'queued';
CREATE INDEX messages_sending ON messages (modem) WHERE status = 'sending';
CREATE INDEX messages_recipient ON messages (recipient);

CREATE TABLE message_parts (
  message_id      TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  sequence        INTEGER NOT NULL,     -- 1, 2, 3 …
  status          TEXT NOT NULL CHECK (status IN ('queued', 'sending', 'sent', 'delivered',
                    'undelivered', 'failed', 'canceled', 'expired', 'unconfirmed')),
  pdu             TEXT NOT NULL,        -- SUBMIT with its service-centre octets, hexadecimal
  tpdu_length     INTEGER NOT NULL,
  attempts        INTEGER NOT NULL DEFAULT 0,
  modem           TEXT,
  modem_reference INTEGER,              -- TP-MR, what a delivery report names
  changed_at      TEXT NOT NULL,
  error_code      TEXT,
  PRIMARY KEY (message_id, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX message_parts_claimed ON message_parts (message_id) WHERE status = 'sending';
CREATE INDEX message_parts_reported ON message_parts (modem, modem_reference)
  WHERE status IN ('sent', 'unconfirmed');

CREATE TABLE inbound (
  id          TEXT PRIMARY KEY,
  sender      TEXT NOT NULL,            -- E.164, a short code, or a name
  text        TEXT,
  fingerprint TEXT NOT NULL,            -- hash of the cleaned text, to see two machines talk
  modem       TEXT NOT NULL,
  received_at TEXT NOT NULL,
  sent_at     TEXT,                     -- the network's time stamp
  encoding    TEXT NOT NULL,
  part_count  INTEGER NOT NULL,
  complete    INTEGER NOT NULL,         -- 0: parts of it never came
  action      TEXT CHECK (action IN ('opt_out', 'opt_in', 'help')),
  rule        TEXT
) STRICT;
CREATE INDEX inbound_sender ON inbound (sender, received_at);

CREATE TABLE received_pdus (
  id             INTEGER PRIMARY KEY,
  modem          TEXT NOT NULL,
  pdu            TEXT NOT NULL,
  tpdu_length    INTEGER,
  route          TEXT NOT NULL CHECK (route IN ('stored', 'direct')),
  received_at    TEXT NOT NULL,
  deleted_at     TEXT,                  -- when the modem had let go of it
  kind           TEXT CHECK (kind IN ('deliver', 'status-report', 'other', 'undecodable')),
  problem        TEXT,
  sender         TEXT,
  sender_number  TEXT,                  -- the sender when it is a person's number
  text           TEXT,
  encoding       TEXT,
  sent_at        TEXT,
  part_reference INTEGER,
  part_total     INTEGER,
  part_sequence  INTEGER,
  inbound_id     TEXT REFERENCES inbound (id)
) STRICT;
CREATE INDEX received_pdus_pdu ON received_pdus (pdu, modem);
CREATE INDEX received_pdus_waiting ON received_pdus (sender, part_reference, part_total)
  WHERE part_total IS NOT NULL AND inbound_id IS NULL;

CREATE TABLE modems (
  name         TEXT PRIMARY KEY,
  port         TEXT NOT NULL,
  state        TEXT NOT NULL,
  problem      TEXT,
  manufacturer TEXT,
  model        TEXT,
  imei         TEXT,
  operator     TEXT,
  registration TEXT NOT NULL,
  signal_dbm   INTEGER,
  sim_used     INTEGER,
  sim_total    INTEGER,
  refused_pin  TEXT,                    -- hash of a PIN that its SIM did not take, never to be tried again
  updated_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
