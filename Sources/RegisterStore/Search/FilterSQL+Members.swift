import CustomerModel

extension FilterSQL {
  /// A condition on one member of a list's records: one record is enough.
  mutating func records(
    _ condition: CustomerFilter.Condition, _ column: String, _ member: RecordKind.Member
  ) -> String {
    // Most customers have no such list: they are decided without looking for its records.
    let list = "customer.\(column)"
    let records = "SELECT 1 FROM json_each(\(list)) j WHERE"
    // The catalogue's names are plain words.
    let held = "j.value ->> '$.\(member.name)'"
    guard let value = condition.value else {
      return "(\(list) IS NULL OR NOT EXISTS (\(records) \(held) IS NOT NULL))"
    }
    return "(\(list) IS NOT NULL AND EXISTS (\(records) \(holds(condition, held, value, member))))"
  }

  private mutating func holds(
    _ condition: CustomerFilter.Condition, _ held: String, _ value: String, _ member: RecordKind.Member
  ) -> String {
    let sign = condition.comparison == .notEqual ? "=" : condition.comparison.rawValue
    if case .words = member.kind {
      let words = "SELECT 1 FROM json_each(j.value, '$.\(member.name)') w WHERE"
      if condition.comparison == .contains {
        return "EXISTS (\(words) \(mentions("w.value", value, condition.path)))"
      }
      var clauses: [String] = []
      for word in CustomerCard.names(inSet: value) { clauses.append("EXISTS (\(words) w.value = \(bound(word)))") }
      return clauses.isEmpty ? "0" : clauses.joined(separator: " AND ")
    }
    if condition.comparison == .contains {
      return mentions(held, value, condition.path)
    }
    switch member.kind {
    // A no is left out of a record.
    case .boolean: return "ifnull(\(held), 0) = \(value == "1" ? 1 : 0)"
    case .decimal, .percent: return "ifnull(CAST(\(held) AS REAL) \(sign) CAST(\(bound(value)) AS REAL), 0)"
    case .text, .email:
      guard condition.comparison.isOrder else { return "ifnull(\(held) = \(bound(value)), 0)" }
      return "ifnull(swedish_key(\(shown(held, condition.path))) \(sign) swedish_key(\(bound(value))), 0)"
    case .date, .postalCode, .country, .choice, .words: return "ifnull(\(held) \(sign) \(bound(value)), 0)"
    }
  }
}
