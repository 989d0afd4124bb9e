import CustomerModel
import Rows

/// New customers without a type who have a personal number and became companies, since that is the register's default: sole
/// traders, and persons of whom the list does not say so.
struct AssumedTypes {
  private let identity: Int?
  private let type: Int?
  /// The columns of ``CountryEvidence``, in its order; nil for what the file lacks.
  private let evidence: [Int?]
  private(set) var persons = 0

  /// - Parameter derivesTypes: true when the identity numbers decide already.
  init(columns: [RecordColumn], settings: RegisterSettings, derivesTypes: Bool) {
    identity =
      NewCustomerDefaults(settings: settings).isPrivate || derivesTypes
      ? nil : columns.firstIndex { $0.path.field == .identityNumber }
    type = columns.firstIndex { $0.path.field == .type }
    evidence = CountryEvidence.allCases.map { evidence in columns.firstIndex { $0.path.field == evidence.field } }
  }

  /// Looks at the row of a new customer.
  mutating func note(_ row: Int, of records: RecordBatch) {
    guard let identity, records[column: identity, row: row].length == Self.personalNumberLength else { return }
    if let type, records[column: type, row: row].isPresent { return }
    let hyphen = records.rows.arena[records[column: identity, row: row].range.lowerBound + 8]
    if hyphen == UInt8(ascii: "-"), !isLeftForm(row, of: records) { persons += 1 }
  }

  /// True for a number that is another country's and stays as it was typed: it decides nothing.
  private func isLeftForm(_ row: Int, of records: RecordBatch) -> Bool {
    records.rows.arena.withUnsafeBufferPointer { arena in
      CountrySigns(over: CountrySigns()) { kind in
        guard let column = evidence[kind.rawValue] else { return .nothing }
        let value = records[column: column, row: row]
        return value.isPresent ? .text(UnsafeBufferPointer(rebasing: arena[value.range])) : .nothing
      }.leftForms.contains(.identity)
    }
  }

  /// `YYYYMMDD-NNNN`.
  private static let personalNumberLength = 13
}
