/// How much alike customers must be to be likely the same, and how many are put side by side.
enum DuplicateThresholds {
  /// Letters of names that may differ in one. Shorter names are too often another's by one letter.
  static let similarNameLength = 5
  /// In a group of more, each is paired with the first only: that names them all.
  static let smallGroup = 8
  /// In a group of more, similar names are looked for among this many neighbours in the order of names.
  static let similarWindow = 64
}
