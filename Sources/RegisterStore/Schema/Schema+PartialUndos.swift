extension Schema {
  /// The run that an undo took back of one customer only. Apart from `reverts`, which says that nothing of a run is left to take
  /// back.
  static let partialUndos = """
    ALTER TABLE run ADD COLUMN reverts_part INTEGER REFERENCES run (id)
    """
}
