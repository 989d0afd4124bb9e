import CustomerModel
import Documents
import Texts

/// A file of words: what words of headings mean, by languages.
///
/// `docs/mappings.md` describes the format, `Mappings/words.schema.json` lets editors complete it.
package struct WordFile: Sendable {
  /// Words that mean the same in some language.
  struct Group: Sendable {
    let meaning: Meaning
    let languages: WordLanguages
    let words: [String]
  }

  let groups: [Group]
  /// How many words there are.
  package var count: Int { groups.reduce(0) { $0 + $1.words.count } }

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
    // Nearly every file is as plain as the shipped one; what is not gets the parser that says what is wrong.
    if let groups = PlainWordFile.groups(json) {
      self.groups = groups
      return
    }
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
    var read: [Group] = []
    for entry in meanings {
      guard let meaning = Meaning(entry.key) else { throw wrong(entry.value, WordFileTexts.noMeaning(entry.key)) }
      guard case .object(let languages) = entry.value.content else {
        throw wrong(entry.value, WordFileTexts.noLanguages(entry.key))
      }
      for language in languages {
        guard case .array(let elements) = language.value.content else {
          throw wrong(language.value, WordFileTexts.noLanguages(entry.key))
        }
        var own: [String] = []
        for element in elements {
          guard case .text(let word) = element.content else {
            throw wrong(element, WordFileTexts.noLanguages(entry.key))
          }
          own.append(word)
        }
        read.append(Group(meaning: meaning, languages: WordLanguages(code: language.key), words: own))
      }
    }
    groups = read
  }
}
