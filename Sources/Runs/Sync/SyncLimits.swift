/// When a sync gives up.
enum SyncLimits {
  /// So many customers in a row whose writing is forbidden are all of them, where none was written: the run ends.
  static let forbiddenInARow = 5
}
