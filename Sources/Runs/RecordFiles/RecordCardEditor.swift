import CustomerModel
import Texts
import Differ
import Mapping
import SwedishIdentity
import Validation

/// What the rows of a file of records make of one customer's card.
struct RecordCardEditor {
  let target: RecordTarget
  let header: RecordFileHeader
  let terms: ReferenceTerms
  let today: CalendarDay
  /// The card as the rows so far have made it.
  private(set) var card: CustomerCard
  /// The row that stood for each record.
  private var rows: [[String]: Int] = [:]

  init(_ card: CustomerCard, target: RecordTarget, header: RecordFileHeader, terms: ReferenceTerms, today: CalendarDay)
  {
    self.card = card
    self.target = target
    self.header = header
    self.terms = terms
    self.today = today
  }

  /// What speaks against a row, with the detail of its message.
  typealias Objection = (finding: RecordFinding, detail: Text)

  /// The card after one more row.
  ///
  /// - Parameters:
  ///   - judgement: What the row says.
  ///   - removes: True when the row takes the record away.
  /// - Returns: what speaks against the row, and the card; the same card when the row changes nothing.
  mutating func after(
    _ row: RecordFileRow, _ judgement: RecordRows.Judgement, removes: Bool
  ) -> (card: CustomerCard, objections: [Objection]) {
    switch target {
    case .records(let field):
      judgement.record.map { record($0, field, removes: removes, position: row.position) } ?? (card, [])
    case .contactPersons: person(judgement.values, removes: removes, position: row.position)
    }
  }

  /// Goes on from a card that was accepted.
  mutating func accept(_ card: CustomerCard) { self.card = card }

  private var isAbroad: Bool { CountrySigns(card).country != .sweden }

  private mutating func record(
    _ record: Record, _ field: Field, removes: Bool, position: Int
  ) -> (card: CustomerCard, objections: [Objection]) {
    guard let kind = field.recordKind, var list = RecordList(kind, canonical: card[field]) else { return (card, []) }
    var record = record
    if let first = rows[record.key] { return (card, [(.recordDuplicate, Text(verbatim: String(first)))]) }
    rows[record.key] = position
    var after = card
    var isNewReference = false
    if removes {
      if list.remove(record.key) == nil { return (card, [(.nothingToRemove, RecordFinding.label(kind, record.label))]) }
    } else if let before = list[key: record.key] {
      // A file without a column says nothing of it: what the card has there stays.
      for member in kind.members where !header.members.contains(where: { $0.name == member.name }) {
        if let value = before[member.name] { record.set(member.name, to: value, today: today, isAbroad: isAbroad) }
      }
      list.put(record)
    } else {
      if kind == .reference {
        record = terms.completed(record, of: card)
        let objections = terms.findings(record, on: card).map { ($0, RecordFinding.reference(record.label)) }
        guard objections.isEmpty else { return (card, objections) }
        isNewReference = true
      }
      list.put(record)
    }
    after[field] = list.text
    return (isNewReference ? terms.card(after, with: record) : after, [])
  }

  private mutating func person(
    _ values: [Field: IncomingCard.Value], removes: Bool, position: Int
  ) -> (card: CustomerCard, objections: [Objection]) {
    let text = { (field: Field) -> String? in if case .value(let text)? = values[field] { text } else { nil } }
    guard let name = text(.contactEmail) ?? text(.contactName) else { return (card, [(.contactNameless, .empty)]) }
    if let first = rows[[name.lowercased()]] { return (card, [(.recordDuplicate, Text(verbatim: String(first)))]) }
    rows[[name.lowercased()]] = position
    let count = card.contactPersonCount
    guard removes else {
      // Behind all others, so that a person who is not found again comes last.
      let incoming = IncomingCard(
        Dictionary(uniqueKeysWithValues: values.map { (FieldPath($0.key, position: count), $0.value) }))
      return (CardDiffer.card(card, applying: CardDiffer.changes(from: card, to: incoming)), [])
    }
    let found = SameContact.place(
      email: text(.contactEmail), name: text(.contactName), on: card, by: .emailThenName)
    guard let found else { return (card, [(.nothingToRemove, RecordFinding.contact(name))]) }
    return (without(person: found, of: count), [])
  }

  private func without(person: Int, of count: Int) -> CustomerCard {
    var after = card
    for field in Field.all where field.isRepeated {
      for position in person..<count {
        after[FieldPath(field, position: position)] = card[FieldPath(field, position: position + 1)]
      }
    }
    return after
  }
}
