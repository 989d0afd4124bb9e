package import CustomerModel
package import Mapping
import Texts

/// What the columns of one list are: each column's field or none, how sure that is, and why.
package struct Understanding: Sendable {
  /// One for each source column, in their order.
  package let columns: [MappingSuggestion.Column]
  /// The headings, each once: a column of a field whose heading another has too, or that has none, is called by the field.
  package let headings: [String]
  /// What it adds to the mapping that it began from, or the whole where there is none.
  package let entries: [ColumnMapping]
  private let senses: [ColumnSense]
  /// True where the given mapping fits: then it is added to, and not replaced.
  package let beganFromMapping: Bool
  /// False where the given mapping is all there is to say.
  package let addsToMapping: Bool
  /// What tells the country that ``mapping`` gives as a constant; nil where it gives none, and wherever a mapping was given.
  package let countryProof: CountryProof?
  /// The mapping to import the list with: the given one, or one of the list's own; nil when nothing is known of any column.
  package let mapping: MappingFile?

  /// - Parameters:
  ///   - header: as the given mapping found it.
  ///   - plain: the headings without the words over them; nil where those are the header.
  ///   - band: the words over groups of columns, one for each column; empty where none stands.
  ///   - sample: some rows below the header; nil is a cell that a row lacks.
  ///   - given: the mapping that fits: what it knows stays.
  ///   - hasHeadings: false for a list that begins with customers: its header are the positions of its columns.
  ///   - nearest: the mapping that knows most of the headings and does not fit: it is asked for what nothing else tells.
  package init(
    header: [String], plain: [String]? = nil, band: [String] = [], sample: [[String?]], words: WordBook,
    given file: MappingFile? = nil, nearest: MappingFile? = nil, hasHeadings: Bool = true, name: String = "understood"
  ) {
    let senses = SenseReader(words).senses(
      hasHeadings ? plain ?? header : header.map { _ in "" }, band, sample)
    self.senses = senses
    var reader = ListReader(senses)
    reader.run()
    // Where a list has a column of names, a mapping that knows none does not fit.
    let knows = file.map { KnownColumns($0, header, senses) }
    let hasName = { (fields: Set<FieldPath>) in fields.contains(FieldPath(.customerName)) }
    let fits = knows.map { hasName($0.filled) || !hasName(reader.filled) } ?? false
    beganFromMapping = fits
    if fits, var known = knows {
      known.yield(to: reader)
      let added = known.completed(by: reader.findings)
      let names = Self.named(added, header)
      headings = names
      entries = added.map { $0.entry(names) }
      countryProof = nil
      addsToMapping = !entries.isEmpty || !known.dropped.isEmpty
      mapping = addsToMapping ? known.file(adding: entries) : file
      columns = Self.columns(senses, header, added, known)
    } else {
      var known = (knows ?? nearest.map { KnownColumns($0, header, senses) })
      known?.leave(reader.filled, reader.taken)
      let names = Self.named(reader.findings, header)
      headings = names
      let rest = known.map { known in known.known.map { $0.found.entry(of: known.file, under: names) } }
      countryProof = file == nil ? reader.countryProof(known?.filled ?? [], sample) : nil
      entries =
        reader.findings.map { $0.entry(names) } + (rest ?? []) + [countryProof?.entry].compactMap(\.self)
      mapping = Self.mapping(entries, name, headerRow: hasHeadings ? nil : 0)
      addsToMapping = !entries.isEmpty
      columns = Self.columns(senses, header, reader.findings, known)
    }
  }

  private static func columns(
    _ senses: [ColumnSense], _ header: [String], _ findings: [Finding], _ known: KnownColumns?
  ) -> [MappingSuggestion.Column] {
    senses.map { sense in
      let given = known?.known.filter { $0.columns.contains(sense.index) } ?? []
      guard let first = given.first, let known else { return column(sense, header[sense.index], findings, senses) }
      let more = findings.filter { $0.source.columns.contains(sense.index) }.flatMap(\.fields)
      return .init(
        index: sense.index, header: header[sense.index], fields: given.flatMap(\.fields) + more, confidence: 1,
        reason: first.found.entry == nil ? SuggestionTexts.isFieldName : SuggestionTexts.isKnown(to: known.file.name))
    }
  }

  /// The headings that stand twice, or are blank, cannot be meant by a mapping.
  private static func named(_ findings: [Finding], _ header: [String]) -> [String] {
    var names = header
    for finding in findings { name(finding, &names) }
    return names
  }

  private static func name(_ finding: Finding, _ names: inout [String]) {
    for (place, column) in finding.source.columns.enumerated() {
      let key = HeaderKey.of(names[column])
      let isOnly = !key.isEmpty && names.indices.allSatisfy { $0 == column || HeaderKey.of(names[$0]) != key }
      if isOnly { continue }
      let name = finding.fields.count > place ? finding.fields[place].description : "\(finding.fields[0]) \(place + 1)"
      if !names.contains(name) { names[column] = name }
    }
  }

  private static func column(
    _ sense: ColumnSense, _ header: String, _ findings: [Finding], _ senses: [ColumnSense]
  ) -> MappingSuggestion.Column {
    func isNeedless(_ finding: Finding) -> Bool {
      switch finding.source {
      case .firstOf(let columns), .firstOfOrJoin(let columns, _): senses[columns[0]].cells.isFull
      default: false
      }
    }
    let own = findings.filter { $0.source.columns.contains(sense.index) }
    // What no row needs, as the first source is always filled, is not what the column is, if it is something else.
    let needed = own.filter { finding in finding.source.columns.first == sense.index || !isNeedless(finding) }
    let fields = (needed.isEmpty ? own : needed).flatMap(\.fields)
    guard !fields.isEmpty else {
      return .init(index: sense.index, header: header, fields: [], confidence: 0, reason: reasonToLeave(sense, header))
    }
    return .init(
      index: sense.index, header: header, fields: fields, confidence: sense.confidence, reason: sense.reason)
  }

  private static func reasonToLeave(_ sense: ColumnSense, _ header: String) -> Text {
    if HeaderKey.of(header).isEmpty { return SuggestionTexts.noHeading }
    if HeaderMatch.isIgnored(header) { return SuggestionTexts.isPassedOver }
    return sense.guessedField.map { UnderstandingTexts.perhaps($0.label) }
      ?? (sense.reading.isOther ? UnderstandingTexts.hasNoPlace : SuggestionTexts.isUnknown)
  }

  private static func mapping(_ entries: [ColumnMapping], _ name: String, headerRow: Int?) -> MappingFile? {
    guard !entries.isEmpty else { return nil }
    let json = MappingWriter.file(
      name: name, description: "", otherColumns: .knownCustomFields, headerRow: headerRow,
      columns: entries.sorted { $0.fields[0] < $1.fields[0] }.map { ($0, "") })
    return try? MappingFile(json: Array(json.utf8), origin: name)
  }
}

