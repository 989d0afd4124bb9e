import CustomerModel
import Readers
import Rows
import TestSupport
import Testing

@Suite struct JSONErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: String
    let place: String
    let says: String
    init(_ text: String, _ place: String, _ says: String, code: String = "json.syntax") {
      self.text = text
      self.code = code
      self.place = place
      self.says = says
    }
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(#"[{"a":1,}]"#, "line 1, column 9", "a name in double quotes is expected"),
    Case(#"[{"a":1},]"#, "line 1, column 10", "a value is expected"),
    Case("[{\"å\":1}\n  {\"a\":2}]", "line 2, column 3", "a comma or ] is expected"),
    Case(#"[{"å":1 "b":2}]"#, "line 1, column 9", "a comma or } is expected"),
    Case(#"[{"a" 1}]"#, "line 1, column 7", "a colon is expected"),
    Case(#"[{'a':1}]"#, "line 1, column 3", "a name in double quotes is expected"),
    Case(#"[{"a":0012}]"#, "line 1, column 7", "leading zeros"),
    Case(#"[{"a":-}]"#, "line 1, column 7", "a number"),
    Case(#"[{"a":1.}]"#, "line 1, column 7", "a number"),
    Case(#"[{"a":1e}]"#, "line 1, column 7", "a number"),
    Case(#"[{"a":.5}]"#, "line 1, column 7", "a value is expected"),
    Case(#"[{"a":True}]"#, "line 1, column 7", "a value is expected"),
    Case(#"[{"a":nul}]"#, "line 1, column 7", "a value is expected"),
    Case("[{\"a\":\"x\ny\"}]", "line 1, column 9", "control character"),
    Case(#"[{"a":"\x"}]"#, "line 1, column 8", "a backslash"),
    Case(#"[{"a":"\u12g4"}]"#, "line 1, column 8", "four hexadecimal digits"),
    Case(#"[{"a":"x"#, "line 1, column 7", "the text ends inside a string"),
    Case(#"[{"a":"\"#, "line 1, column 8", "the text ends inside a string"),
    Case(#"[{"a":1}"#, "line 1, column 9", "the text ends too early"),
    Case(#"[{"a":1}] {"#, "line 1, column 11", "nothing may follow the array"),
    Case("[{\"a\":1},\n 17]", "line 2, column 2", "an object is expected", code: "json.notObjects"),
    Case(#"["a","b"]"#, "line 1, column 2", "an object is expected", code: "json.notObjects"),
    Case("17", "line 1, column 1", "an object is expected", code: "json.notObjects"),
    Case("{\"a\":1}\n[2]", "line 2, column 1", "an object is expected", code: "json.notObjects"),
    Case(#"{"a":[{"b":1},null]}"#, "line 1, column 15", "an object is expected", code: "json.notObjects"),
    Case(
      "[{\"a\":" + String(repeating: "[", count: 70), "line 1, column 69", "nested more than 64 deep",
      code: "json.tooDeep"),
    Case("[{\"a\":1}]]", "line 1, column 10", "a value is expected"),
  ]

  @Test(arguments: cases)
  func anErrorNamesItsPlace(_ test: Case) throws {
    for chunkSize in [8, 11, 1 << 18] {
      let error = try #require(error { _ = try json(test.text, chunkSize: chunkSize) })
      #expect(error.status == .unreadableInput)
      #expect(error.code == test.code)
      #expect(error.message.contains("on \(test.place), "), "\(error.message)")
      #expect(error.message.contains(test.says), "\(error.message)")
    }
  }

  @Test func aNameThatComesTwiceIsAnError() throws {
    let error = try #require(error { _ = try readRows(json("[{\"a\":1},\n{\"a\":1,\"b\":2,\"a\":3}]")) })
    #expect(error.code == "json.duplicateName")
    #expect(error.message.contains("line 2, column 18"))
  }

  @Test func aValueThatIsTooLargeIsAnError() throws {
    let text = "[{\"a\":\"" + String(repeating: "x", count: 1000) + "\"}]"
    let error = try #require(error { _ = try json(text, ReadingOptions(maximumRowSize: 100), chunkSize: 16) })
    #expect(error.code == "json.tooLarge")
    #expect(error.message.contains("line 1, column 7"))
  }

  /// No text of it is long: the row is.
  @Test(arguments: [
    #"["0123456789","0123456789"]"#, #"{"b":"0123456789","c":{"d":["0123456789"]}}"#,
    #"["0123456789",{"x":"0123456789"}]"#,
  ])
  func anObjectThatIsTooLargeIsAnError(value: String) throws {
    let members = (0..<10).map { "\"a\($0)\":\(value)" }.joined(separator: ",")
    let text = "[{\"a\":1},\n{\(members)}]"
    let error = try #require(error { _ = try json(text, ReadingOptions(maximumRowSize: 100), chunkSize: 16) })
    #expect(error.code == "json.tooLarge")
    #expect(error.message.contains("on line 2, column "), "\(error.message)")
    #expect(try readRows(json(text, ReadingOptions(maximumRowSize: 400), chunkSize: 16)).count == 3)
  }

  /// Objects and lists that hold nothing make no column, but are remembered like those that do.
  @Test(arguments: ["{}", "[]", "[{}]"])
  func moreNamesThanMemoryShouldHoldAreAnError(value: String) throws {
    let members = (0..<70_000).map { "\"k\($0)\":\(value)" }.joined(separator: ",")
    let error = try #require(error { _ = try json("[{\(members)}]") })
    #expect(error.code == "json.tooManyColumns")
  }

  @Test func headingsThatAreLongByTheNamesAboveThemAreAnError() throws {
    let name = String(repeating: "x", count: 100_000)
    let text = { (count: Int) in
      "[{\"\(name)\":{" + (0..<count).map { "\"k\($0)\":1" }.joined(separator: ",") + "}}]"
    }
    let error = try #require(error { _ = try json(text(100)) })
    #expect(error.code == "json.tooManyColumns")
    #expect(try readRows(json(text(50))).count == 2)
  }

  @Test func rowsWhoseOnlyValueIsTheLastAreHandedOverInSmallBatches() throws {
    let first = (0..<16_000).map { "\"k\($0)\":1" }.joined(separator: ",")
    let source = try json("[{\(first)}" + String(repeating: ",{\"k15999\":1}", count: 200) + "]")
    var reader = try source.rows(ofTable: 0)
    var batch = RowBatch()
    var count = 0
    while try reader.read(into: &batch, maximumRows: 4096) {
      #expect(batch.cells.count < 600_000)
      count += batch.count
    }
    #expect(count == 202)
  }

  @Test func moreColumnsThanASheetHasAreAnError() throws {
    let members = (0..<16_385).map { "\"k\($0)\":1" }.joined(separator: ",")
    let error = try #require(error { _ = try json("[{\(members)}]") })
    #expect(error.code == "json.tooManyColumns")
  }
}
