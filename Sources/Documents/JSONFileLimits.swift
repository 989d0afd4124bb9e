/// What a file that people write may hold before it is refused: the configuration, a mapping.
package enum JSONFileLimits {
  /// More bytes than a person writes: what has more is another file, named by mistake, or one that never ends.
  package static let size = 16 << 20
  /// Deeper nesting than any such file has; keeps a hostile one from exhausting the stack.
  static let depth = 100
  /// More values than any such file has; keeps a hostile one from filling the memory, which a value takes more of than of the
  /// text.
  static let values = 1_000_000
}
