package import CustomerModel
import Rows

extension Validator {
  /// The rules that look at several fields, on the card as it will be.
  ///
  /// For a row whose customer exists, `card` is the register's card with the row's values over it. A card that already broke
  /// a rule, and on which none of the rule's fields changes, is warned of and not rejected: its update would otherwise be
  /// held back by what it does not touch. That is also how tightened number limits treat old numbers.
  package func validate(card: CustomerCard, existing: CustomerCard?) -> [Problem] {
    var texts = ProblemTexts(validator: self)
    return findings(on: card).map { finding, fields in
      let path = CardSlot.path(finding.place)
      let isOld = existing.map { Self.agree($0, card, on: fields, position: path.position) } ?? false
      return texts.problem(finding, path: path, value: card[path], isOld: isOld)
    }
  }

  private static func agree(_ a: CustomerCard, _ b: CustomerCard, on fields: [Field], position: Int) -> Bool {
    fields.allSatisfy { field in
      let path = FieldPath(field, position: field.isRepeated ? position : 0)
      return a[path] == b[path]
    }
  }

  private func findings(on card: CustomerCard) -> [(RuleFinding, [Field])] {
    JudgedCards.ofCard(card) { table in
      cardRules.flatMap { rule in
        var findings = CardFindings(severities: severities)
        rule.check(table, &findings)
        return findings.findings.map { ($0, type(of: rule).fields) }
      }
    }
  }
}

extension JudgedCards {
  /// Lays a card out as a table of one row.
  static func ofCard<Result>(_ card: CustomerCard, _ body: (JudgedCards) -> Result) -> Result {
    let contacts = card.contactPersonCount
    let slotCount = CardSlot.count(contactPersons: contacts)
    var arena: [UInt8] = []
    var values = [RecordBatch.Value](repeating: .absent, count: slotCount)
    for (path, text) in card.values {
      guard let slot = CardSlot.of(path) else { continue }
      values[slot] = RecordBatch.Value(start: arena.count, length: text.utf8.count)
      arena.append(contentsOf: text.utf8)
    }
    // Never empty, so that there is memory to point into.
    arena.append(0)
    return arena.withUnsafeBufferPointer { arena in
      values.withUnsafeBufferPointer { values in
        guard let arena = arena.baseAddress, let values = values.baseAddress else {
          preconditionFailure("a card has slots")
        }
        return body(
          JudgedCards(
            arena: arena, values: values, rowCount: 1, columns: Array(0..<slotCount), contactCount: contacts,
            isOfCard: true))
      }
    }
  }
}
