/// The languages that have a word.
struct WordLanguages: OptionSet, Sendable {
  let rawValue: UInt8

  static let swedish = WordLanguages(rawValue: 1)
  static let norwegian = WordLanguages(rawValue: 2)
  static let danish = WordLanguages(rawValue: 4)
  static let english = WordLanguages(rawValue: 8)
  static let finnish = WordLanguages(rawValue: 16)
  /// Any that a user added.
  static let other = WordLanguages(rawValue: 32)
  static let scandinavian: WordLanguages = [.swedish, .norwegian, .danish]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// By the code that a file of words gives.
  init(code: String) {
    self =
      switch code {
      case "sv": .swedish
      case "no": .norwegian
      case "da": .danish
      case "en": .english
      case "fi": .finnish
      default: .other
      }
  }
}