extension Understanding {
  /// True where a mapping fits, and where the columns are those of people or companies: names alone may be anybody's, and anything's.
  package var isOfCustomers: Bool {
    if beganFromMapping { return true }
    let fields = Set(columns.flatMap(\.fields).map(\.field.name))
    let tells = fields.contains {
      ["email", "phone", "mobile", "identityNumber", "vatNumber"].contains($0) || $0.hasPrefix("invoiceAddress")
        || $0.hasPrefix("visitingAddress") || $0.hasPrefix("mailAddress") || $0.hasPrefix("contactPersons")
    }
    return fields.contains("name") && (tells || fields.contains("number")) || fields.contains("number") && tells
  }

  /// The heading of the column that is likeliest of a field which nothing fills; nil when no cells look so.
  package func likeliest(_ path: FieldPath) -> String? {
    guard let role = Role(path) else { return nil }
    let free = zip(senses, columns).filter { $0.1.fields.isEmpty && !$0.0.heading.trimmingBlanks.isEmpty }.map(\.0)
    return (free.first { $0.guess == role } ?? free.first { !$0.reading.isOther && role.fit($0.cells) == .supported })?
      .heading.trimmingBlanks
  }

  /// A mapping file to start from.
  ///
  /// - Parameter isComplete: true for one that is kept: what it leaves is left in later imports.
  package func suggestion(name: String, rows: Int, isComplete: Bool = false) -> MappingSuggestion {
    // Where a list has no headings, its first customer may stand there.
    let open = columns.filter { $0.fields.isEmpty && !$0.header.trimmingBlanks.isEmpty }.map {
      "\"\(IdentityMask.masked($0.header))\""
    }
    var entries: [(column: ColumnMapping, note: String)] =
      mapping.map { file in
        let match = HeaderMatch(file, header: headings)
        return match.found.map { found in
          let note =
            found.sources.lazy.compactMap(\.self).first.map { columns[$0].note }
            ?? (beganFromMapping ? "" : UnderstandingTexts.numbersTellCountry.english)
          return (found.entry(of: file, under: headings), note)
        }
      } ?? []
    if entries.isEmpty {
      let heading = headings.first { !HeaderKey.of($0).isEmpty } ?? "Namn"
      entries = [
        (
          ColumnMapping(fields: [FieldPath(.customerName)], source: .headers([heading]), place: ""),
          SuggestionTexts.nothingRecognised.english
        )
      ]
    }
    let json = MappingWriter.file(
      name: name, description: SuggestionTexts.description(rows: rows, open: open).english,
      // What somebody looked at is not added to unseen.
      otherColumns: mapping.map { $0.otherColumns == .understood ? .knownCustomFields : $0.otherColumns }
        ?? .knownCustomFields, isComplete: isComplete, headerRow: mapping?.headerRow,
      columns: entries.sorted { $0.column.fields[0] < $1.column.fields[0] })
    return MappingSuggestion(json: json, columns: columns)
  }
}

extension MappingSuggestion.Column {
  /// In English, as all JSON is.
  fileprivate var note: String { SuggestionTexts.note(percent: Int((confidence * 100).rounded()), reason).english }
}
