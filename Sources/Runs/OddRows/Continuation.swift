import Rows
import Validation

/// A row without number that goes on with the customer of the row before.
struct Continuation {
  let before: ContinuationRows.Before
  let look: ContinuationRows.Look

  /// What is found of a row that is rejected, since nobody said that customers stand on several rows.
  func finding(beforeAt place: RowPlace) -> RowFinding {
    .continues(row: place, number: number, contacts: look == .contacts)
  }

  /// What is found of a row that becomes a customer, and may be a person of the customer before it.
  func uncertainFinding(beforeAt place: RowPlace) -> RowFinding { .mayContinue(row: place, number: number) }

  private var number: String? { before.number.isEmpty ? nil : before.number }
}
