package import CustomerModel
import Texts

extension MappingFile {
  /// The same mapping with other entries.
  package func with(_ columns: [ColumnMapping]) -> MappingFile {
    var file = self
    file.columns = columns
    return file
  }

  /// A mapping of columns that are known already, each to its field: what a person types for fields is read by it as an import
  /// reads its rows.
  ///
  /// - Parameters:
  ///   - fields: a field and the heading of its column, field by field.
  ///   - origin: what errors call it.
  package init(fields: [(path: FieldPath, heading: String)], origin: String) {
    name = origin
    description = .empty
    self.origin = origin
    direction = .in
    encoding = nil
    delimiter = nil
    escape = nil
    sheet = nil
    headerRow = nil
    empty = nil
    clearWords = []
    blankWords = nil
    repairs = Set(Repair.allCases)
    otherColumns = .report
    severalRows = nil
    typeFrom = nil
    isComplete = true
    recognisedBy = []
    columns = fields.enumerated().map { index, field in
      ColumnMapping(fields: [field.path], source: .headers([field.heading]), place: "columns[\(index)]")
    }
  }
}
