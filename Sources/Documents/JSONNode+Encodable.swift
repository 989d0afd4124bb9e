import Foundation

extension JSONNode: Encodable {
  /// Any name of a member.
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for member in members { try container.encode(member.value, forKey: Key(member.key)) }
    case .array(let items):
      var container = encoder.unkeyedContainer()
      for item in items { try container.encode(item) }
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .boolean(let value):
      var container = encoder.singleValueContainer()
      try container.encode(value)
    case .number(let digits):
      var container = encoder.singleValueContainer()
      // Decimals do not pass through binary floats.
      if let whole = Int(digits) {
        try container.encode(whole)
      } else if let decimal = Decimal(string: digits, locale: Locale(identifier: "en_US_POSIX")) {
        try container.encode(decimal)
      } else {
        throw EncodingError.invalidValue(digits, .init(codingPath: encoder.codingPath, debugDescription: "no number"))
      }
    }
  }
}
