package import CustomerModel
package import Texts

/// The upload template: an empty table with the headings that the shipped mapping knows.
///
/// As a workbook it has drop-downs where a column has fixed values, every column as text, and a second sheet that explains
/// each field. As `.csv` it is the headings alone.
package enum TemplateFile {
  /// Writes the template.
  ///
  /// - Parameters:
  ///   - path: Ends in `.xlsx` or `.csv`.
  ///   - definitions: The register's custom fields; removed ones are left out.
  ///   - references: The register's lists, offered as drop-downs.
  ///   - language: That of the headings, of the words in the drop-downs, and of the guide. An import reads each.
  /// - Throws: ``KundregError``: status 64 for another ending, 1 when the file cannot be written.
  package static func write(
    path: String, definitions: [CustomFieldDefinition] = [], references: [ReferenceKind: [String]] = [:],
    language: Language = .swedish
  ) throws {
    guard let format = try? ExportFile.Format(path: path), format != .json else {
      throw KundregError(.outputUnknownFormat, WriterTexts.templateIsTable(path))
    }
    let current = definitions.filter { !$0.isRemoved }
    let table = ExportTable(
      columns: TemplateColumns.all(current), definitions: current,
      language: language)
    let byName = Dictionary(current.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    if format == .csv {
      let writer = try DelimitedWriter(path: path)
      try writer.append(table.headings)
      try writer.finish()
    } else {
      let writer = try WorkbookWriter(path: path)
      let columns = zip(table.columns, table.headings).map { path, heading in
        column(path, heading, byName[path.customName], references, language)
      }
      try writer.addSheet(ExportFile.sheetName[language], columns: columns)
      try writeGuide(table, byName, language, to: writer)
      try writer.finish()
    }
  }

  private static func column(
    _ path: FieldPath, _ heading: String, _ definition: CustomFieldDefinition?,
    _ references: [ReferenceKind: [String]], _ language: Language
  ) -> WorkbookWriter.Column {
    var choices: [String] = []
    switch path.field.kind {
    case .choice(let words): choices = words.map { ValueLabels.choice($0)[language] }
    case .boolean: choices = yesNo.map { $0[language] }
    case .custom where definition?.kind == .boolean: choices = yesNo.map { $0[language] }
    case .custom: choices = definition?.choices ?? []
    default: break
    }
    guard choices.isEmpty, let kind = path.field.referenceKind else {
      return WorkbookWriter.Column(heading, choices: choices, onlyChoices: true)
    }
    // A name that the list lacks may be created by the import, and a set has several: offered, not demanded.
    return WorkbookWriter.Column(heading, choices: references[kind] ?? [])
  }

  private static let yesNo = [ValueLabels.yes, ValueLabels.no]

  private static let guideColumns: [(heading: Text, width: Double, wrapsText: Bool)] = [
    (FieldGuideTexts.heading, 36, false), (FieldGuideTexts.explanation, 60, true), (FieldGuideTexts.allowed, 48, true),
    (FieldGuideTexts.example, 26, false), (FieldGuideTexts.requirement, 30, true),
    (FieldGuideTexts.fieldName, 38, false),
  ]

  /// True for the first row of a template's guide, in whatever language: what stands below is about customers, and is none.
  package static func isGuide(firstRow: [String?]) -> Bool {
    Language.allCases.contains { language in
      firstRow.elementsEqual(guideColumns.lazy.map { $0.heading[language] }, by: { $0 == $1 })
    }
  }

  private static func writeGuide(
    _ table: ExportTable, _ definitions: [String: CustomFieldDefinition], _ language: Language,
    to writer: WorkbookWriter
  ) throws {
    try writer.addSheet(
      FieldGuideTexts.sheet[language],
      columns: guideColumns.map { .init($0.heading[language], width: $0.width, wrapsText: $0.wrapsText) })
    for (path, heading) in zip(table.columns, table.headings) {
      let guide = FieldGuide(path, definition: definitions[path.customName])
      try writer.append([
        heading, guide.explanation[language], guide.allowed[language], guide.example[language],
        guide.requirement[language],
        path.description,
      ])
    }
    for rule in rules { try writer.append([nil, rule[language]]) }
  }

  /// What holds for the table as a whole.
  private static let rules = [
    FieldGuideTexts.rowIsCustomer(sheet: ExportFile.sheetName), FieldGuideTexts.emptyCell, FieldGuideTexts.rejects,
    FieldGuideTexts.dryRun,
  ]
}
