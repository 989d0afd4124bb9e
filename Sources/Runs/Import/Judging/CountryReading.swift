import CustomerModel
import Differ
import Rows
import Understanding
import Validation

/// Rows of customers whose country the register knows better than the row: a file of new postal codes has no countries.
struct CountryReading {
  private let scope: ImportScope

  init(_ scope: ImportScope) { self.scope = scope }

  /// True when a row is certainly rejected for what it says, whoever its customer is.
  func isRejected(_ problems: [Problem]) -> Bool {
    problems.contains {
      $0.severity == .reject && !(scope.pipeline.countryDecides && CountryVerdict.codes.contains($0.code))
    }
  }

  /// The row as its customer's country has it: read anew where that is another than the row by itself lets one think.
  func reread(
    _ row: Int, of batch: ImportBatch, as customer: CustomerCard, _ problems: [Problem]
  ) -> (row: Int, batch: ImportBatch, incoming: IncomingCard, problems: [Problem]) {
    let incoming = IncomingCard(row: row, of: batch.records)
    if isCountryAssumed(row, of: batch.records, as: customer) {
      let own = scope.pipeline.reread(row, of: batch, over: CountrySigns(customer), takesProvenCountry: false)
      return anew(own, problems)
    }
    guard scope.pipeline.countryDecides else { return (row, batch, incoming, problems) }
    let known = CountrySigns(customer)
    guard CountryVerdict.isCountryUnknown(problems) || incoming.isReadOtherwise(over: known) else {
      return (row, batch, incoming, problems)
    }
    return anew(scope.pipeline.reread(row, of: batch, over: known), problems)
  }

  private func anew(
    _ own: ImportBatch, _ problems: [Problem]
  ) -> (row: Int, batch: ImportBatch, incoming: IncomingCard, problems: [Problem]) {
    let others = problems.filter { !CountryVerdict.codes.contains($0.code) }
    let verdicts = own.records.problems.map(\.problem).filter { CountryVerdict.codes.contains($0.code) }
    return (0, own, IncomingCard(row: 0, of: own.records), others + verdicts)
  }

  /// True when a row has the country that other rows' numbers prove, and its customer another or its own, or the row has no number.
  private func isCountryAssumed(_ row: Int, of records: RecordBatch, as customer: CustomerCard) -> Bool {
    guard let proof = scope.pipeline.mapping.countryProof, let country = records.column(of: CountryProof.filled),
      records[column: country, row: row].isPresent
    else { return false }
    let isProven = records.column(of: proof.field).map { records[column: $0, row: row].isPresent } ?? false
    return !isProven || CountrySigns(customer).hasKnownCountry
  }

  /// The changes without those that would only give a postal code another form, while no address says in which country it is:
  /// what the register holds stays, so that a customer whose country nobody could read does not change with every file.
  ///
  /// A code that was typed in the form that it would get is one that somebody wants so.
  func withoutMereForms(
    _ fields: [FieldChange], on card: CustomerCard, row: Int, of records: RecordBatch, isCountryUnknown: Bool
  ) -> [FieldChange] {
    guard fields.contains(where: { $0.path.field.kind == .postalCode && $0.isOfForm }),
      !CountrySigns(CardDiffer.card(card, applying: fields)).hasKnownCountry
    else { return fields }
    return fields.filter { field in
      guard field.path.field.kind == .postalCode, field.isOfForm else { return true }
      return !isCountryUnknown && isTyped(field, row: row, of: records)
    }
  }

  private func isTyped(_ field: FieldChange, row: Int, of records: RecordBatch) -> Bool {
    guard let new = field.new, let column = records.columns.first(where: { $0.path == field.path }) else { return true }
    return column.sources.contains { source in
      source < Int(records.rows.rows[row].cellCount)
        && records.rows.text(row: row, column: source)?.contains(new) ?? false
    }
  }
}

extension FieldChange {
  /// True when old and new differ in blanks only.
  fileprivate var isOfForm: Bool {
    guard let old, let new else { return false }
    return old.filter { !$0.isWhitespace } == new.filter { !$0.isWhitespace }
  }
}

extension IncomingCard {
  /// True when the same source is read otherwise as a customer's of whom this much is known.
  func isReadOtherwise(over known: CountrySigns) -> Bool {
    var (alone, together) = (CountrySigns(), known)
    for evidence in CountryEvidence.allCases {
      switch values[FieldPath(evidence.field)] {
      case nil: break
      case .clear: together[evidence] = .none
      case .value(let text):
        let sign = CountrySign(text, of: evidence)
        alone.set(sign, of: evidence)
        together.set(sign, of: evidence)
      }
    }
    return alone != together
      && (alone.country != together.country || alone.leftForms != together.leftForms
        || CountryEvidence.addresses.contains { alone[$0] != together[$0] })
  }
}
