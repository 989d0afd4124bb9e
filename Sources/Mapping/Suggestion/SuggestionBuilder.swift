import CustomerModel
import Documents
import Texts

/// The work behind ``MappingSuggestion``: each step gives fields to columns that the steps before left.
struct SuggestionBuilder {
  private let header: [String]
  private let keys: [String]
  private let cells: [[String]]
  private let guesses: [ValueGuess?]
  private let library: MappingLibrary
  private var columns: [MappingSuggestion.Column?]
  private var entries: [(column: ColumnMapping, note: String)] = []
  private var filled: Set<FieldPath> = []
  private var otherColumns = OtherColumns.knownCustomFields

  init(header: [String], sample: [[String?]], library: MappingLibrary) {
    self.header = header
    keys = header.map(HeaderKey.of)
    cells = header.indices.map { index in sample.compactMap { index < $0.count ? $0[index] ?? "" : nil } }
    guesses = cells.map { ValueGuess.of($0) }
    self.library = library
    columns = Array(repeating: nil, count: header.count)
  }

  /// What the best mapping and then the others know by the heading. Accounting systems' mappings are not asked: what suits
  /// their records need not suit a list.
  mutating func takeKnownHeadings() {
    var files = library.all.filter { !$0.isTwoWay }
    switch library.best(for: header) {
    case .mapping(let best, _), .nearest(let best, _):
      files.removeAll { $0.name == best.name }
      files.insert(best, at: 0)
      otherColumns = best.otherColumns
    case .nothing: break
    }
    for file in files {
      for found in HeaderMatch(file, header: header).found { take(found, of: file) }
    }
    // A header that names fields itself needs no mapping to be known.
    for (index, path) in header.map(Headings.path(named:)).enumerated() where columns[index] == nil {
      if let path, !path.field.isReadOnly {
        give(index, path, 1, SuggestionTexts.isFieldName)
      }
    }
  }

  private mutating func take(_ found: HeaderMatch.Found, of file: MappingFile) {
    guard let index = found.entry, !found.sources.isEmpty else { return }
    var column = file.columns[index]
    let sources = found.sources.compactMap(\.self)
    guard !column.fields.contains(where: filled.contains), sources.allSatisfy({ columns[$0] == nil && isFirst($0) })
    else {
      return
    }
    let names = sources.map { header[$0].trimmingBlanks }
    switch column.source {
    case .join(_, let separator): column.source = .join(names.map { [$0] }, separator: separator)
    case .firstOf where names.count > 1: column.source = .firstOf(names.map { [$0] })
    default: column.source = .headers([names[0]])
    }
    let synonyms = Set(file.columns[index].source.parts.flatMap(\.self) + column.fields.map(\.description))
    let isExact = names.allSatisfy(synonyms.contains)
    let reason = isExact ? SuggestionTexts.isKnown(to: file.name) : SuggestionTexts.isNearlyKnown(to: file.name)
    for source in sources { note(source, column.fields, isExact ? 1 : 0.95, reason) }
    add(column, sources[0])
  }

  /// Columns whose cells prove what they are, whatever stands above them.
  mutating func takeCertainValues() {
    for index in header.indices { takeValues(index, from: 0.85) }
  }

  /// Columns whose heading is nearly one that is known.
  mutating func takeNearHeadings() {
    let known = Dictionary(
      library.all.flatMap { file in
        file.columns.filter { $0.fields.count == 1 && $0.source.parts.count == 1 }.flatMap { column in
          column.source.parts[0].map { (HeaderKey.of($0), (heading: $0, column: column)) }
        }
      }, uniquingKeysWith: { first, _ in first })
    for index in header.indices where isFree(index) && keys[index].utf8.count >= 4 {
      let candidates = known.filter { !filled.contains($0.value.column.fields[0]) }.keys.sorted()
      guard let near = NearestName.find(keys[index], among: candidates), let match = known[near] else { continue }
      let distance = NearestName.distance(keys[index], near)
      let confidence = max(0.4, 0.8 - 0.1 * Double(distance))
      if let guess = guesses[index], guess.confidence > confidence { continue }
      var column = match.column
      column.source = .headers([header[index].trimmingBlanks])
      note(index, column.fields, confidence, SuggestionTexts.isNear(match.heading))
      add(column, index)
    }
  }

