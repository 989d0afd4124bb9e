package import Texts

/// What a value of a document is called in a sentence.
package enum JSONValueTexts {
  static let null = Text(verbatim: "null")
  package static let boolean = Text(en: "true or false", sv: "true eller false")
  package static let number = Text(en: "a number", sv: "ett tal")
  package static let text = Text(en: "a text", sv: "en text")
  static let list = Text(en: "a list", sv: "en lista")
  package static let listOfTexts = Text(en: "a list of texts", sv: "en lista med texter")
  package static let object = Text(en: "an object", sv: "ett objekt")

  static func theNumber(_ digits: String) -> Text { Text(en: "the number \(digits)", sv: "talet \(digits)") }
}
