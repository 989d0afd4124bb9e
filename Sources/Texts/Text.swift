/// What a person is told, in each language: a whole sentence, a heading, a word.
///
/// A text has a name and its arguments where it is declared, as a function or a constant of a type whose name ends in `Texts` or
/// of ``ErrorCode``'s neighbours, so that the compiler knows that it is there in both languages; it is never put together from
/// pieces, since another language puts them in another order. Numbers come with their nouns, `\(count.counted("rad", "rader"))`.
package struct Text: Sendable, Hashable {
  /// The English text, which JSON and logs hold, too.
  package let english: String
  package let swedish: String

  package init(en english: String, sv swedish: String) {
    self.english = english
    self.swedish = swedish
  }

  /// What is the same in every language: a name, a number, another program's own words.
  package init(verbatim text: String) {
    english = text
    swedish = text
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .english: english
    case .swedish: swedish
    }
  }
}
