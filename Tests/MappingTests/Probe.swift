import CustomerModel
import Mapping
import Rows
import SwedishIdentity

/// Maps one table of texts, for tests.
enum Probe {
  static let today = CalendarDay(year: 2026, month: 11, day: 23)

  /// A batch of rows; nil is a cell that a JSON reader found missing.
  static func batch(_ rows: [[String?]]) -> RowBatch {
    var batch = RowBatch()
    for (index, row) in rows.enumerated() {
      batch.rows.append(.init(firstCell: batch.cells.count, cellCount: row.count, position: index + 2))
      for cell in row {
        guard let cell else {
          batch.cells.append(.init(start: Int(UInt32.max), length: 0))
          continue
        }
        batch.cells.append(.init(start: batch.arena.count, length: cell.utf8.count))
        batch.arena.append(contentsOf: cell.utf8)
      }
    }
    return batch
  }

  static func file(_ json: String, origin: String = "test.json") throws -> MappingFile {
    try MappingFile(json: Array(json.utf8), origin: origin)
  }

  /// What a column with these transforms makes of one cell; `custom` is the kind of the custom field it fills.
  static func transformed(_ cell: String, _ transforms: String, field: String = "orderNumber") throws -> String? {
    let file = try file(#"{"columns": [{"field": "\#(field)", "headers": ["A"], "transforms": [\#(transforms)]}]}"#)
    return try value(file, cell)
  }

  /// What the canonical form of a field makes of one cell.
  static func canonical(_ cell: String, field: String, _ definitions: [CustomFieldDefinition] = []) throws -> String? {
    let file = try file(#"{"columns": [{"field": "\#(field)", "headers": ["A"]}]}"#)
    return try value(file, cell, definitions)
  }

  /// What the first column of a mapping makes of one cell.
  static func value(
    _ file: MappingFile, _ cell: String, _ definitions: [CustomFieldDefinition] = []
  ) throws -> String? {
    let mapping = try CompiledMapping(file, header: ["A"], today: today, customFields: definitions)
    return mapping.map(batch([[cell]])).text(column: 0, row: 0)
  }

  /// The parts that a split makes of one cell; nil for a blank one.
  static func split(_ cell: String, _ split: String, into count: Int) throws -> [String?] {
    let fields = (0..<count).map { "\"customFields.P\($0)\"" }.joined(separator: ", ")
    let file = try file(
      #"{"columns": [{"fields": [\#(fields)], "headers": ["A"], "transforms": [{"split": \#(split)}]}]}"#)
    let records = try CompiledMapping(file, header: ["A"], today: today).map(batch([[cell]]))
    return (0..<count).map { records.text(column: $0, row: 0) }
  }

  /// A mapping of these columns compiled against a header; `options` are more keys of the file.
  static func mapping(
    _ columns: String, header: [String], options: String = "", empty: EmptyPolicy? = nil,
    customFields: [CustomFieldDefinition] = [], sample: [[String?]] = []
  ) throws -> CompiledMapping {
    try CompiledMapping(
      file("{\(options)\"columns\": [\(columns)]}"), header: header, empty: empty, today: today,
      customFields: customFields,
      sample: sample)
  }
}
