package import CustomerModel

/// Cards as rows of texts, for delimited texts and workbooks: what a person reads, and what an import takes back.
///
/// Yes and no are `Ja` and `Nej`; a choice is its English word as it is stored. The names of a set are joined by `; `.
/// When one of them holds `;`, `,` or `|`, which an import would split at, the cell is the canonical form: each name is
/// followed by ``Field/setSeparator``, and a cell that has that byte is split there and nowhere else.
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
    let fixed = Set(columns.lazy.filter { $0.field != .customFields }.map { Self.key($0.heading) })
    return columns.map { path in
      path.field == .customFields && fixed.contains(Self.key(path.heading)) ? path.description : path.heading
    }
  }

  /// Headings are told apart by letters and digits: an import sees no difference between `E-post` and `Epost`.
  private static func key(_ heading: String) -> String { heading.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The row of one card; nil where it has no value.
  package func row(of card: CustomerCard) -> [String?] {
    columns.map { path in card[path].map { text($0, of: path) } }
  }

  private func text(_ canonical: String, of path: FieldPath) -> String {
    switch path.field.kind {
    case .boolean: Self.word(canonical)
    case .custom where booleans.contains(path.customName): Self.word(canonical)
    case .set, .identityNumberSet: Self.joined(canonical)
    default: canonical
    }
  }

  private static func word(_ canonical: String) -> String { canonical == "1" ? "Ja" : "Nej" }

  private static func joined(_ canonical: String) -> String {
    let isAmbiguous = canonical.utf8.contains {
      $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|")
    }
    return isAmbiguous ? canonical : CustomerCard.names(inSet: canonical).joined(separator: "; ")
  }
}
