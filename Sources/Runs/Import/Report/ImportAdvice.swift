package import Validation

/// What a person who reads of problems of one code may want to do, beside what their sentences say. Each door says it in its own
/// way.
package enum ImportAdvice: Sendable {
  /// To start a mapping from the input, whose headings none knows.
  case suggestMapping
  /// To let the register make the numbers of new customers.
  case generateNumbers
  /// To let further rows of a customer bring contact persons.
  case severalRows
  /// To find customers by number, too.
  case matchByNumberToo
  /// To let the identity number decide what a customer is.
  case typeByIdentity
  /// To give a customer another number.
  case renumber

  /// Nil where the sentences of the problems say all, or the advice would not help with the rows that have them.
  ///
  /// - Parameter report: what else is known of the file.
  package init?(on entry: ProblemSummary.Entry, in report: ImportReport) {
    switch entry.code {
    // Where the column of names is known, the row has none: no mapping helps with that.
    case AskedRuleCodes.nameMissing where !report.hasNames: self = .suggestMapping
    // A generated number makes no customer of a row without a name.
    case "number.missing" where !Self.areAllRows(of: entry, in: report, lacking: AskedRuleCodes.nameMissing):
      self = .generateNumbers
    // Only columns of contact persons let further rows bring some.
    case "number.duplicate", "customer.duplicate", "duplicate.notMended", "row.continues":
      guard report.hasContacts else { return nil }
      self = .severalRows
    case "number.taken": self = .matchByNumberToo
    case "identity.type": self = .typeByIdentity
    case "number.differs": self = .renumber
    default: return nil
    }
  }

  private static func areAllRows(
    of entry: ProblemSummary.Entry, in report: ImportReport, lacking code: String
  ) -> Bool {
    report.problems.entries.contains { other in
      other.code == code && other.count == entry.count
        && other.examples.map { "\($0.sheet ?? "") \($0.position ?? 0)" }
          == entry.examples.map { "\($0.sheet ?? "") \($0.position ?? 0)" }
    }
  }
}
