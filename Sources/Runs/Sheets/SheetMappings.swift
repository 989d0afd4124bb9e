import CustomerModel
import Mapping
import Rows
import SwedishIdentity

/// The mapping of an input, compiled against each of its sheets: the batches of all have the same columns.
struct SheetMappings: Sendable {
  private let each: [CompiledMapping]
  /// The columns of the input that no field takes.
  let unmappedHeaders: [HeaderMatch.Unmapped]
  /// Everything that decides what becomes of a row, see ``CompiledMapping/fingerprint``.
  let fingerprint: [UInt8]
  /// True when a field may come from another column, or by another heading, in each sheet.
  let columnsDiffer: Bool
  /// Those of each mapping that lose their fractions; asked for every rejected row.
  private let fractions: [Set<Int>]
  /// True when each sheet has a mapping of its own.
  private var areSeveral: Bool { each.count > 1 }

  /// The columns of the records; what they say of sources holds for the first sheet, see ``RecordBatch/columns``.
  var columns: [RecordColumn] { each[0].columns }

  /// The columns of the input that some sheet's fields are made of, ascending.
  var sources: [Int] { Set(each.flatMap { $0.columns.flatMap(\.sources) }).sorted() }

  /// The columns of the records as each sheet makes them: a field may be there several times.
  var columnsOfSheets: [RecordColumn] { each.flatMap(\.columns) }

  /// - Parameter fractions: the columns of the input whose whole numbers are written with a fraction, for each sheet; empty for
  ///   none in any.
  /// - Throws: as ``CompiledMapping/init(_:header:empty:today:customFields:sample:shortRowsAreBlank:repairs:)``.
  init(
    _ source: ImportSource, empty: EmptyPolicy, typeFrom: TypeSource? = nil, today: CalendarDay,
    customFields: [CustomFieldDefinition],
    fractions: [Set<Int>] = []
  ) throws {
    let own = try source.sheets.enumerated().map { index, sheet in
      var repairs = CellRepairs(header: sheet.header)
      if !fractions.isEmpty {
        repairs.fractions = Set(sheet.header.indices.filter { fractions[index].contains(sheet.places[$0]) })
      }
      return try CompiledMapping(
        source.mapping, header: sheet.header, empty: empty, typeFrom: typeFrom, today: today,
        customFields: customFields, sample: sheet.sample, shortRowsAreBlank: source.format == .workbook,
        repairs: repairs)
    }
    columnsDiffer = !source.isUniform
    guard columnsDiffer else {
      let areEqual = own.allSatisfy { $0.fingerprint == own[0].fingerprint }
      each = areEqual ? [own[0]] : own
      self.fractions = each.map(\.fractionColumns)
      unmappedHeaders = own[0].unmappedHeaders
      fingerprint = each.flatMap(\.fingerprint)
      return
    }
    var columns: [RecordColumn] = []
    var paths: Set<FieldPath> = []
    for column in own.flatMap(\.columns) where paths.insert(column.path).inserted { columns.append(column) }
    each = zip(own, source.sheets).map { $0.placed($1.places, among: columns) }
    self.fractions = each.map(\.fractionColumns)
    var taken: Set<Int> = []
    unmappedHeaders = each.flatMap(\.unmappedHeaders).filter { taken.insert($0.index).inserted }
    fingerprint = each.flatMap(\.fingerprint)
  }

  /// True when identity numbers tell the types that rows do not give.
  var derivesTypes: Bool { each.contains(where: \.derivesTypes) }

  /// The columns of the records of a table.
  func columns(ofTable table: Int) -> [RecordColumn] { each[areSeveral ? table : 0].columns }

  /// The columns of the input in which every whole number of a table loses its fraction of zero.
  func fractionColumns(ofTable table: Int) -> Set<Int> { fractions[areSeveral ? table : 0] }

  /// True when the form of some field depends on the customer's country.
  var hasSwedishForms: Bool { each.contains(where: \.hasSwedishForms) }

  /// Maps a batch by its sheet.
  ///
  /// - Parameter background: as in ``CompiledMapping/map(_:over:)``.
  func map(_ rows: consuming RowBatch, over background: CountrySigns = CountrySigns()) -> RecordBatch {
    let sheet = areSeveral ? rows.table : 0
    return each[sheet].map(rows, over: background)
  }
}
