package import CustomerModel
import Rows

/// The cards of many customers, as far as rules on several fields look at them, laid out so that the rules see a batch at once.
package struct CardBatch {
  /// The fields that the rules look at. A value is put by its field's place among them.
  package let paths: [FieldPath]
  private let contactPersons: Int
  private var arena: [UInt8] = []
  private var values: [RecordBatch.Value] = []
  private var count = 0

  /// - Parameter contactPersons: how many any of the customers has at most.
  package init(contactPersons: Int) {
    self.contactPersons = contactPersons
    paths = (0..<CardSlot.count(contactPersons: contactPersons)).map(CardSlot.path)
  }

  /// Begins a batch of so many cards without values.
  package mutating func begin(_ count: Int) {
    self.count = count
    // Never empty, so that there is memory to point into.
    arena.removeAll(keepingCapacity: true)
    arena.append(0)
    values.removeAll(keepingCapacity: true)
    values.append(contentsOf: repeatElement(.absent, count: count * paths.count))
  }

  /// Gives a card a field's canonical value; no bytes for none.
  package mutating func put(_ value: UnsafeRawBufferPointer, at place: Int, ofCard card: Int) {
    guard !value.isEmpty else { return }
    values[place * count + card] = RecordBatch.Value(start: arena.count, length: value.count)
    arena.append(contentsOf: value)
  }

  fileprivate func view<Result>(_ body: (JudgedCards) -> Result) -> Result {
    arena.withUnsafeBufferPointer { arena in
      values.withUnsafeBufferPointer { values in
        guard let arena = arena.baseAddress, let values = values.baseAddress else {
          preconditionFailure("a batch that began has memory")
        }
        return body(
          JudgedCards(
            arena: arena, values: values, rowCount: count, columns: Array(paths.indices), contactCount: contactPersons,
            isOfCard: true))
      }
    }
  }
}

extension Validator {
  /// The cards of a batch of which a rule has anything to say, see ``validate(card:existing:)``.
  package func cardsWithFindings(_ batch: CardBatch) -> Set<Int> {
    batch.view { table in
      guard table.rowCount > 0 else { return [] }
      var findings = CardFindings(severities: severities)
      for rule in cardRules { rule.check(table, &findings) }
      return Set(findings.findings.map(\.row))
    }
  }
}
