package import CustomerModel
import Documents
package import SwedishIdentity

/// A list of records of one card, between its canonical text and its records; see ``RecordKind``.
///
/// ```swift
/// var articles = RecordList(.article, canonical: card[.serviceArticles])
/// articles?.put(Record(.article, ["number": "A-1", "price": "12,50"], today: today))
/// card[.serviceArticles] = articles?.text    // [{"number":"A-1","price":12.5}]
/// ```
package struct RecordList: Sendable, Equatable {
  package let kind: RecordKind
  /// Sorted by the bytes of their keys. Read from a text that breaks the rule, two may have the same key.
  package private(set) var records: [Record]

  package init(_ kind: RecordKind, _ records: [Record] = []) {
    self.kind = kind
    self.records = Self.sorted(records)
  }

  /// Reads a list as people and files write it, and brings it to its canonical form. Nil for what is no JSON array of
  /// objects.
  ///
  /// - Parameters:
  ///   - today: Decides the century of dates that have two digits for the year.
  ///   - isAbroad: true for a customer who is not certainly in Sweden: see ``Record/init(_:_:today:isAbroad:)``.
  package init?(_ kind: RecordKind, reading text: String, today: CalendarDay, isAbroad: Bool = false) {
    guard let document = try? JSONNode(parsing: Array(text.utf8)), case .array(let items) = document else { return nil }
    var records: [Record] = []
    for item in items {
      guard case .object = item else { return nil }
      records.append(Record(kind, node: item, today: today, isAbroad: isAbroad))
    }
    self.init(kind, records)
  }

  /// Reads what a card holds; nil stands for no records. Nil for a text that no register wrote.
  package init?(_ kind: RecordKind, canonical text: String?) {
    guard let text else {
      self.init(kind)
      return
    }
    // What stands there has its form already: whose it is decided that.
    self.init(kind, reading: text, today: .canonicalText, isAbroad: true)
  }

  /// The list of a card's field; nil when the field holds no records, or its value is none.
  package init?(_ field: Field, of card: CustomerCard) {
    guard let kind = field.recordKind else { return nil }
    self.init(kind, canonical: card[field])
  }

  /// The canonical text; nil for a list without records.
  package var text: String? { records.isEmpty ? nil : JSONNode.array(records.map(\.node)).json }

  /// Takes out the members whose texts are found to be no values, and the records that are left without any.
  mutating func removeTexts(where isNothing: (_ name: String, _ text: String) -> Bool) {
    for place in records.indices { records[place].removeTexts(where: isNothing) }
    records = Self.sorted(records.filter { !$0.members.isEmpty })
  }

  /// The record of that key.
  package subscript(key key: [String]) -> Record? { records.first { $0.key == key } }

  /// Adds a record, or replaces the one with its key.
  ///
  /// - Returns: the record that was replaced.
  @discardableResult
  package mutating func put(_ record: Record) -> Record? {
    let before = remove(record.key)
    records = Self.sorted(records + [record])
    return before
  }

  /// Takes a record away.
  ///
  /// - Returns: the record, or nil when there is none of that key.
  @discardableResult
  package mutating func remove(_ key: [String]) -> Record? {
    guard let place = records.firstIndex(where: { $0.key == key }) else { return nil }
    return records.remove(at: place)
  }

  private static func sorted(_ records: [Record]) -> [Record] {
    records.enumerated().map { (key: $1.key, place: $0, record: $1) }
      .sorted { a, b in
        for (mine, its) in zip(a.key, b.key) where mine != its {
          return mine.utf8.lexicographicallyPrecedes(its.utf8)
        }
        return a.place < b.place
      }
      .map(\.record)
  }
}
