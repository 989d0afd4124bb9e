import CustomerModel
import Documents
import Rows

extension MappingReader {
  /// The keys of one entry of `columns`, in the order of their documentation.
  static let columnKeys =
    [
      "field", "fields", "headers", "join", "separator", "firstOf", "constant", "required", "shared", "values",
      "default",
      "unknown", "transforms", "description",
    ] + outgoingKeys

  func columns(_ root: JSONValue, _ direction: MappingDirection) throws -> [ColumnMapping] {
    guard let node = root["columns"] else {
      throw error(.mappingMissingKey, root, at: "", MappingMistakeTexts.needsColumns)
    }
    let elements = try elements(node, at: "columns", of: MappingMistakeTexts.listOfColumns)
    if elements.isEmpty { throw error(.mappingBadValue, node, at: "columns", MappingMistakeTexts.columnsAreEmpty) }
    let columns = try elements.enumerated().map { try column($1, direction, at: "columns[\($0)]") }
    if direction == .both { try checkOutgoing(columns, node, elements: elements) }
    return columns
  }

  private func column(_ node: JSONValue, _ direction: MappingDirection, at path: String) throws -> ColumnMapping {
    guard case .object = node.content else { throw wrongType(node, at: path, expected: JSONValueTexts.object) }
    try checkKeys(of: node, at: path, known: Self.columnKeys)
    _ = try string(node, "description", at: path)
    var column = ColumnMapping(fields: try fields(node, at: path), source: try source(node, at: path), place: path)
    column.isRequired = try boolean(node, "required", at: path)
    column.isShared = try boolean(node, "shared", at: path)
    column.unknown = try unknownPolicy(node, at: path)
    column.blankDefault = try scalar(node, "default", at: path)
    if let values = node["values"] { column.values = try pairs(values, at: "\(path).values") }
    if let transforms = node["transforms"] { column.transforms = try self.transforms(transforms, at: path) }
    try check(column, node)
    try readOutgoing(node, direction, into: &column)
    return column
  }

  private func unknownPolicy(_ node: JSONValue, at path: String) throws -> RecordColumn.UnknownPolicy {
    guard let text = try string(node, "unknown", at: path) else { return .create }
    guard let policy = RecordColumn.UnknownPolicy(rawValue: text) else {
      throw notOneOf(["create", "reject"], text, node["unknown"], at: "\(path).unknown")
    }
    return policy
  }

  private func fields(_ node: JSONValue, at path: String) throws -> [FieldPath] {
    if let one = try string(node, "field", at: path) {
      if let several = node["fields"] {
        throw error(.mappingConflictingKeys, several, at: path) { MappingMistakeTexts.hasBoth($0, "field", "fields") }
      }
      return [try field(one, node["field"], at: "\(path).field")]
    }
    guard let list = node["fields"] else {
      throw error(.mappingMissingKey, node, at: path, MappingMistakeTexts.needsField)
    }
    let names = try elements(list, at: "\(path).fields", of: MappingMistakeTexts.listOfFieldNames)
    return try names.enumerated().map { index, name in
      let place = "\(path).fields[\(index)]"
      return try field(try string(name, at: place), name, at: place)
    }
  }

  private func field(_ name: String, _ node: JSONValue?, at path: String) throws -> FieldPath {
    guard let field = FieldPath(name) else {
      let names = Field.all.map { $0.isRepeated ? FieldPath($0).description : $0.name }
      throw error(.mappingUnknownField, node, at: path) {
        MappingMistakeTexts.unknownField($0, name, meant: NearestName.find(name, among: names))
      }
    }
    if field.field.isReadOnly {
      throw error(.mappingReadOnlyField, node, at: path) { MappingMistakeTexts.readOnlyField($0, name) }
    }
    return field
  }

  private func source(_ node: JSONValue, at path: String) throws -> ColumnMapping.Source {
    let given = ["headers", "join", "firstOf", "constant"].filter { node[$0] != nil }
    guard let key = given.first, let value = node[key] else {
      throw error(.mappingMissingKey, node, at: path, MappingMistakeTexts.needsSource)
    }
    if given.count > 1, Set(given) != ["firstOf", "join"] {
      throw error(.mappingConflictingKeys, node, at: path) { MappingMistakeTexts.hasBoth($0, given[0], given[1]) }
    }
    let separator = try string(node, "separator", at: path)
    if separator != nil, node["join"] == nil {
      throw error(.mappingConflictingKeys, node["separator"], at: path, MappingMistakeTexts.separatorWithoutJoin)
    }
    if let join = node["join"], let first = node["firstOf"] {
      return .firstOfOrJoin(
        try parts(first, at: "\(path).firstOf"), join: try parts(join, at: "\(path).join"), separator: separator ?? " ")
    }
    switch key {
    case "headers": return .headers(try headings(value, at: "\(path).headers"))
    case "join": return .join(try parts(value, at: "\(path).join"), separator: separator ?? " ")
    case "firstOf": return .firstOf(try parts(value, at: "\(path).firstOf"))
    default: return .constant(try scalar(node, "constant", at: path) ?? "")
    }
  }

