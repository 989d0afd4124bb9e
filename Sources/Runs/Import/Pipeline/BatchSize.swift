/// How much of an import is between its two cores at once.
enum BatchSize {
  /// Rows a batch: large enough to cross rooms seldom, small enough to stay in a core's cache.
  static let rows = 1024
  /// Bytes of a batch that is not large. Rows may be so long that four batches of them are more than memory should hold.
  static let bytes = 4 << 20
  /// Batches that may wait for the writing core.
  static let waiting = 4
}
