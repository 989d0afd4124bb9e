import CustomerModel
import Differ
import Mapping
import RegisterStore
import Rows
import SwedishIdentity
import Validation
import Writers

/// How an import is put together, once the register is open.
extension ImportRun {
  /// - Parameter filling: what a directory tells of the input's companies; nil when nobody is asked.
  func session(
    _ reader: RegisterReader, writer: RegisterWriter?, today: CalendarDay, changes: (any ChangeSink)?,
    filling: FillMissing?, problemLog: ProblemLog? = nil
  ) throws -> ImportSession {
    let settings = try reader.settings()
    var customFields = try reader.customFields()
    let empty = options.empty ?? source.mapping.empty ?? .keep
    var mapping = try SheetMappings(
      source, empty: empty, typeFrom: options.typeFrom, today: today, customFields: customFields)
    let unknownWords = try source.columnsOfUnknownWords(mapping)
    let leaving = Set(unknownWords.map(\.path))
    if !leaving.isEmpty {
      mapping = try SheetMappings(
        source, empty: empty, typeFrom: options.typeFrom, today: today, customFields: customFields, leaving: leaving)
    }
    try source.requireCustomers(in: mapping, options, settings, reader, asksDirectory: filling != nil)
    let added = try source.newCustomFields(mapping, known: customFields, of: options.input)
    if !added.isEmpty {
      // In the order in which the register will give them, so that the next run knows the rows of this one.
      customFields = (customFields + added).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      for definition in added { try writer?.addCustomField(definition) }
    }
    let fractions = try source.fractionColumns(of: mapping, customFields: customFields)
    if !added.isEmpty || fractions.contains(where: { !$0.isEmpty }) {
      mapping = try SheetMappings(
        source, empty: empty, typeFrom: options.typeFrom, today: today, customFields: customFields,
        fractions: fractions, leaving: leaving)
    }
    let takesSeveralRows = source.severalRows(options) != nil
    if takesSeveralRows, !mapping.columns.contains(where: { $0.path.field.isRepeated }) {
      throw KundregError(
        .severalRowsNoColumns,
        SeveralRowsTexts.noColumns(
          mapping: source.mapping.name, input: options.input, isOfMapping: options.severalRows == nil))
    }
    let judging = try ValidationContext(
      reader, severities: context.severities, today: today, customFields: customFields,
      origin: ValueOrigin(source.format))
    let fills = filling.map { _ in FillPlan(columns: mapping.columns) }
    let validator = try Validator(
      context: judging, columns: fills?.columns ?? mapping.columns, headers: source.header,
      rowsMayBeLonger: source.format == .workbook,
      reasonsColumn: RejectsColumn.errors.index(in: source.header))
    let fingerprint = self.fingerprint(mapping, settings: settings, customFields: customFields, users: judging.users)
    let seed = try reader.digestSeed()
    var search = CustomerSearch()
    search.activity = .inactive
    var pipeline = RowPipeline(
      source: source, mapping: mapping, validator: validator,
      // A row that did not change may still be of a customer that lacks something, or disagree with the first of several.
      taken: try filling == nil && !takesSeveralRows
        ? reader.digestList(fingerprint: fingerprint) : DigestList(),
      digestSeed: seed, remembers: writer != nil,
      inactive: options.inactivatesMissing ? Set(try reader.customers(search)) : [], fills: fills,
      ofKnown: mapping.columnsOfKnown.map { own in
        let columns = own + (fills?.columns.dropFirst(own.count) ?? [])
        return (columns, validator.bound(to: columns))
      })
    let fillNotes =
      try filling?.prepare(
        &pipeline, reader: reader, ownRuns: writer == nil ? 0 : 1, options: options, settings: settings) ?? []
    let scope = try ImportScope(
      options: options, source: source, pipeline: pipeline, settings: settings, reader: reader, writer: writer,
      fingerprint: fingerprint)
    let session = try ImportSession(
      scope, known: judging.known,
      outputs: ImportOutputs(
        changes: changes, rejects: options.isDryRun ? nil : try rejectsFile(), problemLog: problemLog))
    session.telling.report.addedDefinitions = added
    session.telling.unknownWords = unknownWords
    try changes?.addCustomFields(added)
    session.telling.report.notes += fillNotes + source.notesOnKinds(of: added) + source.notesOnHeadings(mapping.further)
    return session
  }

  /// Everything that decides what becomes of a row: when any of it is another, no remembered row counts.
  private func fingerprint(
    _ mapping: SheetMappings, settings: RegisterSettings, customFields: [CustomFieldDefinition],
    users: Set<String>
  ) -> [UInt8] {
    // Raised whenever the program makes something else of the same row.
    var text = "5\n"
    for setting in Setting.allCases { text += "\(setting.rawValue)=\(settings[setting])\n" }
    for (code, severity) in context.severities.sorted(by: { $0.key < $1.key }) {
      text += "\(code)=\(severity.rawValue)\n"
    }
    for field in customFields { text += "\(field)\n" }
    if mapping.columns.contains(where: { $0.path.field == .assigned }) {
      for user in users.sorted() { text += "user=\(user)\n" }
    }
    text += options.match.map(\.rawValue).joined(separator: ",")
    var hasher = RowDigest.Hasher(seed: 1)
    for bytes in [mapping.fingerprint, Array(text.utf8)] { bytes.withUnsafeBytes { hasher.combine($0) } }
    return hasher.finish().bytes
  }
}
