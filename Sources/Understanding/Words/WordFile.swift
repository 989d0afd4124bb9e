import CustomerModel
import Documents
import Texts

/// A file of words: what words of headings mean, by languages.
///
/// `docs/mappings.md` describes the format, `Mappings/words.schema.json` lets editors complete it.
package struct WordFile: Sendable {
  package let words: [(word: String, meaning: Meaning)]

  /// - Throws: ``KundregError`` with status 78, `words.unreadable` or `words.wrong`.
  package init(path: String) throws {
    let bytes: [UInt8]
    do throws(DocumentFile.Failure) {
      bytes = try DocumentFile.bytes(path: path)
    } catch {
      throw KundregError(.wordsUnreadable, WordFileTexts.unreadable(path, error.reason))
    }
    try self.init(json: bytes, origin: path)
  }

  package init(json: [UInt8], origin: String) throws {
    let root: JSONValue
    do throws(JSONParser.SyntaxError) {
      root = try JSONParser.parse(json)
    } catch {
      throw KundregError(.wordsUnreadable, WordFileTexts.wrong(origin, line: error.position.line, error.message))
    }
    func wrong(_ value: JSONValue, _ what: Text) -> KundregError {
      KundregError(.wordsWrong, WordFileTexts.wrong(origin, line: value.position.line, what))
    }
    guard case .object(let members) = root.content else { throw wrong(root, WordFileTexts.noObject) }
    for member in members where !["$schema", "description", "words"].contains(member.key) {
      throw wrong(member.value, WordFileTexts.unknownKey(member.key))
    }
    guard let words = root["words"], case .object(let meanings) = words.content else {
      throw wrong(root, WordFileTexts.noWords)
    }
    var read: [(String, Meaning)] = []
    for entry in meanings {
      guard let meaning = Meaning(entry.key) else { throw wrong(entry.value, WordFileTexts.noMeaning(entry.key)) }
      guard case .object(let languages) = entry.value.content else {
        throw wrong(entry.value, WordFileTexts.noLanguages(entry.key))
      }
      for language in languages {
        guard case .array(let elements) = language.value.content else {
          throw wrong(language.value, WordFileTexts.noLanguages(entry.key))
        }
        for element in elements {
          guard case .text(let word) = element.content else {
            throw wrong(element, WordFileTexts.noLanguages(entry.key))
          }
          read.append((word, meaning))
        }
      }
    }
    self.words = read
  }
}
