import Mapping

extension Finding {
  /// The entry of a mapping for a list with these headings.
  func entry(_ headings: [String]) -> ColumnMapping {
    func parts(_ columns: [Int]) -> [[String]] { columns.map { [headings[$0].trimmingBlanks] } }
    let source: ColumnMapping.Source =
      switch source {
      case .one(let column): .headers([headings[column].trimmingBlanks])
      case .firstOf(let columns): .firstOf(parts(columns))
      case .join(let columns, let separator): .join(parts(columns), separator: separator)
      case .firstOfOrJoin(let first, let joined): .firstOfOrJoin(parts(first), join: parts(joined), separator: " ")
      }
    var entry = ColumnMapping(fields: fields, source: source, place: "")
    entry.isShared = isShared
    entry.values = values
    entry.transforms = transforms
    return entry
  }
}
