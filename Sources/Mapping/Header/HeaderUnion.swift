import CustomerModel

/// The headers of several sheets as one, for a mapping that reads them all.
///
/// Sheets have their columns in other orders and under other headings. Columns that the mapping takes for the same thing are
/// one column, and so are those that nothing takes and that have the same heading; each is called as the first sheet that has
/// it calls it. A column without a heading stays its sheet's own.
package struct HeaderUnion: Sendable {
  /// The headings of the union: those of the first sheet, then what each later one has beyond.
  package let names: [String]
  /// For each sheet and each of its columns the column of the union.
  package let places: [[Int]]
  /// True when one table under this header is read as each of the sheets is by itself. It is not where sheets fill a field by
  /// entries of which only one can, or mean something else by the same heading.
  package let isOneTable: Bool

  /// - Parameter headers: the headings of each sheet, in the order of the sheets.
  package init(_ headers: [[String]], mapping: MappingFile) {
    let mapping = mapping.incoming()
    var names: [String] = []
    var columns: [Role: Int] = [:]
    var places: [[Int]] = []
    let roles = headers.map { Self.roles(of: $0, mapping) }
    for (header, roles) in zip(headers, roles) {
      places.append(
        zip(header, roles).map { name, role in
          if let role, let column = columns[role] { return column }
          if let role { columns[role] = names.count }
          names.append(name)
          return names.count - 1
        })
    }
    self.names = names
    self.places = places
    let together = Self.roles(of: names, mapping)
    isOneTable = zip(roles, places).allSatisfy { roles, places in
      zip(roles, places).allSatisfy { role, place in role == nil || role == together[place] }
    }
  }

  /// What a mapping takes a column for.
  private struct Role: Hashable {
    enum Use: Hashable {
      /// Parts of entries.
      case entries([[Int]])
      /// A field that the header names itself.
      case field(FieldPath)
      /// A heading that nothing takes, or a member of records, by its key.
      case heading(String)
    }
    let use: Use
    /// How many columns before it in the same sheet are taken for the same.
    var ordinal = 0
  }

  /// Nil for a column without a heading that nothing takes.
  private static func roles(of header: [String], _ mapping: MappingFile) -> [Role?] {
    var entries: [Int: [[Int]]] = [:]
    var fields: [Int: FieldPath] = [:]
    for found in HeaderMatch(mapping, header: header).found {
      for (part, column) in found.sources.enumerated() {
        guard let column else { continue }
        if let entry = found.entry {
          entries[column, default: []].append([entry, part])
        } else if RecordHeading(header[column]) == nil {
          fields[column] = found.fields.first.flatMap(\.self)
        }
      }
    }
    var count: [Role.Use: Int] = [:]
    return header.indices.map { column in
      let use: Role.Use
      if let parts = entries[column] {
        use = .entries(parts)
      } else if let field = fields[column] {
        use = .field(field)
      } else {
        let key = HeaderKey.of(header[column])
        if key.isEmpty { return nil }
        use = .heading(key)
      }
      defer { count[use, default: 0] += 1 }
      return Role(use: use, ordinal: count[use, default: 0])
    }
  }
}
