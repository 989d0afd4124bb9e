import CustomerModel
import Foundation
import Mapping
import Testing

@testable import Understanding

@Suite struct WordFileTests {
  private func file(_ json: String) throws -> WordFile { try WordFile(json: Array(json.utf8), origin: "my.words.json") }

  /// The words of a file, each with its meaning and its languages.
  private func lines(_ file: WordFile) -> [String] {
    file.groups.flatMap { group in group.words.map { "\($0) \(group.meaning) \(group.languages.rawValue)" } }
  }

  @Test func shippedFileIsReadWithoutTheLongWay() throws {
    let json = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Probe.mappings)/headings.words.json")))
    let groups = try #require(PlainWordFile.groups(json))
    #expect(groups.count > 200)
    #expect(
      groups.contains { $0.meaning == .block(.customer) && $0.languages == .swedish && $0.words.contains("kund") })
    #expect(groups.contains { $0.meaning == .part(.city) && $0.languages == .finnish && $0.words.contains("kaupunki") })
  }

  @Test func bothWaysReadTheSame() throws {
    let plain = #"{"description": "x", "words": {"city": {"sv": ["ort", "post ort"], "en": []}, "none": {}}}"#
    let escaped = plain.replacing("\"ort\"", with: "\"\\u006frt\"")
    #expect(PlainWordFile.groups(Array(plain.utf8)) != nil)
    #expect(PlainWordFile.groups(Array(escaped.utf8)) == nil)
    #expect(lines(try file(plain)) == lines(try file(escaped)))
    #expect(
      lines(try file(plain)) == [
        "ort part(Understanding.Meaning.Part.city) 1", "post ort part(Understanding.Meaning.Part.city) 1",
      ])
  }

  @Test(arguments: [
    (#"{"words": {"stad": {"sv": ["ort"]}}}"#, 1), ("{\"words\": {\n\"city\": [\"ort\"]}}", 2),
    ("{\"words\": {\n\"city\": {\"sv\": [\n1]}}}", 3), ("{\n\"word\": {}}", 2), (#"{"description": "x"}"#, 1),
  ]) func whatIsWrongIsToldWithItsPlace(_ json: String, _ line: Int) {
    let error = #expect(throws: KundregError.self) { try file(json) }
    #expect(error?.code == "words.wrong")
    #expect(error?.message.contains("line \(line)") == true)
  }

  @Test(arguments: [#"{"words": {"city": {"sv": ["ort"]}}"#, #"{"words": {"city": {"sv": ["ort",]}}}"#, ""])
  func whatIsNoJSONIsUnreadable(_ json: String) {
    #expect(throws: KundregError.self) { try file(json) }
    #expect(PlainWordFile.groups(Array(json.utf8)) == nil)
  }

  @Test func wordOfAnEarlierFileHidesItsMeaningsInLaterOnes() throws {
    var book = WordBook()
    book.add(try file(#"{"words": {"none": {"sv": ["ort"]}}}"#))
    book.add(try file(#"{"words": {"city": {"sv": ["ort", "stad"]}}}"#))
    #expect(book.meanings["ort"] == [.none])
    #expect(book.meanings["stad"] == [.part(.city)])
  }
}
