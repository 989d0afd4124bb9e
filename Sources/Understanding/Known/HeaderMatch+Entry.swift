import CustomerModel
import Mapping

extension HeaderMatch.Found {
  /// What a mapping does with the columns that it found, by the headings of the list.
  func entry(of file: MappingFile, under headings: [String]) -> ColumnMapping {
    let names = sources.map { $0.map { headings[$0].trimmingBlanks } }
    let present = names.compactMap(\.self).map { [$0] }
    guard let entry else {
      return ColumnMapping(fields: fields.compactMap(\.self), source: .headers(present.first ?? []), place: "")
    }
    var column = file.columns[entry]
    switch column.source {
    case .join(_, let separator): column.source = .join(present, separator: separator)
    case .firstOf where present.count > 1: column.source = .firstOf(present)
    case .firstOfOrJoin(let first, _, let separator):
      let count = names.prefix(first.count).compactMap(\.self).count
      column.source = .firstOfOrJoin(
        Array(present.prefix(count)), join: Array(present.dropFirst(count)), separator: separator)
    case .constant: break
    default: column.source = .headers(present.first ?? [])
    }
    return column
  }
}
