import CustomerModel

/// Whether the cards of a table are private customers; without a type a card takes the register's default.
struct CustomerTypes {
  private let type: CardColumn
  private let isPrivateByDefault: Bool

  init(_ table: JudgedCards, isPrivateByDefault: Bool) {
    type = table[.type]
    self.isPrivateByDefault = isPrivateByDefault
  }

  @inline(__always)
  func isPrivate(_ row: Int) -> Bool { type.isPresent(row) ? type.equals("private", row) : isPrivateByDefault }

  @inline(__always)
  func isCompany(_ row: Int) -> Bool { type.isPresent(row) ? type.equals("company", row) : !isPrivateByDefault }
}
