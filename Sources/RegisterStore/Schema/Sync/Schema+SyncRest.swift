extension Schema {
  static let syncRest = """
    -- What the last sync left to be done as it might send no more requests, in a sentence, and when.
    ALTER TABLE sync_state ADD COLUMN rest TEXT;
    ALTER TABLE sync_state ADD COLUMN rest_at TEXT;
    -- What new customers get by the configuration, and the system refused when it was last tried:
    -- [{"key": …, "value": …, "reason": …}].
    ALTER TABLE sync_state ADD COLUMN refused_defaults TEXT
      CHECK (refused_defaults IS NULL OR json_valid(refused_defaults));
    """
}
