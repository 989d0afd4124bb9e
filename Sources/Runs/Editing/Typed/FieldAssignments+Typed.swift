import CustomerModel

extension FieldAssignments.Assignment {
  /// Reads `FIELD=VALUE`, `FIELD+=NAMES` and `FIELD-=NAMES` as a person types them.
  ///
  /// - Throws: ``KundregError`` with status 64: `edit.malformed` for a word without a field and an equals sign, and as
  ///   ``SearchTerms/field(_:)`` for a field that there is not.
  package init(typed word: String) throws {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw KundregError(.editMalformed, EditTexts.noAssignment(word))
    }
    let operations: [(String, FieldAssignments.Assignment.Operation)] = [("+", .add), ("-", .remove)]
    for (sign, operation) in operations where parts[0].hasSuffix(sign) {
      // A custom field's name may end with a sign; a set has no such name.
      if let path = FieldPath(String(parts[0].dropLast())), path.field != .customFields {
        self.init(path, parts[1], operation)
        return
      }
    }
    self.init(try SearchTerms.field(parts[0]), parts[1])
  }
}
