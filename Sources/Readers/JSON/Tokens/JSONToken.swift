/// One token of a JSON text.
struct JSONToken {
  enum Kind: UInt8 {
    case beginObject, endObject, beginArray, endArray
    /// The name of an object's member; its value is the next token.
    case key
    case string, number, `true`, `false`, null
    /// The end of the text.
    case end
  }

  let kind: Kind
  /// Where the token's bytes start in the text: those between the quotes of a key or a string.
  let start: Int
  let length: Int
  /// True when a key or a string holds a backslash.
  var hasEscapes = false

  var isScalar: Bool {
    switch kind {
    case .string, .number, .true, .false, .null: true
    default: false
    }
  }
}
