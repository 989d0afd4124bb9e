import CustomerModel
import Mapping
import Rows

/// One column under the heading `A` that fills a field, in a file whose cells are mended.
struct OneColumn {
  var entry: String
  var options = ""
  var fractions: Set<Int> = []
  var definitions: [CustomFieldDefinition] = []
  var empty: EmptyPolicy?
  var header = ["A"]

  init(_ field: String) { entry = #"{"field": "\#(field)", "headers": ["A"]}"# }

  func batch(_ rows: [[String?]]) throws -> RecordBatch {
    var repairs = CellRepairs(header: header)
    repairs.fractions = fractions
    let file = try Probe.file("{\(options)\"columns\": [\(entry)]}")
    let mapping = try CompiledMapping(
      file, header: header, empty: empty, today: Probe.today, customFields: definitions, repairs: repairs)
    return mapping.map(Probe.batch(rows))
  }

  func value(_ cell: String) throws -> String? { try batch([[cell]]).text(column: 0, row: 0) }
}
