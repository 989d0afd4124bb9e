package import CustomerModel

/// Takes back what one run did to one customer.
package enum InverseChange {
  /// A field that is left as it is, since it, or what it must agree with, changed again after the run.
  package struct Left: Sendable, Equatable {
    package let number: String
    package let path: FieldPath
    /// What the run had made of it.
    package let expected: String?
    /// What stands there now.
    package let found: String?

    package init(number: String, path: FieldPath, expected: String?, found: String?) {
      self.number = number
      self.path = path
      self.expected = expected
      self.found = found
    }
  }

  /// The change that takes back `changes`, which one run made in this order, on the card as it is now.
  ///
  /// A field goes back to what it was before the run if it still is what the run made of it; otherwise it is left and
  /// named. Nil when nothing is to be changed.
  package static func ofUpdate(
    _ changes: [FieldChange], on current: CustomerCard, number: String, revision: Int
  ) -> (change: CustomerChange?, left: [Left]) {
    var first: [FieldPath: String?] = [:]
    var last: [FieldPath: String?] = [:]
    for change in changes {
      if first[change.path] == nil { first[change.path] = .some(change.old) }
      last[change.path] = .some(change.new)
    }
    var back: [FieldChange] = []
    var left: [Left] = []
    for path in first.keys.sorted() {
      let before = first[path]!
      let made = last[path]!
      let now = current[path]
      if now == made {
        if now != before { back.append(FieldChange(path, old: now, new: before)) }
      } else if now != before {
        left.append(Left(number: number, path: path, expected: made, found: now))
      }
    }
    guard !back.isEmpty else { return (nil, left) }
    let change = CustomerChange(
      number: number, action: CustomerChange.action(of: back), revision: revision, fields: back)
    return (change, left)
  }

  /// The change that takes back the creation of a customer: its deletion, when the card still is what the run made.
  /// Otherwise nothing is changed and every field that differs is named.
  package static func ofCreation(
    _ created: CustomerCard, on current: CustomerCard, number: String, revision: Int
  ) -> (change: CustomerChange?, left: [Left]) {
    let differences = CardDiffer.changes(from: created, to: current).filter { !$0.path.field.isReadOnly }
    guard differences.isEmpty else {
      return (nil, differences.map { Left(number: number, path: $0.path, expected: $0.old, found: $0.new) })
    }
    let fields = current.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: current[$0], new: nil) }
    return (CustomerChange(number: number, action: .delete, revision: revision, fields: fields), [])
  }
}
