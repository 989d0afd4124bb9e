import CustomerModel
import Mapping

/// Which column of a file of records holds what.
struct RecordFileHeader: Sendable {
  /// The headings of the row as they stand.
  let names: [String]
  /// The column of the customer number.
  let customer: Int
  /// The column of `Ta bort`, when there is one.
  let removal: Int?
  /// The column of each member that the file has.
  let members: [(name: String, column: Int)]
  /// Columns that no member takes, by name.
  let unmapped: [String]

  /// The columns that say something of a record or its customer.
  var columns: [Int] { [customer] + [removal].compactMap(\.self) + members.map(\.column) }

  private static let customerHeadings = [
    "customer", "customerNumber", "Kundnummer", "Kundnr", "Kund nr", "Kund-ID", "Kundkod", "Kundno", "Kund",
    "Customer no", "Customer",
  ]
  private static let removalHeadings = ["remove", "Ta bort", "Tas bort", "Borttagen", "Radera", "Delete"]

  /// Nil for a row that has no customer number, or nothing of a record.
  init?(_ names: [String], for target: RecordTarget) {
    let keys = names.map(HeaderKey.of)
    var taken: Set<Int> = []
    func take(_ headings: [String]) -> Int? {
      for key in headings.map(HeaderKey.of) {
        if let column = keys.indices.first(where: { keys[$0] == key && !taken.contains($0) }) {
          taken.insert(column)
          return column
        }
      }
      return nil
    }
    guard let customer = take(Self.customerHeadings) else { return nil }
    let removal = take(Self.removalHeadings)
    // Each member first by its own name and heading, so that no synonym of another takes its column.
    var columns: [String: Int] = [:]
    for member in target.members { columns[member.name] = take([member.name] + member.headings.prefix(1)) }
    for member in target.members where columns[member.name] == nil { columns[member.name] = take(member.headings) }
    guard !columns.isEmpty else { return nil }
    self.names = names
    self.customer = customer
    self.removal = removal
    members = target.members.compactMap { member in columns[member.name].map { (member.name, $0) } }
    unmapped = names.indices.filter { !taken.contains($0) && !keys[$0].isEmpty && !HeaderMatch.isIgnored(names[$0]) }
      .map { names[$0] }
  }

  /// How many columns are known: the best of several rows and sheets has most.
  var score: Int { members.count }
}
