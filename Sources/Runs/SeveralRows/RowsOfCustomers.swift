import CustomerModel
import Differ
import Rows

/// What an import remembers of customers that stand on several rows: whom their rows spoke of, and which first rows were
/// rejected. A few bytes for each contact person, nothing of the rows themselves.
final class RowsOfCustomers {
  /// Contact persons whom a row spoke of: the customer's id and the place in the list.
  private var spoken: Set<UInt64> = []
  /// First rows that were rejected.
  private var rejected: Set<UInt32> = []
  /// The customers that rows without number became, by row.
  private var numberless: [UInt32: Int64] = [:]

  /// The customer of the row before, which a row without number may go on with, and its first row. The customer is nil when
  /// the row before was rejected; all is nil before the first row.
  var current: (first: UInt32, customer: Int64?)?

  private static let placeBits = 16

  func note(_ places: some Sequence<Int>, of customer: Int64) {
    for place in places { spoken.insert(Self.key(customer, place)) }
  }

  /// The places of the persons whom earlier rows spoke of, among those of the card.
  func spokenPlaces(of customer: Int64, on card: CustomerCard) -> Set<Int> {
    Set((0..<card.contactPersonCount).filter { spoken.contains(Self.key(customer, $0)) })
  }

  func noteRejected(firstRow: UInt32) { rejected.insert(firstRow) }
  func isRejected(firstRow: UInt32) -> Bool { rejected.contains(firstRow) }

  func noteNumberless(_ customer: Int64, row: UInt32) { numberless[row] = customer }
  func numberlessCustomer(ofRow row: UInt32) -> Int64? { numberless[row] }

  private static func key(_ customer: Int64, _ place: Int) -> UInt64 {
    UInt64(customer) << placeBits | UInt64(min(place, 1 << placeBits - 1))
  }
}

/// One row of a customer that may stand on several.
struct RowOfCustomer {
  enum Standing: Equatable {
    /// The first row: it says what the customer is, and brings contact persons.
    case first
    /// A further row: it repeats what the customer is, or leaves it blank, and brings contact persons. `of` is the first
    /// row; nil when that is not in this input, as with a mended row of a rejects file.
    case further(of: UInt32?)
  }

  let standing: Standing
  let incoming: IncomingCard

  /// What the row changes.
  ///
  /// - Parameter spoken: the places of the persons whom earlier rows spoke of.
  /// - Returns: the changes and the places of the row's persons; or the fields in which it disagrees.
  func meet(
    _ current: CustomerCard, spoken: Set<Int>
  ) -> (fields: [FieldChange], places: Set<Int>, disagreements: [FieldPath]) {
    var own = incoming.values.filter { !$0.key.field.isRepeated }
    if standing != .first { own = own.filter { $0.value != .clear } }
    var fields = CardDiffer.changes(from: current, to: IncomingCard(own))
    var disagreements: [FieldPath] = []
    if standing != .first {
      disagreements = fields.map(\.path)
      fields = []
    }
    switch CardDiffer.personsOfRow(incoming, on: current, spoken: spoken) {
    case .contradicts(let path): return ([], [], disagreements + [path])
    case .taken(let changes, let places):
      return ((fields + changes).sorted { $0.path < $1.path }, places, disagreements)
    }
  }
}
