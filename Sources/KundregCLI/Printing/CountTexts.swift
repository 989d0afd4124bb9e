import Texts

/// How many customers or rows something became of.
enum CountTexts {
  typealias Part = (count: Int, word: (Int) -> Text)

  /// The numbers that are not 0, each with its word: `2 updated, 1 deleted`. Empty when all are 0.
  static func list(_ parts: [Part]) -> Text {
    parts.filter { $0.count > 0 }.map { $0.word($0.count) }.joined(by: ", ")
  }

  static func created(_ count: Int) -> Text { Text(en: "\(count) created", sv: count.counted("skapad", "skapade")) }
  static func updated(_ count: Int) -> Text { Text(en: "\(count) updated", sv: count.counted("ändrad", "ändrade")) }
  static func unchanged(_ count: Int) -> Text {
    Text(en: "\(count) unchanged", sv: count.counted("oförändrad", "oförändrade"))
  }
  static func reactivated(_ count: Int) -> Text {
    Text(en: "\(count) reactivated", sv: count.counted("återaktiverad", "återaktiverade"))
  }
  static func inactivated(_ count: Int) -> Text {
    Text(en: "\(count) inactivated", sv: count.counted("inaktiverad", "inaktiverade"))
  }
  static func deleted(_ count: Int) -> Text {
    Text(en: "\(count) deleted", sv: count.counted("borttagen", "borttagna"))
  }
  static func rejected(_ count: Int) -> Text { Text(en: "\(count) rejected", sv: count.counted("avvisad", "avvisade")) }
}
