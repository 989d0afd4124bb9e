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
      throw error("missingKey", root, at: "", "needs the key \"columns\", a list of columns")
    }
    let elements = try elements(node, at: "columns", of: "columns")
    if elements.isEmpty { throw error("badValue", node, at: "columns", "is empty: nothing would be imported") }
    let columns = try elements.enumerated().map { try column($1, direction, at: "columns[\($0)]") }
    if direction == .both { try checkOutgoing(columns, node, elements: elements) }
    return columns
  }

  private func column(_ node: JSONValue, _ direction: MappingDirection, at path: String) throws -> ColumnMapping {
    guard case .object = node.content else { throw wrongType(node, at: path, expected: "an object") }
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
      throw error("badValue", node["unknown"], at: "\(path).unknown", oneOf(["create", "reject"], not: text))
    }
    return policy
  }

  private func fields(_ node: JSONValue, at path: String) throws -> [FieldPath] {
    if let one = try string(node, "field", at: path) {
      if let several = node["fields"] {
        throw error("conflictingKeys", several, at: path, "has both \"field\" and \"fields\"; keep one of them")
      }
      return [try field(one, node["field"], at: "\(path).field")]
    }
    guard let list = node["fields"] else {
      throw error("missingKey", node, at: path, "needs the key \"field\", or \"fields\" with a split")
    }
    let names = try elements(list, at: "\(path).fields", of: "field names")
    return try names.enumerated().map { index, name in
      let place = "\(path).fields[\(index)]"
      return try field(try string(name, at: place), name, at: place)
    }
  }

  private func field(_ name: String, _ node: JSONValue?, at path: String) throws -> FieldPath {
    guard let field = FieldPath(name) else {
      let names = Field.all.map { $0.isRepeated ? FieldPath($0).description : $0.name }
      let meant = NearestName.find(name, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
      throw error("unknownField", node, at: path, "names no field of the card: \"\(name)\"\(meant)")
    }
    if field.field.isReadOnly {
      throw error("readOnlyField", node, at: path, "names \(name), which only the register writes")
    }
    return field
  }

  private func source(_ node: JSONValue, at path: String) throws -> ColumnMapping.Source {
    let given = ["headers", "join", "firstOf", "constant"].filter { node[$0] != nil }
    guard let key = given.first, let value = node[key] else {
      throw error(
        "missingKey", node, at: path,
        "says nothing of its source: add \"headers\", \"join\", \"firstOf\" or \"constant\"")
    }
    if given.count > 1 {
      throw error("conflictingKeys", node, at: path, "has both \"\(given[0])\" and \"\(given[1])\"; keep one of them")
    }
    let separator = try string(node, "separator", at: path)
    if separator != nil, key != "join" {
      throw error("conflictingKeys", node["separator"], at: path, "has a \"separator\" but no \"join\"")
    }
    switch key {
    case "headers": return .headers(try headings(value, at: "\(path).headers"))
    case "join": return .join(try parts(value, at: "\(path).join"), separator: separator ?? " ")
    case "firstOf": return .firstOf(try parts(value, at: "\(path).firstOf"))
    default: return .constant(try scalar(node, "constant", at: path) ?? "")
    }
  }

  private func parts(_ node: JSONValue, at path: String) throws -> [[String]] {
    let elements = try elements(node, at: path, of: "lists of headings")
    if elements.isEmpty { throw error("badValue", node, at: path, "is empty") }
    return try elements.enumerated().map { try headings($1, at: "\(path)[\($0)]") }
  }

  private func headings(_ node: JSONValue, at path: String) throws -> [String] {
    let names = try strings(node, at: path)
    if names.isEmpty { throw error("badValue", node, at: path, "is empty: name at least one heading") }
    if let index = names.firstIndex(where: { HeaderKey.of($0).isEmpty }) {
      throw error("badValue", node, at: "\(path)[\(index)]", "has neither letters nor digits, so it matches no heading")
    }
    return names
  }

  func pairs(_ node: JSONValue, at path: String) throws -> [WordPair] {
    guard case .object(let members) = node.content else {
      throw wrongType(node, at: path, expected: "an object of words and what they stand for")
    }
    return try members.map { member in
      switch member.value.content {
      case .boolean(let value): WordPair(member.key, value ? "1" : "0")
      case .text(let text), .number(let text): WordPair(member.key, text)
      default:
        throw wrongType(member.value, at: "\(path).\(member.key)", expected: "a text, a number, true or false")
      }
    }
  }

  /// What no single key can tell.
  private func check(_ column: ColumnMapping, _ node: JSONValue) throws {
    let splits = column.transforms.compactMap { if case .split(let split) = $0 { split } else { nil } }
    if node["fields"] != nil, splits.isEmpty {
      throw error("splitMissing", node["fields"], at: column.place, "has \"fields\" but no split among its transforms")
    }
    if let split = splits.first {
      try check(split, column, node)
      if splits.count > 1 { throw error("badValue", node["transforms"], at: column.place, "splits more than once") }
      if column.blankDefault != nil {
        throw error(
          "conflictingKeys", node["default"], at: column.place, "splits, so a \"default\" fits no single field")
      }
    }
    if Set(column.fields).count < column.fields.count {
      throw error("badValue", node["fields"], at: "\(column.place).fields", "names a field twice")
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
      throw error("splitMissing", node["transforms"], at: column.place, "splits, so it needs \"fields\", not \"field\"")
    }
    let wanted: Int?
    switch split {
    case .postalCodeCity, .fullName: wanted = 2
    case .at: wanted = nil
    case .groups(let pattern): wanted = RegularExpression(pattern)?.groupCount
    }
    if let wanted, wanted != column.fields.count {
      throw error(
        "splitCount", node["fields"], at: "\(column.place).fields",
        "has \(column.fields.count) names, but the split makes \(wanted) parts")
    }
  }

  /// Refuses a word that a field with a fixed list of words does not have.
  private func check(_ value: String, of path: FieldPath, _ node: JSONValue?, at place: String) throws {
    guard let list = KnownWords.list(for: path.field.kind), list.meaning(of: value) == nil else { return }
    throw error(
      "badValue", node, at: place,
      "is \"\(value)\", which \(path) cannot be; it knows \(list.meanings.prefix(6).joined(separator: ", "))"
        + (list.meanings.count > 6 ? " and so on" : ""))
  }
}
