import Texts

/// What is told of mappings that are looked at by themselves.
enum MappingCommandTexts {
  static func isSound(_ path: String, _ name: String, columns: Int) -> Text {
    Text(
      en: "\(path) is a sound mapping: \(name), \(columns.counted("column")).",
      sv: "\(path) är en riktig mappning: \(name), \(columns.counted("kolumn", "kolumner")).")
  }

  static func isSoundFileOfWords(_ path: String, _ words: Int) -> Text {
    Text(
      en: "\(path) is a sound file of words: \(words.counted("word")).",
      sv: "\(path) är en riktig ordfil: \(words.counted("ord", "ord")).")
  }
}
