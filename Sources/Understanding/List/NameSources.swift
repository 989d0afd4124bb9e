import CustomerModel
import Mapping

/// Where the names of customers stand besides the column that a mapping takes for them: persons', in rows that have no company's.
/// Only rows without a name are read otherwise, and these came to nothing.
struct NameSources: Sendable, Equatable {
  /// The mapping's entry.
  let entry: Int
  /// The columns that are asked where the entry's is blank.
  let further: [Int]
  let finding: Finding

  /// - Parameter senses: of headings alone, so that lists with the same headings are read alike.
  /// - Returns: nil where the mapping takes more than one column, or changes what stands there, and where no headings are of persons.
  init?(beside file: MappingFile, _ header: [String], _ senses: [ColumnSense]) {
    let path = FieldPath(.customerName)
    guard let own = HeaderMatch(file, header: header).found.first(where: { $0.fields == [path] }),
      let entry = own.entry,
      case .headers = file.columns[entry].source, let column = own.sources.first?.flatMap(\.self),
      file.columns[entry].values.isEmpty, file.columns[entry].transforms.isEmpty,
      file.columns[entry].blankDefault == nil
    else { return nil }
    var reader = ListReader(senses)
    reader.run()
    guard let finding = reader.findings.first(where: { $0.fields == [path] }) else { return nil }
    switch finding.source {
    case .firstOfOrJoin([column], let join): further = join
    case .firstOf(let columns) where columns.first == column: further = Array(columns.dropFirst())
    default: return nil
    }
    let taken = KnownColumns(file, header, senses).taken
    let keys = header.map(HeaderKey.of)
    let areNamed = further.allSatisfy { column in
      !taken.contains(column) && !keys[column].isEmpty && keys.count { $0 == keys[column] } == 1
        && senses[column].reading.meant.isEmpty
    }
    guard areNamed else { return nil }
    self.entry = entry
    var shared = finding
    shared.isShared = true
    self.finding = shared
  }
}
