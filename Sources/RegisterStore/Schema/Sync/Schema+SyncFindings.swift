extension Schema {
  static let syncFindings = """
    -- How much is wrong with the organisation and VAT numbers of the record: told by each sync until it is mended.
    ALTER TABLE link ADD COLUMN doubts INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX link_doubts ON link (system, customer, is_gone) WHERE doubts > 0;
    -- Why the last sync ended before its end, in a sentence, and when; nothing after one that went through.
    ALTER TABLE sync_state ADD COLUMN last_failure TEXT;
    ALTER TABLE sync_state ADD COLUMN last_failure_at TEXT;
    """
}
