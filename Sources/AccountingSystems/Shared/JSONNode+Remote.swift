import Documents

extension JSONNode {
  /// The value of a key in any casing: the systems' error bodies come in two.
  func member(ignoringCase key: String) -> JSONNode? {
    let key = key.lowercased()
    return members.first { $0.key.lowercased() == key }?.value
  }

  /// A whole number, given as a number or as a text.
  var wholeNumber: Int? { scalarText.flatMap { Int($0) } }

  /// Null, or a text without characters: both mean that there is no value.
  var isAbsent: Bool { self == .null || self == .text("") }
}
