extension Int {
  /// A number with its noun, for sentences: `1 row`, `2 rows`, `2 entries`; `1 rad`, `2 rader`.
  ///
  /// - Parameter several: the noun of all numbers but one, where that is not the noun and an s.
  package func counted(_ noun: String, _ several: String? = nil) -> String {
    "\(self) \(self == 1 ? noun : several ?? noun + "s")"
  }
}
