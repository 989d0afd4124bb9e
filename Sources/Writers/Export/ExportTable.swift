package import CustomerModel
package import Texts

/// Cards as rows of texts, for delimited texts and workbooks: what a person reads, and what an import takes back.
///
/// Headings, yes and no, and the words of choices are of one language; an import takes each back. The names of a set are joined by `; `.
/// When one of them holds `;`, `,` or `|`, which an import would split at, the cell is the canonical form: each name is
/// followed by ``Field/setSeparator``, and a cell that has that byte is split there and nowhere else.
package struct ExportTable: Sendable {
  package let columns: [FieldPath]
  private let forms: [Form]
  private let definitions: [String: CustomFieldDefinition]
  private let language: Language

  /// How the cells of a column are written.
  private enum Form {
    case asItIs, names
    /// A word in the place of each value.
    case words([(canonical: [UInt8], shown: [UInt8])])
  }

  /// - Parameter language: that of headings and words.
  package init(columns: [FieldPath], definitions: [CustomFieldDefinition] = [], language: Language) {
    self.columns = columns
    self.language = language
    self.definitions = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let booleans = Set(definitions.lazy.filter { $0.kind == .boolean }.map(\.name))
    let answers = Self.words([("1", ValueLabels.yes), ("0", ValueLabels.no)], in: language)
    forms = columns.map { path in
      switch path.field.kind {
      case .boolean: answers
      case .custom where booleans.contains(path.customName): answers
      case .choice(let words): Self.words(words.map { ($0, ValueLabels.choice($0)) }, in: language)
      case .set, .identityNumberSet: .names
      default: .asItIs
      }
    }
  }

  private static func words(_ words: [(canonical: String, label: Text)], in language: Language) -> Form {
    .words(words.map { (Array($0.canonical.utf8), Array($0.label[language].utf8)) })
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

  /// The headings. A custom field that is named like another column gets its public name instead, so that no two
  /// columns have the same heading.
  package var headings: [String] {
    let fixed = Set(columns.lazy.filter { $0.field != .customFields }.map { Self.key($0.label[language]) })
    return columns.map { path in
      let heading = path.label[language]
      return path.field == .customFields && fixed.contains(Self.key(heading)) ? path.description : heading
    }
  }

  /// The headings of a file that an empty register can import: those of custom fields say what the fields are.
  var definingHeadings: [String] {
    zip(columns, headings).map { path, heading in
      let definition = path.field == .customFields ? definitions[path.customName] : nil
      return definition.map { CustomFieldHeading($0).text } ?? heading
    }
  }

  /// Headings are told apart by letters and digits: an import sees no difference between `E-post` and `Epost`.
  private static func key(_ heading: String) -> String { heading.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Gives `body` the cell of a canonical value in a column, without bytes where there is no value.
  func withCell(
    _ canonical: UnsafeRawBufferPointer, column: Int, _ body: (UnsafeRawBufferPointer) -> Void
  ) {
    guard !canonical.isEmpty else { return body(canonical) }
    switch forms[column] {
    case .asItIs: body(canonical)
    case .words(let words):
      guard let word = words.first(where: { $0.canonical.elementsEqual(canonical) }) else { return body(canonical) }
      word.shown.withUnsafeBytes(body)
    case .names: Self.withJoined(canonical, body)
    }
  }

  private static func withJoined(_ canonical: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
    let isAmbiguous = canonical.contains {
      $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|")
    }
    guard !isAmbiguous else { return body(canonical) }
    // Each name but the last gives one byte for two.
    withUnsafeTemporaryAllocation(byteCount: canonical.count * 2, alignment: 1) { joined in
      var length = 0
      for byte in canonical.dropLast() {
        if byte == Field.setSeparator {
          (joined[length], joined[length + 1]) = (UInt8(ascii: ";"), UInt8(ascii: " "))
          length += 2
        } else {
          joined[length] = byte
          length += 1
        }
      }
      body(UnsafeRawBufferPointer(rebasing: joined[..<length]))
    }
  }
}
