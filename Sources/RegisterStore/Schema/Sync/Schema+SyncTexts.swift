extension Schema {
  static let syncsInSwedish = """
    -- In Swedish what stands beside it in English. Null where it is the same, and in what was kept before there was any.
    ALTER TABLE sync_state ADD COLUMN swedish_failure TEXT;
    ALTER TABLE sync_state ADD COLUMN swedish_rest TEXT;
    ALTER TABLE push ADD COLUMN swedish_reason TEXT;
    """
}
