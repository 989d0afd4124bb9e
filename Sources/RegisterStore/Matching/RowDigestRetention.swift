/// How long the register remembers rows that it took, by which unchanged ones are known.
enum RowDigestRetention {
  /// Kinds of sources kept: more than the files that a register is fed from, few enough not to grow for ever.
  static let sources = 8
}
