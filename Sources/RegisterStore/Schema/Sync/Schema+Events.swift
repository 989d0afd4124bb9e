extension Schema {
  static let events = """
    -- How far the system's stream of events was read: the last event that is known, the one before it, and when that was.
    ALTER TABLE sync_state ADD COLUMN event_offset TEXT;
    ALTER TABLE sync_state ADD COLUMN event_before TEXT;
    ALTER TABLE sync_state ADD COLUMN event_at TEXT;

    -- Records of whom an event told and that were not asked for yet.
    CREATE TABLE changed_record (
      id INTEGER PRIMARY KEY,
      system TEXT NOT NULL CHECK (system <> ''),
      remote_id TEXT NOT NULL CHECK (remote_id <> ''),
      UNIQUE (system, remote_id)
    ) STRICT;
    """

  static let missedRecords = """
    -- 1 when it was asked for once and was not there: a customer that was created a moment ago may not be shown yet.
    ALTER TABLE changed_record ADD COLUMN missed INTEGER NOT NULL DEFAULT 0 CHECK (missed IN (0, 1))
    """
}
