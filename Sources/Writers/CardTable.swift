package import CustomerModel

/// Cards as rows of texts, for delimited texts and workbooks: what a person reads, and what an import takes back.
///
/// Yes and no are `Ja` and `Nej`; a choice is its English word as it is stored. The names of a set are joined by `; `.
/// When one of them holds `;`, `,` or `|`, which an import would split at, each name is followed by a line break instead:
/// a cell that has a line break is split there and nowhere else.
package struct CardTable: Sendable {
  package let columns: [FieldPath]
  private let booleans: Set<String>

  package init(columns: [FieldPath], definitions: [CustomFieldDefinition] = []) {
    self.columns = columns
    booleans = Set(definitions.lazy.filter { $0.kind == .boolean }.map(\.name))
  }

  /// Every field that an import takes, for cards with at most so many contact persons.
  ///
  /// - Parameter includesReadOnly: True to add what only the register writes: when a card was created and updated.
  package static func allColumns(
    contactPersons: Int, definitions: [CustomFieldDefinition], includesReadOnly: Bool = false
  ) -> [FieldPath] {
    Field.all.flatMap { field -> [FieldPath] in
      if field.isReadOnly, !includesReadOnly { return [] }
      if field == .customFields { return definitions.map { FieldPath(custom: $0.name) } }
      return field.isRepeated ? (0..<contactPersons).map { FieldPath(field, position: $0) } : [FieldPath(field)]
    }
    .sorted()
  }

  /// The Swedish headings. A custom field that is named like another column gets its public name instead, so that no two
  /// columns have the same heading.
  package var headings: [String] {
    let fixed = Set(columns.lazy.filter { $0.field != .customFields }.map { $0.heading.lowercased() })
    return columns.map { path in
      path.field == .customFields && fixed.contains(path.heading.lowercased()) ? path.description : path.heading
    }
  }

  /// The row of one card; nil where it has no value.
  package func row(of card: CustomerCard) -> [String?] {
    columns.map { path in card[path].map { text($0, of: path) } }
  }

  private func text(_ canonical: String, of path: FieldPath) -> String {
    switch path.field.kind {
    case .boolean: Self.word(canonical)
    case .custom where booleans.contains(path.customName): Self.word(canonical)
    case .set, .identityNumberSet: Self.joined(CustomerCard.names(inSet: canonical))
    default: canonical
    }
  }

  private static func word(_ canonical: String) -> String { canonical == "1" ? "Ja" : "Nej" }

  private static func joined(_ names: [String]) -> String {
    let isAmbiguous = names.contains { $0.contains { $0 == ";" || $0 == "," || $0 == "|" } }
    return isAmbiguous ? names.map { $0 + "\n" }.joined() : names.joined(separator: "; ")
  }
}
