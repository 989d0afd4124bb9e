import CustomerModel
import Texts

/// What a mapping makes of the headings of a table. Most tables have no row that asks: only then it is made.
final class HeadingMeanings {
  /// What a mapping takes a column for.
  struct Role: Hashable {
    /// The entry without its headings; nil for a field that the header names itself.
    var entry: ColumnMapping?
    let fields: [FieldPath?]
    /// Which part of a joined field.
    var part = 0
  }

  private let mapping: MappingFile
  private let header: [String]
  private let upper: [String]

  init(_ mapping: MappingFile, header: [String], upper: [String]) {
    self.mapping = mapping
    self.header = header
    self.upper = upper
  }

  /// For each column of the table what it is taken for.
  private(set) lazy var roles = Self.roles(HeaderMatch(mapping, header: header), of: header, mapping)
  /// The keys of all headings that the mapping knows, and of the table's own.
  private(set) lazy var known = Set(headings.map(HeaderKey.of)).subtracting([""])

  /// How the keys of ``known`` begin.
  var starts: Set<UInt32> {
    // A key's own key is itself, so that most need not be made.
    let starts = headings.compactMap { HeaderKey.start(of: $0) ?? HeaderKey.start(of: HeaderKey.of($0)) }
    return Set(starts.lazy.filter { $0 != 0 })
  }

  private var headings: [String] {
    let entries = mapping.columns.flatMap { column in
      column.source.parts.flatMap(\.self) + (column.isNamedByItsField ? column.fields.map(\.description) : [])
    }
    return entries + Field.all.flatMap { [$0.name, $0.label.swedish, $0.label.english] } + header
      + upper.prefix(header.count)
  }

  static func roles(_ match: HeaderMatch, of header: [String], _ mapping: MappingFile) -> [Set<Role>] {
    var roles = [Set<Role>](repeating: [], count: header.count)
    for found in match.found {
      for (part, column) in found.sources.enumerated() {
        guard let column else { continue }
        guard let entry = found.entry else {
          roles[column].insert(Role(fields: RecordHeading(header[column]) == nil ? found.fields : []))
          continue
        }
        var plain = mapping.columns[entry]
        var role = Role(fields: plain.fields)
        if case .join = plain.source { role.part = part }
        // By which of its headings an entry is found, and whether it must be there, changes nothing of what it makes of a cell.
        plain.source = .headers([])
        plain.isRequired = false
        plain.isShared = false
        plain.blankDefault = nil
        plain.place = ""
        role.entry = plain
        roles[column].insert(role)
      }
    }
    return roles
  }
}
