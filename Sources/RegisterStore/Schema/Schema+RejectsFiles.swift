extension Schema {
  /// Every rejects file that an import wrote, by its absolute path: also those of files imported with another. They hold rows
  /// in full, which whoever forgets a person must know of. An import that is refused leaves the register as it was: its file
  /// is not among them.
  static let rejectsFiles = """
    CREATE TABLE rejects_file (path TEXT PRIMARY KEY CHECK (path GLOB '/*')) STRICT, WITHOUT ROWID
    """
}
