extension Schema {
  static let sweeps = """
    -- A full comparison that was cut short because no more requests might be sent: the next sync goes on with it.
    ALTER TABLE sync_state ADD COLUMN cut_sweep TEXT CHECK (cut_sweep IN ('full', 'deep'));
    """
}
