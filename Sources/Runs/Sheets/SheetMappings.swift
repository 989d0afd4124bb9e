import CustomerModel
import Mapping
import Rows
import SwedishIdentity
import Understanding

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
  /// By what the rows of customers that are there are read, where that is less than what new customers get: for each sheet as ``each``,
  /// with the same columns, of which those that it does not fill are absent in every row. Empty where all rows are read alike.
  private let eachOfKnown: [CompiledMapping]
  /// By what rows are read that get no country, see ``countryProof``: for each sheet as ``each``, with the same columns. Empty where
  /// no country is proven.
  private let eachWithoutCountry: [CompiledMapping]
  /// The same of ``eachOfKnown``.
  private let eachOfKnownWithoutCountry: [CompiledMapping]
  /// What tells the country that rows get which say none; nil where nothing does.
  let countryProof: CountryProof?
  /// The fields that only new customers get.
  let fieldsOfNew: Set<FieldPath>
  /// What new customers get besides; nil for nothing.
  let further: FurtherColumns?
  /// True when each sheet has a mapping of its own.
  private var areSeveral: Bool { each.count > 1 }

  /// The columns of the records; what they say of sources holds for the first sheet, see ``RecordBatch/columns``.
  var columns: [RecordColumn] { each[0].columns }

  /// The columns of the input that some sheet's fields are made of, ascending.
  var sources: [Int] { Set(each.flatMap { $0.columns.flatMap(\.sources) }).sorted() }

  /// The columns of the records as each sheet makes them: a field may be there several times.
  var columnsOfSheets: [RecordColumn] { each.flatMap(\.columns) }

  /// - Parameters:
  ///   - fractions: the columns of the input whose whole numbers are written with a fraction, for each sheet; empty for none in any.
  ///   - leaving: fields that no column fills, whatever the mapping says.
  /// - Throws: as ``CompiledMapping/init(_:header:empty:today:customFields:sample:shortRowsAreBlank:repairs:)``.
  init(
    _ source: ImportSource, empty: EmptyPolicy, typeFrom: TypeSource? = nil, today: CalendarDay,
    customFields: [CustomFieldDefinition],
    fractions: [Set<Int>] = [], leaving: Set<FieldPath> = []
  ) throws {
    further = source.further?.leaving { heading in
      customFields.contains { !$0.isRemoved && HeaderKey.of($0.name) == HeaderKey.of(heading) }
    }
    func compiled(_ file: MappingFile) throws -> [CompiledMapping] {
      try source.sheets.enumerated().map { index, sheet in
        var repairs = CellRepairs(header: sheet.header)
        if !fractions.isEmpty {
          repairs.fractions = Set(sheet.header.indices.filter { fractions[index].contains(sheet.places[$0]) })
        }
        return try CompiledMapping(
          file, header: sheet.header, empty: empty, typeFrom: typeFrom, today: today, customFields: customFields,
          sample: sheet.sample, shortRowsAreBlank: source.format == .workbook, repairs: repairs,
          leaving: leaving)
      }
    }
    let countryProof = source.countryProof
    self.countryProof = countryProof
    // A list that no mapping fits has the entry among its own.
    let besideFitting = source.understanding?.countryProof == nil ? countryProof?.entry : nil
    func compiledWithCountry(_ file: MappingFile) throws -> [CompiledMapping] {
      try compiled(besideFitting.map { file.with(file.columns + [$0]) } ?? file)
    }
    func compiledWithoutCountry(_ file: MappingFile) throws -> [CompiledMapping] {
      countryProof == nil ? [] : try compiled(file.withoutProvenCountry)
    }
    let file = further?.mapping ?? source.mapping
    let own = try compiledWithCountry(file)
    let withoutCountry = try compiledWithoutCountry(file)
    columnsDiffer = !source.isUniform
    guard columnsDiffer else {
      let areEqual = own.allSatisfy { $0.fingerprint == own[0].fingerprint }
      let whole = areEqual ? [own[0]] : own
      unmappedHeaders = own[0].unmappedHeaders
      guard let file = further == nil ? source.mappingOfKnown : source.mapping else {
        each = whole
        eachOfKnown = []
        eachOfKnownWithoutCountry = []
        fieldsOfNew = []
        eachWithoutCountry = withoutCountry.prefix(whole.count).map {
          $0.placed(Array(source.header.indices), among: whole[0].columns)
        }
        self.fractions = each.map(\.fractionColumns)
        fingerprint = (each + eachWithoutCountry).flatMap(\.fingerprint)
        return
      }
      let ofKnown = try compiledWithCountry(file).prefix(whole.count)
      let ofKnownWithout = try compiledWithoutCountry(file).prefix(whole.count)
      let paths = Set(whole[0].columns.map(\.path))
      fieldsOfNew = paths.subtracting(ofKnown[0].columns.map(\.path))
      let columns = whole[0].columns + ofKnown[0].columns.filter { !paths.contains($0.path) }
      let places = Array(source.header.indices)
      each = whole.map { $0.placed(places, among: columns) }
      eachOfKnown = ofKnown.map { $0.placed(places, among: columns) }
      eachWithoutCountry = withoutCountry.prefix(whole.count).map { $0.placed(places, among: columns) }
      eachOfKnownWithoutCountry = ofKnownWithout.map { $0.placed(places, among: columns) }
      self.fractions = each.map(\.fractionColumns)
      fingerprint = (each + eachOfKnown + eachWithoutCountry).flatMap(\.fingerprint)
      return
    }
    eachOfKnown = []
    eachOfKnownWithoutCountry = []
    fieldsOfNew = []
    var columns: [RecordColumn] = []
    var paths: Set<FieldPath> = []
    for column in own.flatMap(\.columns) where paths.insert(column.path).inserted { columns.append(column) }
    let all = columns
    each = zip(own, source.sheets).map { $0.placed($1.places, among: all) }
    eachWithoutCountry = zip(withoutCountry, source.sheets).map { $0.placed($1.places, among: all) }
    self.fractions = each.map(\.fractionColumns)
    var taken: Set<Int> = []
    unmappedHeaders = each.flatMap(\.unmappedHeaders).filter { taken.insert($0.index).inserted }
    fingerprint = (each + eachWithoutCountry).flatMap(\.fingerprint)
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
    guard let countryProof else { return each[sheet].map(rows, over: background) }
    var batch = each[sheet].map(rows, over: background)
    for row in countryProof.rowsAgainst(in: batch) {
      batch.replace(row, by: eachWithoutCountry[sheet].map(batch.rows.only(row), over: background))
    }
    return batch
  }

  /// Maps rows that get no country but their own.
  func mapWithoutProvenCountry(_ rows: consuming RowBatch, over background: CountrySigns) -> RecordBatch {
    guard countryProof != nil else { return mapOfKnown(rows, over: background) }
    let sheet = areSeveral ? rows.table : 0
    return (readsKnownApart ? eachOfKnownWithoutCountry : eachWithoutCountry)[sheet].map(rows, over: background)
  }

  /// True when the rows of customers that are there are read otherwise than those of new ones.
  var readsKnownApart: Bool { !eachOfKnown.isEmpty }

  /// The columns of the records of customers that are there, of each table; empty where all rows are read alike.
  var columnsOfKnown: [[RecordColumn]] { eachOfKnown.map(\.columns) }

  /// True when a row that is the same as its customer, as new ones are read, is so as those are read that are there: what new ones
  /// get besides says nothing of the country.
  var sameIsSameOfKnown: Bool {
    further != nil && !CountryEvidence.allCases.contains { fieldsOfNew.contains(FieldPath($0.field)) }
  }

  /// Maps rows of customers that are there.
  func mapOfKnown(_ rows: consuming RowBatch, over background: CountrySigns) -> RecordBatch {
    guard readsKnownApart else { return map(rows, over: background) }
    let sheet = areSeveral ? rows.table : 0
    guard let countryProof else { return eachOfKnown[sheet].map(rows, over: background) }
    var batch = eachOfKnown[sheet].map(rows, over: background)
    for row in countryProof.rowsAgainst(in: batch) {
      batch.replace(row, by: eachOfKnownWithoutCountry[sheet].map(batch.rows.only(row), over: background))
    }
    return batch
  }
}
