import CustomerModel
import Mapping
import Rows
import Understanding

extension CountryProof {
  /// The rows whose own number or postal code cannot be of the country, and where it must be, those that have none.
  func rowsAgainst(in records: RecordBatch) -> [Int] {
    guard let column = records.column(of: field) else { return [] }
    return (0..<records.count).filter { row in
      records.text(column: column, row: row).map { !holds(for: $0) } ?? !coversRowsWithout
    }
  }
}

extension MappingFile {
  /// The same mapping, but for the country that a list's numbers prove.
  var withoutProvenCountry: MappingFile {
    with(
      columns.filter { entry in
        if case .constant = entry.source { entry.fields != [CountryProof.filled] } else { true }
      })
  }
}