  /// Columns whose cells look like something.
  mutating func takeLikelyValues() {
    for index in header.indices { takeValues(index, from: 0) }
  }

  private mutating func takeValues(_ index: Int, from confidence: Double) {
    guard isFree(index), let guess = guesses[index], guess.confidence >= confidence,
      let field = guess.fields.first(where: { !filled.contains($0) })
    else { return }
    let isFirstChoice = field == guess.fields.first
    give(index, field, isFirstChoice ? guess.confidence : guess.confidence - 0.2, SuggestionTexts.cellsAre(guess.what))
  }

  private mutating func give(_ index: Int, _ field: FieldPath, _ confidence: Double, _ reason: Text) {
    guard isFirst(index), !filled.contains(field) else { return }
    note(index, [field], confidence, reason)
    let heading = header[index].trimmingBlanks
    add(ColumnMapping(fields: [field], source: .headers([heading]), place: ""), index)
  }

  /// Records a finding; cells that contradict the heading make it doubtful.
  private mutating func note(_ index: Int, _ fields: [FieldPath], _ confidence: Double, _ reason: Text) {
    var confidence = confidence
    var reason = reason
    let filledCells = cells[index].filter { !$0.trimmingBlanks.isEmpty }
    if fields.first?.field == .identityNumber, filledCells.count >= 2 {
      let right = filledCells.count { ValueGuess.isIdentityNumber($0) }
      if right * 2 < filledCells.count {
        confidence = min(confidence, 0.5)
        reason = SuggestionTexts.butFewChecks(reason, right: right, of: filledCells.count)
      }
    }
    columns[index] = .init(
      index: index, header: header[index], fields: fields, confidence: confidence, reason: reason)
  }

  private mutating func add(_ column: ColumnMapping, _ index: Int) {
    filled.formUnion(column.fields)
    // The file is in English, as all JSON is.
    let note = columns[index].map { SuggestionTexts.note(percent: $0.percent, $0.reason).english } ?? ""
    entries.append((column, note))
  }

  /// True for a column with a heading that no step has taken and that an import does not pass over.
  private func isFree(_ index: Int) -> Bool {
    columns[index] == nil && isFirst(index) && !HeaderMatch.isIgnored(header[index])
  }

  /// False for a blank heading and for one that stands further left too: a mapping could not mean it.
  private func isFirst(_ index: Int) -> Bool { !keys[index].isEmpty && keys.firstIndex(of: keys[index]) == index }

  private func left(_ index: Int) -> MappingSuggestion.Column {
    let reason: Text
    if keys[index].isEmpty {
      reason = SuggestionTexts.noHeading
    } else if let first = keys.firstIndex(of: keys[index]), first != index {
      reason = SuggestionTexts.sameHeading(as: first + 1)
    } else if HeaderMatch.isIgnored(header[index]) {
      reason = SuggestionTexts.isPassedOver
    } else if ValueGuess.areYesOrNo(cells[index]) {
      reason = SuggestionTexts.isYesOrNo
    } else {
      reason = SuggestionTexts.isUnknown
    }
    return .init(index: index, header: header[index], fields: [], confidence: 0, reason: reason)
  }

  /// The mapping file. When nothing fits any column, one entry for the name keeps it loadable and shows where to begin.
  func suggestion(name: String, rows: Int) -> MappingSuggestion {
    let columns = header.indices.map { self.columns[$0] ?? left($0) }
    let open = columns.filter { $0.fields.isEmpty && !$0.header.trimmingBlanks.isEmpty }.map { "\"\($0.header)\"" }
    var entries = self.entries
    if entries.isEmpty {
      let heading = header.first { !HeaderKey.of($0).isEmpty } ?? "Namn"
      entries = [
        (
          ColumnMapping(fields: [FieldPath(.customerName)], source: .headers([heading]), place: ""),
          SuggestionTexts.nothingRecognised.english
        )
      ]
    }
    let json = MappingWriter.file(
      name: name, description: SuggestionTexts.description(rows: rows, open: open).english, otherColumns: otherColumns,
      columns: entries.sorted { $0.column.fields[0] < $1.column.fields[0] })
    return MappingSuggestion(json: json, columns: columns)
  }
}
