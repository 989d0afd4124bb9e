import CustomerModel

/// Parts of sentences that are true only in some situations.
extension RulePlace {
  /// The remedy for a value that is only doubted, and kept unless the configuration rejects its row.
  ///
  /// - Parameter remedy: what to do, without a capital letter: `correct it, so that mail arrives.`
  func remedy(_ remedy: String) -> String {
    severity == .warn ? "It is kept; \(remedy)" : remedy.prefix(1).uppercased() + remedy.dropFirst()
  }

  /// That a field has no value: its column's cell is empty, or no column gives it.
  ///
  /// - Parameter without: what is said where no column gives it: `The contact person has no name`.
  func isEmpty(without: String) -> String { hasColumn && origin.isFile ? "\(column) is empty" : without }

  /// The end of a sentence about a column that should not fill its field.
  var orLeaveOut: String { origin.hasMapping ? ", or take it out of the mapping" : "" }

  /// The end of a sentence that asks for one of a few words, where a mapping could know others.
  var orAddWord: String { origin.hasMapping ? ", or add the word to the mapping's table of values" : "" }
}
