import CustomerModel
import Readers
import TestSupport
import Testing

@Suite struct JSONSlicerTests {
  private func slicer(_ text: String, maximumSize: Int = 1 << 20, chunkSize: Int = 1 << 18) throws -> JSONSlicer {
    let folder = try TemporaryFolder()
    return try JSONSlicer(
      file: InputFile(path: folder.write(text, to: "plan.json")), arrayNamed: "changes", maximumSize: maximumSize,
      chunkSize: chunkSize)
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
    (#"{"a":1}"#, "json.missingArray", "the array changes is missing"),
    (#"{"changes":{}}"#, "json.missingArray", "one array is expected as changes"),
    (#"{"changes":[],"changes":[]}"#, "json.missingArray", "one array is expected as changes"),
    (#"[1]"#, "json.missingArray", "an object is expected"),
    (#"{"changes":[1]} 2"#, "json.syntax", "nothing may follow the object"),
    (#"{"changes":[1,]}"#, "json.syntax", "a value is expected"),
    (#"{"changes":[1]"#, "json.syntax", "the text ends too early"),
  ])
  func whatHasNoSuchArrayIsRefused(text: String, code: String, says: String) throws {
    let error = try #require(error { _ = try slicer(text) })
    #expect(error.status == .unreadableInput)
    #expect(error.code == code)
    #expect(error.message.contains(says))
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
