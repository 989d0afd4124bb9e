import CustomerModel
import Documents

/// The keys by which an entry of a mapping of both directions is written.
extension MappingReader {
  /// In the order of their documentation.
  static let outgoingKeys = ["direction", "maximumLength", "type", "if", "onlyOnCreation", "outTransforms"]

  func direction(_ root: JSONValue) throws -> MappingDirection {
    guard let text = try string(root, "direction", at: "") else { return .in }
    guard let direction = MappingDirection(rawValue: text), direction != .out else {
      throw error("badValue", root["direction"], at: "direction", oneOf(["in", "both"], not: text))
    }
    return direction
  }

  /// Reads an entry's keys for going out; `mapping` is the direction of the whole mapping.
  func readOutgoing(_ node: JSONValue, _ mapping: MappingDirection, into column: inout ColumnMapping) throws {
    let path = column.place
    guard mapping == .both else {
      if let key = Self.outgoingKeys.first(where: { node[$0] != nil }) {
        throw error(
          "oneWay", node[key], at: path,
          "has \"\(key)\", but the mapping only reads: add \"direction\": \"both\" at the top, or leave the key out")
      }
      return
    }
    column.direction = try word(node, "direction", at: path) ?? .both
    column.option = try word(node, "if", at: path)
    column.outgoing.maximumLength = try length(node, at: path)
    column.outgoing.type = try word(node, "type", at: path) ?? .text
    column.outgoing.isOnlyOnCreation = try boolean(node, "onlyOnCreation", at: path)
    column.outgoing.transforms = try outTransforms(node, at: path)
    switch column.direction {
    case .in:
      try refuse(["maximumLength", "type", "onlyOnCreation", "outTransforms"], of: node, at: path, "reads")
      return
    case .out:
      try refuse(["required", "shared", "default", "unknown", "transforms"], of: node, at: path, "writes")
    case .both: break
    }
    if let key = column.key, key.contains("[]") {
      throw error(
        "notInvertible", node["headers"], at: path,
        "reads a list, \"\(key)\", which cannot be written back: let its \"direction\" be \"in\"")
    }
    try checkInverse(of: column, node)
    try checkForm(of: column, node)
  }

  private func refuse(_ keys: [String], of node: JSONValue, at path: String, _ does: String) throws {
    guard let key = keys.first(where: { node[$0] != nil }) else { return }
    throw error(
      "conflictingKeys", node[key], at: path,
      "has \"\(key)\", but its \"direction\" is \"\(does == "reads" ? "in" : "out")\", so it only \(does); "
        + "leave one of them out")
  }

  private func length(_ node: JSONValue, at path: String) throws -> Int? {
    guard let node = node["maximumLength"] else { return nil }
    guard case .number(let text) = node.content, let length = Int(text), length >= 1 else {
      throw error("badValue", node, at: "\(path).maximumLength", "must be a whole number from 1")
    }
    return length
  }

  private func outTransforms(_ node: JSONValue, at path: String) throws -> [OutgoingForm.Transform] {
    guard let node = node["outTransforms"] else { return [] }
    let place = "\(path).outTransforms"
    return try elements(node, at: place, of: "transforms").enumerated().map { index, node in
      try word(try string(node, at: "\(place)[\(index)]"), node, at: "\(place)[\(index)]")
    }
  }

  /// What no single entry can tell: that each field and each key is written once, and that something is read and
  /// something written.
  func checkOutgoing(_ columns: [ColumnMapping], _ node: JSONValue, elements: [JSONValue]) throws {
    var fields: [FieldPath: String] = [:]
    var keys: [String: String] = [:]
    for (index, column) in columns.enumerated() where column.direction != .in {
      guard let field = column.fields.first, let key = column.key else { continue }
      let element = elements[index]
      if let other = fields.updateValue(column.place, forKey: field) {
        throw error(
          "conflictingKeys", element, at: column.place, "writes \(field), which \(other) writes too; keep one of them")
      }
      if let other = keys.updateValue(column.place, forKey: key) {
        throw error(
          "conflictingKeys", element, at: column.place, "writes \"\(key)\", which \(other) writes too; keep one of them"
        )
      }
    }
    if !columns.contains(where: { $0.direction != .out }) {
      throw error("badValue", node, at: "columns", "reads nothing: every entry's \"direction\" is \"out\"")
    }
    if fields.isEmpty {
      throw error(
        "badValue", node, at: "columns", "writes nothing, though \"direction\" is \"both\": leave that out at the top")
    }
  }
}
