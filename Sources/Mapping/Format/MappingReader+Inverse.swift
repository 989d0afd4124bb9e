import CustomerModel
import Documents

/// What an entry that writes must be for its value to find the way back.
extension MappingReader {
  /// Refuses an entry whose way in has no way out.
  func checkInverse(of column: ColumnMapping, _ node: JSONValue) throws {
    let place = column.place
    let remedy = "let its \"direction\" be \"in\""
    if case .headers = column.source {
    } else {
      let key = ["join", "firstOf", "constant"].first { node[$0] != nil } ?? ""
      throw error("notInvertible", node[key], at: place, "has \"\(key)\", which cannot be written back: \(remedy)")
    }
    if let transform = column.transforms.first(where: { !$0.keepsMeaning }) {
      throw error(
        "notInvertible", node["transforms"], at: place,
        "has the transform \"\(transform.name)\", which cannot be undone: \(remedy), or use \"values\"")
    }
    guard !column.values.isEmpty else { return }
    if !column.transforms.isEmpty {
      throw error(
        "notInvertible", node["transforms"], at: place,
        "has both \"values\" and \"transforms\", which cannot be undone: keep one of them, or \(remedy)")
    }
    if column.fields.contains(where: { $0.field.isSet }) {
      throw error(
        "notInvertible", node["values"], at: place, "has \"values\" for a set, which cannot be undone: \(remedy)")
    }
  }

  /// Refuses a form that the field's values cannot take.
  func checkForm(of column: ColumnMapping, _ node: JSONValue) throws {
    guard let path = column.fields.first else { return }
    let form = column.outgoing
    if form.maximumLength != nil, form.type != .text {
      throw error(
        "conflictingKeys", node["maximumLength"], at: column.place,
        "has a \"maximumLength\", but its \"type\" is \"\(form.type.rawValue)\"; only texts have a length")
    }
    if form.type == .boolean, column.values.isEmpty, path.field.kind != .boolean, path.field.kind != .custom {
      throw error(
        "badValue", node["type"], at: "\(column.place).type",
        "is \"boolean\", but \(path) is neither yes nor no: add \"values\" for true and false")
    }
    for pair in column.writtenWords where !form.type.takes(pair.word) {
      throw error(
        "badValue", node["values"]?[pair.word], at: "\(column.place).values.\(pair.word)",
        "would be written, but \"\(pair.word)\" is no \(form.type.rawValue), which the \"type\" asks for")
    }
    let place = "\(column.place).outTransforms"
    let names = form.transforms.contains(.names)
    if path.field.isSet, !names || form.type != .text {
      throw error("badValue", node, at: place, "must have \"names\": \(path) is a set and is written as one text")
    }
    if names, !path.field.isSet {
      throw error("badValue", node["outTransforms"], at: place, "has \"names\", but \(path) is no set")
    }
    if form.transforms.contains(.plainCharacters), form.type != .text || path.field == .number {
      let reason =
        path.field == .number ? "the number is a key, which is written as it is" : "only texts have characters"
      throw error("badValue", node["outTransforms"], at: place, "has \"plainCharacters\", but \(reason)")
    }
    if form.transforms.contains(.tenDigitIdentity), path.field.kind != .identityNumber {
      throw error(
        "badValue", node["outTransforms"], at: place, "has \"tenDigitIdentity\", but \(path) is no identity number")
    }
  }
}
