import CustomerModel
import Documents
import Texts

/// The keys by which an entry of a mapping of both directions is written.
extension MappingReader {
  /// In the order of their documentation.
  static let outgoingKeys = ["direction", "maximumLength", "type", "if", "onlyOnCreation", "outTransforms"]

  func direction(_ root: JSONValue) throws -> MappingDirection {
    guard let text = try string(root, "direction", at: "") else { return .in }
    guard let direction = MappingDirection(rawValue: text), direction != .out else {
      throw notOneOf(["in", "both"], text, root["direction"], at: "direction")
    }
    return direction
  }

  /// Reads an entry's keys for going out; `mapping` is the direction of the whole mapping.
  func readOutgoing(_ node: JSONValue, _ mapping: MappingDirection, into column: inout ColumnMapping) throws {
    let path = column.place
    guard mapping == .both else {
      if let key = Self.outgoingKeys.first(where: { node[$0] != nil }) {
        throw error(.mappingOneWay, node[key], at: path) { TwoWayMistakeTexts.onlyReads($0, key) }
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
      let keys = ["maximumLength", "type", "onlyOnCreation", "outTransforms"]
      try refuse(keys, of: node, at: path, TwoWayMistakeTexts.entryOnlyReads)
      return
    case .out:
      let keys = ["required", "shared", "default", "unknown", "transforms"]
      try refuse(keys, of: node, at: path, TwoWayMistakeTexts.entryOnlyWrites)
    case .both: break
    }
    if let key = column.key, key.utf8.contains(UInt8(ascii: "[")), key.contains("[]") {
      throw error(.mappingNotInvertible, node["headers"], at: path) { TwoWayMistakeTexts.listCannotBeWritten($0, key) }
    }
    try checkInverse(of: column, node)
    try checkForm(of: column, node)
  }

  private func refuse(
    _ keys: [String], of node: JSONValue, at path: String, _ sentence: (_ place: Text, _ key: String) -> Text
  ) throws {
    guard let key = keys.first(where: { node[$0] != nil }) else { return }
    throw error(.mappingConflictingKeys, node[key], at: path) { sentence($0, key) }
  }

  private func length(_ node: JSONValue, at path: String) throws -> Int? {
    guard let node = node["maximumLength"] else { return nil }
    guard case .number(let text) = node.content, let length = Int(text), length >= 1 else {
      throw error(.mappingBadValue, node, at: "\(path).maximumLength", MappingMistakeTexts.noLength)
    }
    return length
  }

  private func outTransforms(_ node: JSONValue, at path: String) throws -> [OutgoingForm.Transform] {
    guard let node = node["outTransforms"] else { return [] }
    let place = "\(path).outTransforms"
    return try elements(node, at: place, of: MappingMistakeTexts.listOfTransforms).enumerated().map { index, node in
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
        throw error(.mappingConflictingKeys, element, at: column.place) {
          TwoWayMistakeTexts.writesFieldToo($0, field.description, other: other)
        }
      }
      if let other = keys.updateValue(column.place, forKey: key) {
        throw error(.mappingConflictingKeys, element, at: column.place) {
          TwoWayMistakeTexts.writesKeyToo($0, key, other: other)
        }
      }
    }
    if !columns.contains(where: { $0.direction != .out }) {
      throw error(.mappingBadValue, node, at: "columns", TwoWayMistakeTexts.readsNothing)
    }
    if fields.isEmpty {
      throw error(.mappingBadValue, node, at: "columns", TwoWayMistakeTexts.writesNothing)
    }
  }
}
