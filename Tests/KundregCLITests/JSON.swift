import Foundation
import Testing

/// A JSON value, for looking at what the program printed.
enum JSON: Decodable, Equatable, CustomStringConvertible {
  case null, boolean(Bool), number(Decimal), string(String), array([JSON]), object([String: JSON])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .boolean(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSON].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSON].self))
    }
  }

  init(text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let parsed = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8))
    self = try #require(parsed, "not a JSON document: \(text)", sourceLocation: sourceLocation)
  }

  init(file path: String) throws { try self.init(text: String(contentsOfFile: path, encoding: .utf8)) }

  subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  subscript(_ index: Int) -> JSON? { elements.indices.contains(index) ? elements[index] : nil }

  var keys: Set<String> {
    guard case .object(let members) = self else { return [] }
    return Set(members.keys)
  }

  var elements: [JSON] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  var int: Int? {
    guard case .number(let number) = self else { return nil }
    return Int("\(number)")
  }

  var bool: Bool? {
    guard case .boolean(let value) = self else { return nil }
    return value
  }

  /// The JSON type's name.
  var type: String {
    switch self {
    case .null: "null"
    case .boolean: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  var description: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let value): "\(value)"
    case .string(let value): "\"\(value)\""
    case .array(let elements): "\(elements)"
    case .object(let members): "\(members.sorted { $0.key < $1.key })"
    }
  }
}
