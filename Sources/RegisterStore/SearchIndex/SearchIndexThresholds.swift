extension SearchIndex {
  /// How many customers a register has before the texts are kept in a file: fewer are read in a few hundredths of a second.
  static let fileThreshold: Int64 = 20_000

  /// How many customers created since the file was made a search reads beside it without making its user wait.
  static let mostPending: Int64 = 400_000
  /// One that was changed is looked for by its id: that takes as long as to read several of those that follow each other.
  static let costOfChange: Int64 = 3

  /// How many of the file's customers may have changed before all is read anew.
  static func mostChanged(of count: Int) -> Int { max(1000, count / 4) }

  /// How many customers a search may read beside the file before it is made anew.
  static func mostBeside(_ count: Int) -> Int { max(200, count / 200) }
}
