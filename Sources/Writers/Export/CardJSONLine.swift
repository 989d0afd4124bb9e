import CustomerModel
import Documents

/// The lines of a JSON export: byte for byte what ``CardJSON`` makes of a card, made of the values as they come, without a card.
struct CardJSONLine {
  /// The columns in the order of the catalogue, which is that of the members.
  private let members: [Member]
  /// The values of the card at hand, and where each column's stands among them.
  private var values: [UInt8] = []
  private var ranges: [Range<Int>]

  /// Where a column's value stands in a card.
  fileprivate struct Member {
    let column: Int
    /// The object that the value is a member of; nil for the card itself.
    let group: [UInt8]?
    /// The place among several of that object; nil where there is one.
    let position: Int?
    /// `"name":`
    let key: [UInt8]
    let form: Form
  }

  fileprivate enum Form {
    case text, boolean, number, names, records
  }

  init(columns: [FieldPath], definitions: [CustomFieldDefinition]) {
    let known = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    members = columns.enumerated().sorted { $0.element < $1.element }.map { column, path in
      Member(column: column, path: path, form: Self.form(of: path, known))
    }
    ranges = [Range<Int>](repeating: 0..<0, count: columns.count)
  }

  private static func form(of path: FieldPath, _ definitions: [String: CustomFieldDefinition]) -> Form {
    switch path.field.kind {
    case .boolean: return .boolean
    case .percent: return .number
    case .set, .identityNumberSet: return .names
    case .records: return .records
    case .custom:
      switch definitions[path.customName]?.kind {
      case .boolean: return .boolean
      case .number: return .number
      default: return .text
      }
    default: return .text
    }
  }

  /// Forgets the card before.
  mutating func begin() { values.removeAll(keepingCapacity: true) }

  /// Takes the value of a column; no bytes for none.
  mutating func take(_ value: UnsafeRawBufferPointer, column: Int) {
    let start = values.count
    values.append(contentsOf: value)
    ranges[column] = start..<values.count
  }

  /// Appends the card's line, without a line end.
  ///
  /// - Parameter head: a member before those of the card.
  func write(head: JSONNode.Member?, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    if let head {
      Self.text(head.key, &bytes)
      bytes.append(UInt8(ascii: ":"))
      head.value.write(to: &bytes, indent: nil)
      isFirst = false
    }
    values.withUnsafeBytes { values in
      var open: [UInt8]?
      var position: Int?
      for member in members where !ranges[member.column].isEmpty {
        if open != member.group || open == nil {
          Self.close(open, position, &bytes)
          if !isFirst { bytes.append(UInt8(ascii: ",")) }
          if let group = member.group { bytes += group }
          open = member.group
          position = nil
          isFirst = true
          if let wanted = member.position {
            bytes.append(UInt8(ascii: "["))
            for _ in 0..<wanted { bytes += "{},".utf8 }
            position = wanted
          }
          if open != nil { bytes.append(UInt8(ascii: "{")) }
        } else if let wanted = member.position, let present = position, wanted != present {
          bytes += "},".utf8
          for _ in (present + 1)..<wanted { bytes += "{},".utf8 }
          bytes.append(UInt8(ascii: "{"))
          position = wanted
          isFirst = true
        }
        if !isFirst, open != nil { bytes.append(UInt8(ascii: ",")) }
        bytes += member.key
        Self.write(UnsafeRawBufferPointer(rebasing: values[ranges[member.column]]), member.form, &bytes)
        isFirst = false
      }
      Self.close(open, position, &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func close(_ open: [UInt8]?, _ position: Int?, _ bytes: inout [UInt8]) {
    guard open != nil else { return }
    bytes.append(UInt8(ascii: "}"))
    if position != nil { bytes.append(UInt8(ascii: "]")) }
  }

  private static func write(_ value: UnsafeRawBufferPointer, _ form: Form, _ bytes: inout [UInt8]) {
    switch form {
    case .text: text(value, &bytes)
    case .boolean: bytes += value.elementsEqual(CollectionOfOne(UInt8(ascii: "1"))) ? "true".utf8 : "false".utf8
    case .number:
      if JSONNode.isNumber(String(decoding: value, as: UTF8.self)) {
        bytes.append(contentsOf: value)
      } else {
        text(value, &bytes)
      }
    case .names:
      bytes.append(UInt8(ascii: "["))
      for (index, name) in value.split(separator: Field.setSeparator).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        text(UnsafeRawBufferPointer(rebasing: name), &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .records:
      if let list = try? JSONNode(parsing: Array(value)) {
        list.write(to: &bytes, indent: nil)
      } else {
        text(value, &bytes)
      }
    }
  }

  private static func text(_ value: UnsafeRawBufferPointer, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func text(_ value: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }
}

extension CardJSONLine.Member {
  fileprivate init(column: Int, path: FieldPath, form: CardJSONLine.Form) {
    // Nothing of the catalogue stands in an object within an object.
    let steps = path.field.name.split(separator: ".").map(String.init)
    let name = path.field == .customFields ? path.customName : steps[steps.count - 1]
    var group: [UInt8]?
    if steps.count > 1 {
      group = []
      Self.key(steps[0].replacing("[]", with: ""), &group!)
    }
    var key: [UInt8] = []
    Self.key(name, &key)
    self.init(
      column: column, group: group, position: path.field.isRepeated ? path.position : nil, key: key, form: form)
  }

  private static func key(_ name: String, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    JSONText.append(name, to: &bytes)
    bytes += "\":".utf8
  }
}
