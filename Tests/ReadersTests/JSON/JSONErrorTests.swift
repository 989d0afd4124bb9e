import CustomerModel
import Rows
import Testing
import TestSupport
import Texts

@testable import Readers

@Suite struct JSONErrorTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func document(
    _ path: String, _ options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 18
  ) throws -> JSONDocument {
    try JSONDocument(file: InputFile(path: path), options: options, chunkSize: chunkSize)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let code: String
    let line: Int
    let column: Int
    let reason: Text
    init(_ text: String, _ line: Int, _ column: Int, _ reason: Text, code: String = "json.syntax") {
      self.text = text
      self.code = code
      self.line = line
      self.column = column
      self.reason = reason
    }
    var testDescription: String { text }
  }

  static let cases: [Case] = [
    Case(#"[{"a":1,}]"#, 1, 9, JSONTexts.nameExpected),
    Case(#"[{"a":1},]"#, 1, 10, JSONTexts.valueExpected),
    Case("[{\"å\":1}\n  {\"a\":2}]", 2, 3, JSONTexts.commaExpected(or: "]")),
    Case(#"[{"å":1 "b":2}]"#, 1, 9, JSONTexts.commaExpected(or: "}")),
    Case(#"[{"a" 1}]"#, 1, 7, JSONTexts.colonExpected),
    Case(#"[{'a':1}]"#, 1, 3, JSONTexts.nameExpected),
    Case(#"[{"a":0012}]"#, 1, 7, JSONTexts.noNumber),
    Case(#"[{"a":-}]"#, 1, 7, JSONTexts.noNumber),
    Case(#"[{"a":1.}]"#, 1, 7, JSONTexts.noNumber),
    Case(#"[{"a":1e}]"#, 1, 7, JSONTexts.noNumber),
    Case(#"[{"a":.5}]"#, 1, 7, JSONTexts.valueExpected),
    Case(#"[{"a":True}]"#, 1, 7, JSONTexts.valueExpected),
    Case(#"[{"a":nul}]"#, 1, 7, JSONTexts.valueExpected),
    Case("[{\"a\":\"x\ny\"}]", 1, 9, JSONTexts.controlCharacter),
    Case(#"[{"a":"\x"}]"#, 1, 8, JSONTexts.noEscape),
    Case(#"[{"a":"\u12g4"}]"#, 1, 8, JSONTexts.hexadecimalDigitsExpected),
    Case(#"[{"a":"x"#, 1, 7, JSONTexts.textHasNoEnd),
    Case(#"[{"a":"\"#, 1, 8, JSONTexts.textHasNoEnd),
    Case(#"[{"a":1}"#, 1, 9, JSONTexts.endsTooEarly),
    Case(#"[{"a":1}] {"#, 1, 11, JSONTexts.arrayGoesOn),
    Case("[{\"a\":1},\n 17]", 2, 2, JSONTexts.customerExpected, code: "json.notObjects"),
    Case(#"["a","b"]"#, 1, 2, JSONTexts.customerExpected, code: "json.notObjects"),
    Case("17", 1, 1, JSONTexts.customerExpected, code: "json.notObjects"),
    Case("{\"a\":1}\n[2]", 2, 1, JSONTexts.customerExpected, code: "json.notObjects"),
    Case(#"{"a":[{"b":1},null]}"#, 1, 15, JSONTexts.customerExpected, code: "json.notObjects"),
    Case(
      "[{\"a\":" + String(repeating: "[", count: 70), 1, 69, JSONTexts.tooDeep(limit: 64),
      code: "json.tooDeep"),
    Case("[{\"a\":1}]]", 1, 10, JSONTexts.valueExpected),
  ]

  @Test(arguments: cases)
  func anErrorNamesItsPlace(_ test: Case) throws {
    let path = try folder.write(test.text, to: "list.json")
    for chunkSize in [8, 11, 1 << 18] {
      let error = try #require(error { _ = try document(path, chunkSize: chunkSize) })
      #expect(error.status == .unreadableInput)
      #expect(error.code == test.code)
      #expect(
        error.text
          == JSONTexts.unreadable(Text(verbatim: path), line: test.line, column: test.column, test.reason))
    }
  }

  @Test func aNameThatComesTwiceIsAnError() throws {
    let path = try folder.write("[{\"a\":1},\n{\"a\":1,\"b\":2,\"a\":3}]", to: "list.json")
    let error = try #require(error { _ = try readRows(document(path)) })
    #expect(error.code == "json.duplicateName")
    #expect(
      error.text == JSONTexts.unreadable(Text(verbatim: path), line: 2, column: 18, JSONTexts.nameTwice("a")))
  }

  @Test func aValueThatIsTooLargeIsAnError() throws {
    let text = "[{\"a\":\"" + String(repeating: "x", count: 1000) + "\"}]"
    let path = try folder.write(text, to: "list.json")
    let error = try #require(
      error { _ = try document(path, ReadingOptions(maximumRowSize: 100), chunkSize: 16) })
    #expect(error.code == "json.tooLarge")
    #expect(
      error.text
        == JSONTexts.unreadable(Text(verbatim: path), line: 1, column: 7, JSONTexts.valueTooLarge(bytes: 100)))
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
