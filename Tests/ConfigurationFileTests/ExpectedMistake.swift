import CustomerModel
import Documents
import Testing
import Texts

@testable import ConfigurationFile

/// The one mistake of a configuration that stands on one line: its code and what is told of it, whatever the words.
///
/// - Parameter column: where it stands; nil where that is not asked for.
func expectMistake(
  _ error: KundregError?, _ code: String, _ mistake: Text, column: Int? = nil,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let error = try #require(error, sourceLocation: sourceLocation)
  #expect(error.status == .configuration, sourceLocation: sourceLocation)
  #expect(error.code == code, sourceLocation: sourceLocation)
  let place = "/config.json:1:\(column.map { "\($0): " } ?? "")"
  #expect(error.message.contains(place), "\(error.message)", sourceLocation: sourceLocation)
  #expect(error.text.english.hasSuffix(": \(mistake.english)"), "\(error.message)", sourceLocation: sourceLocation)
  #expect(error.text.swedish.hasSuffix(": \(mistake.swedish)"), sourceLocation: sourceLocation)
  #expect(!error.message.contains("\n"), sourceLocation: sourceLocation)
}

/// What is told of a value that is another than was expected.
func shouldBe(_ place: String, _ expected: Text, is value: Text) -> Text {
  ConfigurationTexts.shouldBe(Text(verbatim: place), expected, is: value)
}

/// What is told of a word that is none of those that are known.
func shouldBeWord(_ place: String, _ words: [String], is word: String, meant: String? = nil) -> Text {
  let wrong = shouldBe(place, ConfigurationTexts.oneOf(words), is: ConfigurationTexts.quoted(word))
  return [wrong, meant.map(NearestNameTexts.didYouMean)].compactMap(\.self).joined()
}
