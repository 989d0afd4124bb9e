import CustomerModel
import Differ
import Rows
import Validation

/// Rows of customers whose country the register knows better than the row: a file of new postal codes has no countries.
extension ImportSession {
  /// True when a row is certainly rejected for what it says, whoever its customer is.
  func isRejected(_ problems: [Problem]) -> Bool {
    problems.contains { $0.severity == .reject && !(pipeline.countryDecides && CountryVerdict.codes.contains($0.code)) }
  }

  /// The row as its customer's country has it: read anew where that is another than the row by itself lets one think.
  func reread(
    _ row: Int, of batch: ImportBatch, as customer: CustomerCard, _ problems: [Problem]
  ) -> (row: Int, batch: ImportBatch, problems: [Problem]) {
    guard pipeline.countryDecides else { return (row, batch, problems) }
    let known = CountrySigns(customer)
    guard IncomingCard(row: row, of: batch.records).isReadOtherwise(over: known) else { return (row, batch, problems) }
    let own = pipeline.reread(row, of: batch, over: known)
    let others = problems.filter { !CountryVerdict.codes.contains($0.code) }
    let verdicts = own.records.problems.map(\.problem).filter { CountryVerdict.codes.contains($0.code) }
    return (0, own, others + verdicts)
  }
}

extension IncomingCard {
  /// What the card says of the customer's country, over what was known of it.
  func signs(over known: CountrySigns = CountrySigns()) -> CountrySigns {
    var signs = known
    for evidence in CountryEvidence.allCases {
      switch values[FieldPath(evidence.field)] {
      case nil: break
      case .clear: signs[evidence] = .none
      case .value(let text): signs.set(text, of: evidence)
      }
    }
    return signs
  }

  /// True when the same source is read otherwise as a customer's of whom this much is known.
  func isReadOtherwise(over known: CountrySigns) -> Bool {
    let (alone, together) = (signs(), signs(over: known))
    return alone != together
      && (alone.country != together.country || alone.leftForms != together.leftForms
        || CountryEvidence.addresses.contains { alone[$0] != together[$0] })
  }
}
