import CustomerModel
import Testing
import Texts

@testable import Mapping

/// A mapping file that is wrong, and what is told of it.
struct WrongFile: Sendable, CustomTestStringConvertible {
  let json: String
  /// Without `mapping.`.
  let code: String
  /// What the message must name: places of the file, words that it may have.
  let named: [String]
  /// What is wrong there; nil where the code alone says so.
  let mistake: Text?
  var testDescription: String { json }

  init(_ json: String, _ code: String, naming named: [String]) {
    self.json = json
    self.code = code
    self.named = named
    mistake = nil
  }

  init(_ json: String, _ code: String, _ named: String...) { self.init(json, code, naming: named) }

  /// - Parameters:
  ///   - place: where it stands in the document; empty for the whole.
  ///   - position: the line and column as `1:15`; empty where they are not asked for.
  init(_ json: String, _ code: String, at place: String, position: String = "", _ mistake: (Text) -> Text) {
    self.json = json
    self.code = code
    named = position.isEmpty ? [] : ["test.json:\(position): "]
    self.mistake = mistake(place.isEmpty ? MappingMistakeTexts.theMapping : Text(verbatim: place))
  }

  func expectRefusal() throws {
    let error = try #require(throws: KundregError.self) { try Probe.file(json) }
    #expect(error.status == .configuration)
    #expect(error.code == "mapping.\(code)", "\(error.message)")
    #expect(error.message.hasPrefix("test.json:"))
    for name in named { #expect(error.message.contains(name), "\(error.message)") }
    guard let mistake else { return }
    #expect(error.text.english.hasSuffix(": \(mistake.english)"))
    #expect(error.text.swedish.hasSuffix(": \(mistake.swedish)"))
  }
}
