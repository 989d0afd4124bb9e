import CustomerModel
import Rows
import SwedishIdentity

/// Builds the plan of a ``CompiledMapping``.
struct MappingCompiler {
  var plan = MappingPlan()
  private(set) var columns: [RecordColumn] = []
  private let file: MappingFile
  private let header: [String]
  let customFields: [CustomFieldDefinition]
  /// Those that are not removed, by what headings are compared by: a file may have thousands of columns.
  private let definitions: [String: CustomFieldDefinition]
  private let today: CalendarDay
  /// Those of the plan's tables.
  private var lists: [WordList] = []
  /// What is mended in the cells; nil for nothing.
  let repairs: CellRepairs?
  /// The words that the mapping gives for a blank cell; nil for the usual ones.
  var blankWords: [String]? { file.blankWords }
  /// True when what guards a text is taken off.
  var repairsGuards: Bool { file.repairs.contains(.guards) }
  /// True when columns that no field takes may hold customers' names, too.
  var hasOtherNames = false
  /// The source columns that a program looks at already.
  var counted: Set<Int> = []

  init(
    _ file: MappingFile, header: [String], empty: EmptyPolicy, customFields: [CustomFieldDefinition],
    today: CalendarDay,
    repairs: CellRepairs?
  ) {
    self.repairs = repairs
    self.file = file
    self.header = header
    self.customFields = customFields
    definitions = Dictionary(
      customFields.filter { !$0.isRemoved }.map { (HeaderKey.of($0.name), $0) }, uniquingKeysWith: { first, _ in first }
    )
    self.today = today
    plan.clearsBlanks = empty == .clear
    if !file.clearWords.isEmpty { plan.clearWords = table(WordList(file.clearWords.map { WordPair($0, "") })) }
  }

  mutating func add(_ found: [HeaderMatch.Found]) {
    for found in found {
      let headings = found.sources.compactMap { $0.flatMap { RecordHeading(header[$0]) } }
      if found.entry == nil, !headings.isEmpty, let path = found.fields.first.flatMap(\.self) {
        addRecords(path, headings, sources: found.sources.compactMap(\.self))
        continue
      }
      let entry = found.entry.map { file.columns[$0] }
      let fields = found.fields.map { $0.map(definedName) }
      let column = entry ?? ColumnMapping(fields: fields.compactMap(\.self), source: .headers([]), place: "")
      add(
        column, fields: fields, sources: found.sources.compactMap(\.self),
        firstSources: found.sources.prefix(column.source.firstCount).compactMap(\.self).count)
    }
  }

  /// Maps what is left to custom fields where the mapping says so, and returns the rest.
  mutating func addOtherColumns(_ unmapped: [HeaderMatch.Unmapped]) -> [HeaderMatch.Unmapped] {
    guard file.otherColumns != .report else { return unmapped }
    var left: [HeaderMatch.Unmapped] = []
    var paths = Set(columns.map(\.path))
    for column in unmapped {
      let known = defined(column.name)
      let path = FieldPath(custom: known?.name ?? column.name.trimmingBlanks)
      let isWanted = known != nil || file.otherColumns == .customFields && column.takenField == nil
      if isWanted, !HeaderKey.of(column.name).isEmpty, paths.insert(path).inserted {
        add(
          ColumnMapping(fields: [path], source: .headers([]), place: ""), fields: [path], sources: [column.index])
      } else {
        left.append(column)
      }
    }
    return left
  }

  private func defined(_ name: String) -> CustomFieldDefinition? {
    definitions.isEmpty ? nil : definitions[HeaderKey.of(name)]
  }

  /// A custom field by the name that the register knows it by.
  private func definedName(_ path: FieldPath) -> FieldPath {
    guard path.field == .customFields, !customFields.contains(where: { $0.name == path.customName }) else {
      return path
    }
    return defined(path.customName).map { FieldPath(custom: $0.name) } ?? path
  }

  /// - Parameter firstSources: how many of the sources are those of which the first filled one counts.
  private mutating func add(
    _ column: ColumnMapping, fields: [FieldPath?], sources: [Int], firstSources: Int = 0
  ) {
    let lists = column.transforms.compactMap { if case .list(let separators) = $0 { separators } else { nil } }
    let forms = fields.map { path -> TextForm in path.map { textForm(of: $0) } ?? .oneLine }
    let form = TextForm(before: forms, transforms: !column.transforms.isEmpty)
    let firstOutput = plan.outputs.count
    let splitPlace = column.transforms.firstIndex { if case .split = $0 { true } else { false } }
    let firstOperation = plan.operations.count
    if !column.values.isEmpty { addWords(WordList(YesNoWords.completed(column.values))) }
    for transform in column.transforms[..<(splitPlace ?? column.transforms.count)] { add(transform) }
    let before = firstOperation..<plan.operations.count
    var split = MappingPlan.Split.none
    if let splitPlace, case .split(let kind) = column.transforms[splitPlace] { split = compile(kind) }
    for (path, form) in zip(fields, forms) {
      let start = plan.operations.count
      if let splitPlace {
        for transform in column.transforms[(splitPlace + 1)...] { add(transform) }
      }
      if let path {
        if !column.transforms.isEmpty || !column.values.isEmpty {
          plan.operations.append(.init(code: .clean, first: form.number))
        }
        addCanonicalForm(of: path, separators: lists.last)
        markSwedishForms(start..<plan.operations.count, of: path)
        if splitPlace == nil { markSwedishForms(before, of: path) }
      }
      let operations = start..<plan.operations.count
      plan.outputs.append(
        .init(column: path == nil ? -1 : columns.count, operations: operations, blankDefault: .missing))
      if let path { addColumn(path, column, sources) }
    }
    addDefault(column, before, firstOutput, forms[0])
    let program = source(column, sources, fields.compactMap(\.self), firstSources)
    let outputs = firstOutput..<plan.outputs.count
    plan.programs.append(
      .init(
        source: program.source, form: form, sources: program.sources,
        separator: program.separator,
        operations: before, split: split, outputs: outputs))
  }

