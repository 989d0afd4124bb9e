package import Texts

/// What stands in place of a text that told of a person who was forgotten: one word in the register, shown in each language.
package enum ForgottenTexts {
  /// The word that the register keeps.
  static let kept = "(forgotten)"
  static let shown = Text(en: kept, sv: "(raderat)")

  /// A kept name or value as people read it.
  package static func told(_ word: String) -> Text { word == kept ? shown : Text(verbatim: word) }

  /// A kept sentence as people read it.
  static func told(_ sentence: Text) -> Text { sentence.english == kept ? shown : sentence }
}
