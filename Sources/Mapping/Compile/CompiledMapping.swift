package import CustomerModel
package import Rows
package import SwedishIdentity

/// A mapping compiled against a header: turns rows into records, touching each cell once.
package struct CompiledMapping: Sendable {
  /// The columns of the records, in the order of the mapping; no field twice.
  package private(set) var columns: [RecordColumn]
  /// The source columns that no field takes, for the report. Blank headings stand here only when their columns are known
  /// to hold something.
  package private(set) var unmappedHeaders: [HeaderMatch.Unmapped]
  /// Everything that decides what becomes of a row, as bytes that are the same in every process: for digests of rows that
  /// did not change. Of today only the year is in it, which decides centuries; a number without century keeps the reading
  /// of the day on which its row last changed.
  package private(set) var fingerprint: [UInt8]

  /// True when identity numbers tell the types that rows do not give.
  package var derivesTypes: Bool { plan.typeDerivation != nil }

  private(set) var plan: MappingPlan
  private let today: CalendarDay

  /// - Parameters:
  ///   - file: of a mapping of both directions the entries that read, and depend on no option, are taken; those of
  ///     ``MappingFile/incoming(options:)`` all.
  ///   - empty: what a blank cell means; nil for what the mapping says, or `keep`.
  ///   - typeFrom: what decides the type of new customers whose rows give none; nil for what the mapping says.
  ///   - customFields: the custom fields that the register has.
  ///   - repairs: what is mended in the cells of a file; nil where cells are what somebody meant.
  ///   - leaving: fields that nothing fills: their columns are left.
  ///   - shortRowsAreBlank: true when cells that a row ends before are blank, false when the row says nothing of them.
  ///   - sample: some rows below the header, by which a column without heading is known to be empty.
  /// - Throws: ``KundregError`` with status 78, `mapping.requiredMissing`, when the header lacks a required field.
  package init(
    _ file: MappingFile, header: [String], empty: EmptyPolicy? = nil, typeFrom: TypeSource? = nil, today: CalendarDay,
    customFields: [CustomFieldDefinition] = [], sample: [[String?]] = [], shortRowsAreBlank: Bool = false,
    repairs: CellRepairs? = nil, leaving: Set<FieldPath> = []
  ) throws {
    let file = file.incoming()
    let match = HeaderMatch(file, header: header)
    if let missing = match.missing.first { throw Self.missing(missing, file, header) }
    var compiler = MappingCompiler(
      file, header: header, empty: empty ?? file.empty ?? .keep, customFields: customFields, today: today,
      repairs: repairs)
    compiler.hasOtherNames = match.unmapped.contains { $0.takenField?.field == .customerName }
    let isLeft = { (found: HeaderMatch.Found) in found.fields.contains { $0.map(leaving.contains) ?? false } }
    compiler.add(match.found.filter { !isLeft($0) })
    let left =
      compiler.addOtherColumns(match.unmapped)
      + match.found.filter(isLeft).flatMap(\.sources).compactMap(\.self).map {
        HeaderMatch.Unmapped(index: $0, name: header[$0], takenField: nil)
      }
    unmappedHeaders = left.filter { column in
      !HeaderKey.of(column.name).isEmpty
        || sample.contains { column.index < $0.count && $0[column.index]?.trimmingBlanks.isEmpty == false }
    }
    if typeFrom ?? file.typeFrom != nil { compiler.addTypeDerivation() }
    compiler.plan.shortRowsAreBlank = shortRowsAreBlank
    compiler.findForeignRows()
    columns = compiler.columns
    plan = compiler.plan
    self.today = today
    let columns = compiler.columns.map { column in
      "\(column.path) \(column.sources.map(String.init).joined(separator: ",")) \(column.unknown.rawValue) \(column.header)"
    }
    fingerprint =
      Array("mapping 2 \(today.year) \(columns.joined(separator: "\n")) ".utf8) + compiler.plan.fingerprint
  }

  /// The same mapping for one of several sheets: its cells stand under the columns of the whole input, and its batches have
  /// the columns of all sheets.
  ///
  /// - Parameters:
  ///   - places: for each column of the sheet its column in the input.
  ///   - all: the columns of the records of all sheets. Those that this one lacks are absent in every row.
  package func placed(_ places: [Int], among all: [RecordColumn]) -> CompiledMapping {
    var placed = self
    let own = Dictionary(uniqueKeysWithValues: columns.map { ($0.path, $0) })
    placed.columns = all.map { column in
      guard let mine = own[column.path] else {
        return RecordColumn(path: column.path, sources: [], header: column.path.heading, unknown: column.unknown)
      }
      return RecordColumn(
        path: column.path, sources: mine.sources.map { places[$0] }, header: mine.header, unknown: mine.unknown,
        isGivenByMapping: mine.isGivenByMapping)
    }
    placed.plan.place(
      sources: places, columns: columns.map { column in all.firstIndex { $0.path == column.path }! })
    placed.unmappedHeaders = unmappedHeaders.map {
      HeaderMatch.Unmapped(index: places[$0.index], name: $0.name, takenField: $0.takenField)
    }
    placed.fingerprint = fingerprint + placed.plan.fingerprint
    return placed
  }

  private static func missing(_ missing: HeaderMatch.Missing, _ file: MappingFile, _ header: [String]) -> KundregError {
    KundregError(
      .mappingRequiredMissing,
      MappingTexts.requiredMissing(
        file.name, field: missing.field.description, tried: missing.headings,
        found: header.filter { !$0.trimmingBlanks.isEmpty }.map(\.cutForSentence)))
  }

  /// The source columns in which every whole number loses its fraction of zero.
  package var fractionColumns: Set<Int> {
    let columns = zip(plan.sources, plan.cares)
    return Set(columns.filter(\.1.dropsFraction).map(\.0)).subtracting(columns.filter { !$1.dropsFraction }.map(\.0))
  }

  /// True when the form of some field depends on the customer's country.
  package var hasSwedishForms: Bool { !plan.foreignRows.programs.isEmpty }

  /// Maps a batch. What is derived is appended to the batch's arena; what is not is found where the reader put it.
  ///
  /// - Parameter background: what is known of the country of the customer that the rows are of, beside what they say.
  package func map(_ rows: consuming RowBatch, over background: CountrySigns = CountrySigns()) -> RecordBatch {
    var arena: [UInt8] = []
    swap(&arena, &rows.arena)
    let cells = rows.cells
    let places = rows.rows
    let errorCells = rows.errorCells
    var batch = RecordBatch(rows: rows, columns: columns)
    // The workspace reads the arena in place, so it is appended to when the last value is made.
    let workspace = arena.withUnsafeBufferPointer { source in
      cells.withUnsafeBufferPointer { cells in
        places.withUnsafeBufferPointer { places in
          batch.values.withUnsafeMutableBufferPointer { values in
            var workspace = Workspace(
              plan: plan, today: today, source: source, cells: cells, rows: places, values: values,
              background: background, errorCells: errorCells)
            workspace.run()
            if let derivation = plan.typeDerivation { workspace.deriveTypes(derivation) }
            return workspace
          }
        }
      }
    }
    if let words = plan.typeDerivation?.words {
      let start = UInt32(truncatingIfNeeded: arena.count) + words.start
      batch.derivedTypes = start..<start + words.length
    }
    arena.append(contentsOf: workspace.derivedBytes)
    batch.repairs = workspace.repairs
    batch.doubts = workspace.doubts
    if !workspace.foundErrors.isEmpty || !workspace.blankErrors.isEmpty {
      let errors = Set(errorCells).subtracting(workspace.blankErrors).union(workspace.foundErrors)
      batch.rows.errorCells = errors.sorted()
    }
    workspace.deallocate()
    swap(&arena, &batch.rows.arena)
    return batch
  }
}
