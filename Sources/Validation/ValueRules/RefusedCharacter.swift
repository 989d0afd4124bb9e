import CustomerModel
import Rows
import Texts

/// A character that no customer number can have, as a sentence names it.
enum RefusedCharacter {
  /// The first of a number that has one.
  static func first(in bytes: UnsafeBufferPointer<UInt8>) -> Text {
    let refused = String(decoding: bytes, as: UTF8.self).unicodeScalars.first { !NumberCharacters.isAllowed($0) }
    return refused.map(named) ?? .empty
  }

  private static func named(_ character: Unicode.Scalar) -> Text {
    if character.properties.isWhitespace { return RuleTexts.blank }
    let isUnseen = Array(String(character).utf8).withUnsafeBytes(BlankText.isBlank)
    guard isUnseen || character.properties.generalCategory == .control else {
      return Text(en: "“\(character)”", sv: "”\(character)”")
    }
    let digits = String(character.value, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    return RuleTexts.unseenCharacter(code)
  }
}
