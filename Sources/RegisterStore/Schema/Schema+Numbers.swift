extension Schema {
  static let reservedNumbers = """
    -- 0 for the number of a customer that an undo took away: it never was meant to be, so a person may give it again.
    ALTER TABLE retired_number ADD COLUMN reserved INTEGER NOT NULL DEFAULT 1 CHECK (reserved IN (0, 1));
    UPDATE retired_number SET reserved = 0 WHERE (
      SELECT run.kind FROM change JOIN run ON run.id = change.run
      WHERE change.number = retired_number.number AND change.action = 'delete' ORDER BY change.id DESC LIMIT 1) = 'undo'
      AND number NOT IN (
        SELECT old FROM change JOIN run ON run.id = change.run
        WHERE field = 'number' AND old IS NOT NULL AND run.kind <> 'undo');
    CREATE INDEX retired_reserved ON retired_number (number) WHERE reserved;
    -- The index that step 5 lacks: a merge is asked for by the customer that was merged, too.
    CREATE INDEX IF NOT EXISTS merge_of ON merge (customer);
    """

  /// Who had a number earlier: all else in the history is found by customer or run.
  static let renumberings = "CREATE INDEX change_renumbered ON change (old) WHERE field = 'number'"
}
