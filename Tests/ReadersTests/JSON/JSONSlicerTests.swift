import CustomerModel
import Testing
import TestSupport
import Texts

@testable import Readers

@Suite struct JSONSlicerTests {
  private func slicer(_ text: String, maximumSize: Int = 1 << 20, chunkSize: Int = 1 << 18) throws -> JSONSlicer {
    let folder = try TemporaryFolder()
    return try slicer(path: folder.write(text, to: "plan.json"), maximumSize: maximumSize, chunkSize: chunkSize)
  }

  private func slicer(path: String, maximumSize: Int = 1 << 20, chunkSize: Int = 1 << 18) throws -> JSONSlicer {
    try JSONSlicer(
      file: InputFile(path: path), arrayNamed: "changes", maximumSize: maximumSize, chunkSize: chunkSize)
  }

  private func elements(_ slicer: JSONSlicer) throws -> [String] {
    var slicer = slicer
    var elements: [String] = []
    while let element = try slicer.next() { elements.append(String(decoding: element, as: UTF8.self)) }
    #expect(try slicer.next() == nil)
    return elements
  }

  @Test(arguments: [8, 9, 17, 1 << 18])
  func theArrayIsTakenOutOfTheObject(chunkSize: Int) throws {
    let text = """
      {"format": "kundreg-plan", "nested": {"changes": [1]},
       "changes": [ {"number": "1", "fields": {"å\\"]": [1, {}]}}, {}, [ 1 ,2],
         "x\\u00e5", -1.5, null ],
       "state": "abc" }
      """
    let slicer = try slicer(text, chunkSize: chunkSize)
    #expect(
      String(decoding: slicer.head, as: UTF8.self)
        == #"{"format": "kundreg-plan","nested": {"changes": [1]},"state": "abc"}"#)
    #expect(
      try elements(slicer) == [
        #"{"number": "1", "fields": {"å\"]": [1, {}]}}"#, "{}", "[ 1 ,2]", #""x\u00e5""#, "-1.5", "null",
      ])
  }

  @Test func anEmptyArrayHasNoElements() throws {
    let slicer = try slicer(#"{"changes":[]}"#)
    #expect(slicer.head == Array("{}".utf8))
    #expect(try elements(slicer).isEmpty)
  }

  @Test func theArrayMayBeMuchLargerThanOneElement() throws {
    let element = "{\"number\":\"" + String(repeating: "x", count: 80) + "\"}"
    let text = "{\"changes\":[" + Array(repeating: element, count: 2000).joined(separator: ",") + "]}"
    #expect(try elements(slicer(text, maximumSize: 200, chunkSize: 64)) == Array(repeating: element, count: 2000))
  }

  @Test(arguments: [
    (#"{"a":1}"#, "json.missingArray", 1, 8, JSONTexts.arrayMissing("changes")),
    (#"{"changes":{}}"#, "json.missingArray", 1, 12, JSONTexts.oneArrayExpected("changes")),
    (#"{"changes":[],"changes":[]}"#, "json.missingArray", 1, 25, JSONTexts.oneArrayExpected("changes")),
    (#"[1]"#, "json.missingArray", 1, 1, JSONTexts.objectExpected),
    (#"{"changes":[1]} 2"#, "json.syntax", 1, 17, JSONTexts.objectGoesOn),
    (#"{"changes":[1,]}"#, "json.syntax", 1, 15, JSONTexts.valueExpected),
    (#"{"changes":[1]"#, "json.syntax", 1, 15, JSONTexts.endsTooEarly),
  ])
  func whatHasNoSuchArrayIsRefused(text: String, code: String, line: Int, column: Int, reason: Text) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "plan.json")
    let error = try #require(error { _ = try slicer(path: path) })
    #expect(error.status == .unreadableInput)
    #expect(error.code == code)
    #expect(error.text == JSONTexts.unreadable(Text(verbatim: path), line: line, column: column, reason))
  }

  @Test func anElementThatIsTooLargeIsRefused() throws {
    let text = "{\"changes\":[[" + String(repeating: "1,", count: 500) + "1]]}"
    let slicer = try slicer(text, maximumSize: 100, chunkSize: 16)
    #expect(try #require(error { _ = try elements(slicer) }).code == "json.tooLarge")
  }

  @Test func aHeadThatIsTooLargeIsRefused() throws {
    let text = "{\"changes\":[]," + (0..<100).map { "\"k\($0)\":1" }.joined(separator: ",") + "}"
    #expect(try #require(error { _ = try slicer(text, maximumSize: 100, chunkSize: 16) }).code == "json.tooLarge")
  }
}
