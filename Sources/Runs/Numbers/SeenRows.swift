import Rows

/// Remembers which customers and which keys of new ones a file has had, and in which row, so that a second one is found.
struct SeenRows {
  /// The row of each customer, by id; 0 is none.
  private var customers: [UInt32] = []
  /// The numbers of new customers.
  var numbers: SeenKeys
  /// The identity numbers of new customers, where rows are matched by them.
  var identities: SeenKeys
  /// Those of rows without a number of their own.
  var identitiesWithoutNumber: SeenKeys

  init(seed: UInt64) {
    numbers = SeenKeys(seed: seed)
    identities = SeenKeys(seed: seed)
    identitiesWithoutNumber = SeenKeys(seed: seed)
  }

  /// Marks a customer as had. Returns the row that had it before, or nil.
  mutating func mark(customer: Int64, row: UInt32) -> UInt32? {
    let index = Int(customer)
    if index >= customers.count {
      customers.append(contentsOf: repeatElement(0, count: max(index + 1 - customers.count, customers.count)))
    }
    if customers[index] != 0 { return customers[index] }
    customers[index] = max(row, 1)
    return nil
  }

  func has(customer: Int64) -> Bool { Int(customer) < customers.count && customers[Int(customer)] != 0 }
}
