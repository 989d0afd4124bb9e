extension Schema {
  static let merges = """
    -- Which customer was merged into which, and by which run. What an undone run says counts no longer.
    CREATE TABLE merge (
      run INTEGER PRIMARY KEY REFERENCES run (id),
      customer INTEGER NOT NULL,
      into_customer INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX merge_into ON merge (into_customer);
    """
}
