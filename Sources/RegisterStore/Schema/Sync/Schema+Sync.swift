extension Schema {
  /// What a sync with an accounting system keeps.
  ///
  /// These tables hold whole copies of customers, identity numbers unmasked: see ``PersonalTable``. Tokens and secrets
  /// never stand in a register.
  ///
  /// What is large stands last in its row, so that SQLite finds the rest without reading through it.
  ///
  /// Customers are named by id without a foreign key: a deleted one may come back by an undo under its id, and its link
  /// must still be there, or it would be created a second time in the accounting system.
  static let sync = """
    CREATE TABLE sync_state (
      system TEXT PRIMARY KEY CHECK (system <> ''),
      -- From where the next pull goes on. Only the accounting system's own client reads it.
      cursor TEXT,
      -- The cursor of a pull that began and whose records are not merged yet.
      candidate TEXT,
      candidate_at TEXT,
      matches_shown_at TEXT,
      last_run INTEGER REFERENCES run (id),
      last_started_at TEXT,
      last_success_at TEXT,
      last_full_at TEXT,
      CHECK ((candidate IS NULL) = (candidate_at IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE link (
      id INTEGER PRIMARY KEY,
      system TEXT NOT NULL CHECK (system <> ''),
      customer INTEGER NOT NULL,
      remote_id TEXT NOT NULL CHECK (remote_id <> ''),
      remote_number TEXT NOT NULL,
      -- The system's own mark of the record's last change.
      changed TEXT,
      -- The customer's revision when nothing was left to push; 0 when something is.
      synced_revision INTEGER NOT NULL DEFAULT 0,
      is_gone INTEGER NOT NULL DEFAULT 0 CHECK (is_gone IN (0, 1)),
      -- {"register": {field: value}, "erp": {field: value}}; NULL before the two sides agreed for the first time.
      agreed TEXT CHECK (agreed IS NULL OR json_valid(agreed)),
      -- The system's record as it was last seen, JSON.
      record TEXT NOT NULL,
      UNIQUE (system, customer),
      UNIQUE (system, remote_id)
    ) STRICT;
    -- Has all that finding the customers to push needs, so that the records, which are large, are not read for it.
    CREATE INDEX link_push ON link (customer, system, is_gone, synced_revision);

    CREATE TABLE inbox (
      system TEXT NOT NULL CHECK (system <> ''),
      remote_id TEXT NOT NULL CHECK (remote_id <> ''),
      remote_number TEXT NOT NULL,
      changed TEXT,
      state TEXT NOT NULL CHECK (state IN ('fetched', 'rejected', 'undecided')),
      reason TEXT,
      fetched_at TEXT NOT NULL,
      -- One text that sorts as customer numbers do in lists: those of digits by value, others after them.
      sort_key TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN remote_number GLOB '*[^0-9]*'
          THEN '1' || ltrim(remote_number, '0') || ' ' || remote_number
          ELSE '0' || printf('%06d', length(ltrim(remote_number, '0'))) || ltrim(remote_number, '0') || remote_number
        END) STORED,
      record TEXT NOT NULL,
      PRIMARY KEY (system, remote_id)
    ) STRICT;
    CREATE INDEX inbox_order ON inbox (system, sort_key, remote_id, state);

    CREATE TABLE conflict (
      system TEXT NOT NULL CHECK (system <> ''),
      customer INTEGER NOT NULL,
      field TEXT NOT NULL,
      register_value TEXT,
      erp_value TEXT,
      base_value TEXT,
      since_run INTEGER NOT NULL REFERENCES run (id),
      PRIMARY KEY (system, customer, field)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE match_question (
      system TEXT NOT NULL CHECK (system <> ''),
      remote_id TEXT NOT NULL CHECK (remote_id <> ''),
      remote_number TEXT NOT NULL,
      remote_name TEXT NOT NULL,
      customer INTEGER NOT NULL,
      reason TEXT NOT NULL,
      answer TEXT CHECK (answer IN ('same', 'different')),
      asked_run INTEGER NOT NULL REFERENCES run (id),
      PRIMARY KEY (system, remote_id, customer)
    ) STRICT, WITHOUT ROWID;

    -- The journal: every writing request, from before it leaves.
    CREATE TABLE push (
      id INTEGER PRIMARY KEY,
      system TEXT NOT NULL CHECK (system <> ''),
      customer INTEGER NOT NULL,
      number TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('create', 'update')),
      method TEXT NOT NULL,
      path TEXT NOT NULL,
      body TEXT NOT NULL,
      -- The record that an update rests on, JSON.
      base TEXT CHECK ((base IS NULL) = (kind = 'create')),
      fields TEXT NOT NULL CHECK (json_valid(fields)),
      run INTEGER REFERENCES run (id),
      state TEXT NOT NULL CHECK (state IN ('intended', 'done', 'failed', 'superseded')),
      code TEXT,
      reason TEXT,
      attempts INTEGER NOT NULL DEFAULT 1 CHECK (attempts >= 1),
      created_at TEXT NOT NULL,
      finished_at TEXT CHECK ((finished_at IS NULL) = (state = 'intended')),
      retry_after TEXT
    ) STRICT;
    -- A customer has at most one request whose outcome is unknown, and one failure that stands.
    CREATE UNIQUE INDEX push_intended ON push (system, customer) WHERE state = 'intended';
    CREATE UNIQUE INDEX push_failed ON push (system, customer) WHERE state = 'failed';
    CREATE INDEX push_finished ON push (finished_at) WHERE state IN ('done', 'superseded');
    """
}
