extension Schema {
  static let runProblems = """
    -- Where problems of a run stand: one row for each file and sheet, counted from 0 within the run.
    CREATE TABLE problem_source (
      run INTEGER NOT NULL REFERENCES run (id),
      part INTEGER NOT NULL,
      file TEXT NOT NULL,
      sheet TEXT,
      PRIMARY KEY (run, part)
    ) STRICT, WITHOUT ROWID;
    -- What is said of many rows of a run, once. A character of code 1 in the message stands for what is a row's own.
    CREATE TABLE problem_text (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES run (id),
      code TEXT NOT NULL,
      severity TEXT NOT NULL,
      heading TEXT,
      message TEXT NOT NULL
    ) STRICT;
    -- Every reject and warning of every row, in the order of the rows. Many: so they refer to nothing that SQLite must look up.
    CREATE TABLE problem (
      run INTEGER NOT NULL,
      part INTEGER NOT NULL,
      -- 0 for a column as a whole.
      row INTEGER NOT NULL,
      ordinal INTEGER NOT NULL,
      text INTEGER NOT NULL,
      -- Masked and cut.
      value TEXT,
      detail TEXT,
      customer INTEGER,
      -- The keyed digest of the row's customer number or identity number, by which the rows of a person are found.
      owner INTEGER,
      PRIMARY KEY (run, part, row, ordinal)
    ) STRICT, WITHOUT ROWID;
    """

  static let problemsInSwedish = """
    -- The message in Swedish, and in it what is a row's own. Null where it is the same as in English, and in what was kept before
    -- there was any.
    ALTER TABLE problem_text ADD COLUMN swedish TEXT;
    ALTER TABLE problem ADD COLUMN swedish_detail TEXT;
    """
}
