package import Texts

/// How many customers or rows something became of.
package enum CountTexts {
  package typealias Part = (count: Int, word: (Int) -> Text)

  /// The numbers that are not 0, each with its word: `2 updated, 1 deleted`. Empty when all are 0.
  package static func list(_ parts: [Part]) -> Text {
    parts.filter { $0.count > 0 }.map { $0.word($0.count) }.joined(by: ", ")
  }

  package static func created(_ count: Int) -> Text {
    Text(en: "\(count) created", sv: count.counted("skapad", "skapade"))
  }
  package static func updated(_ count: Int) -> Text {
    Text(en: "\(count) updated", sv: count.counted("ändrad", "ändrade"))
  }
  package static func unchanged(_ count: Int) -> Text {
    Text(en: "\(count) unchanged", sv: count.counted("oförändrad", "oförändrade"))
  }
  package static func reactivated(_ count: Int) -> Text {
    Text(en: "\(count) reactivated", sv: count.counted("återaktiverad", "återaktiverade"))
  }
  package static func inactivated(_ count: Int) -> Text {
    Text(en: "\(count) inactivated", sv: count.counted("inaktiverad", "inaktiverade"))
  }
  package static func deleted(_ count: Int) -> Text {
    Text(en: "\(count) deleted", sv: count.counted("borttagen", "borttagna"))
  }
  package static func rejected(_ count: Int) -> Text {
    Text(en: "\(count) rejected", sv: count.counted("avvisad", "avvisade"))
  }
  package static func skipped(_ count: Int) -> Text {
    Text(en: "\(count) left out", sv: count.counted("utelämnad", "utelämnade"))
  }
}
