extension Schema {
  /// What proves that somebody is a user: not the password, but what scrypt makes of it, with what it takes to make it again.
  static let passwords = """
    CREATE TABLE password (
      user TEXT PRIMARY KEY REFERENCES user (name) ON UPDATE CASCADE ON DELETE CASCADE,
      -- Hexadecimal, as the salt is.
      hash TEXT NOT NULL CHECK (length(hash) >= 64),
      salt TEXT NOT NULL CHECK (length(salt) >= 32),
      rounds INTEGER NOT NULL CHECK (rounds > 1),
      block_size INTEGER NOT NULL CHECK (block_size > 0),
      parallelism INTEGER NOT NULL CHECK (parallelism > 0),
      set_at TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """
}