  /// Lists of headings.
  func parts(_ node: JSONValue, at path: String) throws -> [[String]] {
    let elements = try elements(node, at: path, of: MappingMistakeTexts.listOfHeadings)
    if elements.isEmpty { throw error(.mappingBadValue, node, at: path, MappingMistakeTexts.isEmpty) }
    return try elements.enumerated().map { try headings($1, at: "\(path)[\($0)]") }
  }

  private func headings(_ node: JSONValue, at path: String) throws -> [String] {
    let names = try strings(node, at: path)
    if names.isEmpty { throw error(.mappingBadValue, node, at: path, MappingMistakeTexts.noHeadings) }
    if let index = names.firstIndex(where: HeaderKey.isEmpty) {
      throw error(.mappingBadValue, node, at: "\(path)[\(index)]", MappingMistakeTexts.blankHeading)
    }
    return names
  }

  func pairs(_ node: JSONValue, at path: String) throws -> [WordPair] {
    guard case .object(let members) = node.content else {
      throw wrongType(node, at: path, expected: MappingMistakeTexts.pairs)
    }
    return try members.map { member in
      switch member.value.content {
      case .boolean(let value): WordPair(member.key, value ? "1" : "0")
      case .text(let text), .number(let text): WordPair(member.key, text)
      default:
        throw wrongType(member.value, at: "\(path).\(member.key)", expected: MappingMistakeTexts.scalar)
      }
    }
  }

  /// What no single key can tell.
  private func check(_ column: ColumnMapping, _ node: JSONValue) throws {
    let splits = column.transforms.compactMap { if case .split(let split) = $0 { split } else { nil } }
    if node["fields"] != nil, splits.isEmpty {
      throw error(.mappingSplitMissing, node["fields"], at: column.place, MappingMistakeTexts.fieldsWithoutSplit)
    }
    if let split = splits.first {
      try check(split, column, node)
      if splits.count > 1 {
        throw error(.mappingBadValue, node["transforms"], at: column.place, MappingMistakeTexts.splitsTwice)
      }
      if column.blankDefault != nil {
        throw error(
          .mappingConflictingKeys, node["default"], at: column.place, MappingMistakeTexts.splitWithDefault)
      }
    }
    if column.fields.count > 1, Set(column.fields).count < column.fields.count {
      throw error(.mappingBadValue, node["fields"], at: "\(column.place).fields", MappingMistakeTexts.fieldTwice)
    }
    guard column.transforms.isEmpty, let field = column.fields.first else { return }
    if case .constant(let value) = column.source {
      try check(value, of: field, node["constant"], at: "\(column.place).constant")
    }
    if let value = column.blankDefault { try check(value, of: field, node["default"], at: "\(column.place).default") }
    for pair in column.values where !pair.meaning.isEmpty {
      try check(pair.meaning, of: field, node["values"]?[pair.word], at: "\(column.place).values.\(pair.word)")
    }
  }

  private func check(_ split: Transform.Split, _ column: ColumnMapping, _ node: JSONValue) throws {
    guard node["fields"] != nil else {
      throw error(.mappingSplitMissing, node["transforms"], at: column.place, MappingMistakeTexts.splitOfOneField)
    }
    let wanted: Int?
    switch split {
    case .postalCodeCity, .fullName: wanted = 2
    case .at: wanted = nil
    case .groups(let pattern): wanted = RegularExpression(pattern)?.groupCount
    }
    if let wanted, wanted != column.fields.count {
      throw error(.mappingSplitCount, node["fields"], at: "\(column.place).fields") {
        MappingMistakeTexts.splitCount($0, names: column.fields.count, parts: wanted)
      }
    }
  }

  /// Refuses a word that a field with a fixed list of words does not have.
  private func check(_ value: String, of path: FieldPath, _ node: JSONValue?, at place: String) throws {
    // Every start reads the mappings, and the lists take longer to make than the files to read.
    switch path.field.kind {
    case .choice(let words) where words.contains(value): return
    case .boolean where value == "1" || value == "0": return
    default: break
    }
    guard let list = KnownWords.list(for: path.field.kind), list.meaning(of: value) == nil else { return }
    throw error(.mappingBadValue, node, at: place) {
      let shown = list.meanings.prefix(ShownLimits.wordsOfField)
      return MappingMistakeTexts.noWordOfField(
        $0, value, field: path.description, known: Array(shown), hasMore: list.meanings.count > shown.count)
    }
  }
}