  /// A list of records whose members stand in columns of their own.
  private mutating func addRecords(_ path: FieldPath, _ headings: [RecordHeading], sources: [Int]) {
    let start = plan.operations.count
    addCanonicalForm(of: path, separators: nil)
    markSwedishForms(start..<plan.operations.count, of: path)
    let output = MappingPlan.Output(
      column: columns.count, operations: start..<plan.operations.count, blankDefault: .missing)
    let firstSource = plan.sources.count
    plan.sources += sources
    for (source, heading) in zip(sources, headings) { plan.cares.append(care(for: source, of: heading)) }
    plan.outputs.append(output)
    plan.recordHeadings.append(headings)
    plan.programs.append(
      .init(
        source: .records(plan.recordHeadings.count - 1), form: .ofRecords,
        sources: firstSource..<plan.sources.count, separator: .blank, operations: start..<start, split: .none,
        outputs: plan.outputs.count - 1..<plan.outputs.count))
    columns.append(RecordColumn(path: path, sources: sources, header: path.field.name))
  }

  /// A column that no program fills.
  mutating func addUnfilledColumn(_ path: FieldPath) {
    columns.append(RecordColumn(path: path, sources: [], header: path.heading))
  }

  private mutating func addColumn(_ path: FieldPath, _ column: ColumnMapping, _ sources: [Int]) {
    columns.append(
      RecordColumn(
        path: path, sources: sources, header: sources.first.map { header[$0] } ?? path.heading, unknown: column.unknown,
        isGivenByMapping: column.source.parts.isEmpty || column.blankDefault != nil))
  }

  /// A constant passes its steps once, here, instead of in every row; a default only those of the field's own form.
  private mutating func addDefault(
    _ column: ColumnMapping, _ operations: Range<Int>, _ output: Int, _ form: TextForm
  ) {
    if case .constant(let value) = column.source {
      plan.outputs[output].blankDefault = canonical(value, [operations, plan.outputs[output].operations], form)
    } else if let value = column.blankDefault {
      plan.outputs[output].blankDefault = canonical(value, [plan.outputs[output].operations], form)
    }
  }

  /// The literal that steps make of a text; ``Piece/missing`` when nothing is left of it.
  private mutating func canonical(_ text: String, _ operations: [Range<Int>], _ form: TextForm) -> Piece {
    let result = Array(text.utf8).withUnsafeBufferPointer { source -> String in
      var workspace = Workspace(
        plan: plan, today: today, source: source, cells: .init(start: nil, count: 0), rows: .init(start: nil, count: 0),
        values: .init(start: nil, count: 0))
      defer { workspace.deallocate() }
      return workspace.text(workspace.run(operations, on: Piece(start: 0, length: source.count), form))
    }
    return result.isEmpty ? .missing : plan.literal(result)
  }

  private mutating func source(
    _ column: ColumnMapping, _ sources: [Int], _ fields: [FieldPath], _ firstSources: Int
  ) -> (source: MappingPlan.Program.Source, sources: Range<Int>, separator: Piece) {
    let start = plan.sources.count
    plan.sources.append(contentsOf: sources)
    for source in sources { plan.cares.append(care(for: source, of: column, fields: fields)) }
    let range = start..<plan.sources.count
    switch column.source {
    case .constant: return (.constant, range, .blank)
    case .headers: return (.cell, range, .blank)
    case .firstOf: return (.firstOf, range, .blank)
    case .firstOfOrJoin(_, _, let separator):
      return (.firstOfOrJoin(firstSources), range, plan.literal(separator))
    case .join(_, let separator): return (.join, range, plan.literal(separator))
    }
  }

  private func textForm(of path: FieldPath) -> TextForm {
    TextForm(of: path, customFields.first { $0.name == path.customName })
  }

  /// The words of a table.
  func list(_ table: Int) -> WordList { lists[table] }

  /// The index of a table of words; the same words have one table.
  mutating func table(_ words: WordList) -> Int {
    if let index = lists.firstIndex(of: words) { return index }
    lists.append(words)
    return plan.table(words)
  }
}
