package import CustomerModel
package import Documents
package import Texts

/// A mapping the other way: from the fields of a card to the keys of an accounting system's JSON.
package struct OutgoingMapping: Sendable {
  /// The fields that may be written, in the order of the catalogue.
  package let fields: [FieldPath]
  private let entries: [FieldPath: OutgoingEntry]

  /// - Parameters:
  ///   - file: a mapping of both directions; one that only reads writes nothing.
  ///   - options: the names of the options that are on, see ``MappingOption``.
  package init(_ file: MappingFile, options: Set<String> = []) {
    var entries: [FieldPath: OutgoingEntry] = [:]
    for column in file.columns where column.direction != .in {
      guard column.option.map({ options.contains($0.rawValue) }) ?? true else { continue }
      guard let entry = OutgoingEntry(column, mapping: file.name) else { continue }
      entries[entry.path] = entry
    }
    self.entries = entries
    fields = entries.keys.sorted()
  }

  /// The fields that may be written with a new customer, in the order of the catalogue.
  package var fieldsOfNew: [FieldPath] { fields.filter { mayWrite($0, isCreation: true) } }

  /// The fields that may be written in a change of a record, in the order of the catalogue.
  package func fields(over record: JSONNode) -> [FieldPath] {
    fields.filter { mayWrite($0, isCreation: false) && entries[$0]?.place.isMeant(by: record) ?? false }
  }

  /// The fields that are written only on conditions which a record does not meet, with those conditions and whether the record has
  /// such keys at all.
  ///
  /// - Parameter record: nil for a new customer, which meets none.
  package func fieldsNotMeant(by record: JSONNode?) -> [(path: FieldPath, conditions: [String], isThere: Bool)] {
    fields.compactMap { path in
      guard let place = entries[path]?.place, !place.conditions.isEmpty, !(record.map(place.isMeant) ?? false) else {
        return nil
      }
      let conditions = place.conditions.compactMap { part in part.value.map { "\(part.key) \($0)" } }
      let isThere = record.map { record in place.conditions.allSatisfy { record[$0.key] != nil } } ?? true
      return (path, conditions, isThere)
    }
  }

  /// The key at which a field is written; nil for a field that is not.
  package func key(of path: FieldPath) -> String? { entries[path]?.key }

  /// The members of a request's object, in the order of the catalogue, and what cannot be sent.
  ///
  /// A field without value is `.null`: the system is to clear it. What is too long, or has no counterpart, is a problem and
  /// no member: nothing is cut. Texts are composed (Unicode's NFC).
  ///
  /// - Parameters:
  ///   - paths: the fields to write; those that may not be written are passed over.
  ///   - isCreation: false leaves out what is sent with a new customer only.
  ///   - objection: what is wrong with a text that the system would not take at a key, as the end of a sentence; nil when
  ///     it takes it.
  package func members(
    for paths: some Sequence<FieldPath>, of card: CustomerCard, isCreation: Bool,
    objection: (_ text: String, _ key: String) -> Text?
  ) -> (members: [JSONNode.Member], problems: [OutgoingProblem]) {
    var members: [JSONNode.Member] = []
    var problems: [OutgoingProblem] = []
    for path in Set(paths).sorted() {
      guard mayWrite(path, isCreation: isCreation), let entry = entries[path] else { continue }
      let found = entry.node(for: card[path], objection: objection)
      problems += found.problems
      if let node = found.node { members.append(.init(key: entry.key, value: node)) }
    }
    return (members, problems)
  }

  /// Those of the fields that are written in plain characters, and so otherwise than the card has them.
  package func writtenPlainly(_ paths: some Sequence<FieldPath>, of card: CustomerCard) -> [FieldPath] {
    paths.filter { entries[$0]?.isWrittenPlainly(card[$0]) ?? false }
  }

  private func mayWrite(_ path: FieldPath, isCreation: Bool) -> Bool {
    // A condition asks for a record that is there.
    entries[path].map { isCreation ? $0.place.conditions.isEmpty : !$0.form.isOnlyOnCreation } ?? false
  }
}
