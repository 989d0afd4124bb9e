import CustomerModel
import Mapping

/// What a shipped mapping knows of a list's columns, as far as the cells allow.
struct KnownColumns {
  /// One entry that found its columns.
  struct Known {
    let found: HeaderMatch.Found
    var fields: [FieldPath] { found.fields.compactMap(\.self) }
    var columns: [Int] { found.sources.compactMap(\.self) }
  }

  let file: MappingFile
  private(set) var known: [Known] = []
  /// The entries that the cells speak against, or whose field is filled from more columns.
  private(set) var dropped: Set<Int> = []

  init(_ file: MappingFile, _ header: [String], _ senses: [ColumnSense]) {
    self.file = file
    for found in HeaderMatch(file, header: header).found {
      let own = Known(found: found)
      if let entry = found.entry, let path = own.fields.first, own.columns.count == 1,
        senses[own.columns[0]].speaks(against: path, values: file.columns[entry].values)
      {
        dropped.insert(entry)
      } else {
        known.append(own)
      }
    }
  }

  /// Leaves what is filled or taken already.
  mutating func leave(_ filled: Set<FieldPath>, _ taken: Set<Int>) {
    known.removeAll { own in
      own.columns.isEmpty || own.fields.contains(where: filled.contains) || own.columns.contains(where: taken.contains)
    }
  }

  var filled: Set<FieldPath> { Set(known.flatMap(\.fields)) }
  var taken: Set<Int> { Set(known.flatMap(\.columns)) }

  /// What fills a field.
  func source(of path: FieldPath) -> Known? { known.first { $0.fields.contains(path) } }

  /// Leaves a field to what fills it from more columns.
  mutating func drop(_ own: Known) {
    guard let entry = own.found.entry else { return }
    // The mapping's other entries for the field would come before what is added.
    let fields = file.columns[entry].fields
    for other in file.columns.indices where file.columns[other].fields == fields { dropped.insert(other) }
    known.removeAll { $0.found == own.found }
  }

  /// The mapping, without what was dropped, and with other entries.
  func file(adding entries: [ColumnMapping]) -> MappingFile {
    let left = file.columns.enumerated().filter { !dropped.contains($0.offset) }.map(\.element)
    return file.with(left + entries)
  }
}
