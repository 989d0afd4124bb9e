import CustomerModel
import Rows
import TestSupport
import Testing

@testable import Readers

func json(_ text: String, _ options: ReadingOptions = ReadingOptions(), chunkSize: Int = 1 << 18) throws -> JSONDocument
{
  let folder = try TemporaryFolder()
  return try JSONDocument(
    file: InputFile(path: folder.write(text, to: "list.json")), options: options, chunkSize: chunkSize)
}

@Suite struct JSONDocumentTests {
  @Test func eachListOfObjectsInAnObjectIsATable() throws {
    let document = try json(
      #"{"företag":[{"a":"1","b":{"c":2}}],"meta":{"x":[{"y":1}]},"tags":["t"],"e":[],"pri\u0076at":[{"b":1},{"a":"å"}],"n":1}"#
    )
    #expect(document.tables.map(\.name) == ["företag", "privat"])
    #expect(try texts(document, table: 0) == [["a", "b.c"], ["1", "2"]])
    #expect(try texts(document, table: 1) == [["b", "a"], ["1"], ["", "å"]])
  }

  @Test func theOnlyListHasNoName() throws {
    for text in [#"{"customers":[{"a":1}],"n":[1],"e":[]}"#, #"[{"a":1}]"#, "{\"a\":[{}],\"b\":[{}]}\n{\"a\":1}", "{}"]
    {
      #expect(try json(text).tables.map(\.name) == [""])
    }
  }

  @Test func moreListsThanAnyDocumentHasAreRefused() throws {
    func text(_ count: Int) -> String {
      "{" + (1...count).map { #""l\#($0)":[{"a":\#($0)}]"# }.joined(separator: ",") + "}"
    }
    let document = try json(text(64))
    #expect(document.tables.count == 64)
    #expect(try texts(document, table: 63) == [["a"], ["64"]])
    #expect(throws: KundregError.self) { try json(text(65)) }
  }

  @Test func theColumnsOfAllListsTogetherAreLimited() throws {
    func list(_ name: String, _ count: Int) -> String {
      #""\#(name)":[{"# + (1...count).map { #""\#(name)\#($0)":1"# }.joined(separator: ",") + "}]"
    }
    #expect(try json("{" + list("a", 8000) + "," + list("b", 8000) + "}").tables.count == 2)
    let error = #expect(throws: KundregError.self) {
      try json("{" + list("a", 8000) + "," + list("b", 9000) + "}")
    }
    #expect(error?.code == "json.tooManyColumns")
  }

  private func texts(_ document: JSONDocument, table: Int) throws -> [[String]] {
    var reader = try document.rows(ofTable: table)
    var batch = RowBatch()
    var rows: [[String]] = []
    while try reader.read(into: &batch, maximumRows: 100) { rows += (0..<batch.count).map { batch.texts(row: $0) } }
    return rows
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let rows: [[String?]]
    init(_ name: String, _ text: String, _ rows: [[String?]]) {
      self.name = name
      self.text = text
      self.rows = rows
    }
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case("an array of objects", #"[{"a":"1","b":"2"},{"a":"3","b":"4"}]"#, [["a", "b"], ["1", "2"], ["3", "4"]]),
    Case("an array in an object", #"{"meta":{"x":[1]},"customers":[{"a":"1"}],"more":[{"b":2}]}"#, [["a"], ["1"]]),
    Case("an empty array beside one of objects", #"{"e":[],"n":[1],"customers":[{"a":"1"}]}"#, [["a"], ["1"]]),
    Case("JSON Lines", "{\"a\":\"1\",\"c\":[{\"x\":1}]}\n\n{\"a\":\"2\"}\r\n", [["a", "c[0].x"], ["1", "1"], ["2"]]),
    Case("a single object", #" {"a":"1","b":{"c":true}} "#, [["a", "b.c"], ["1", "true"]]),
    Case("nothing in an array", "[]", []),
    Case("nothing in an object's array", #"{"customers":[]}"#, []),
    Case(
      "names in order of first appearance", #"[{"a":1,"c":2},{"b":3,"a":4},{"c":5}]"#,
      [["a", "c", "b"], ["1", "2"], ["4", nil, "3"], [nil, "5"]]),
    Case(
      "nested values are paths",
      #"[{"invoiceAddress":{"city":"Storstad"},"contactPersons":[{"email":"a@exempel.se"},{"email":"b@exempel.se"}],"customFields":{"Region":"Väst","a.b":"x"}}]"#,
      [
        [
          "invoiceAddress.city", "contactPersons[0].email", "contactPersons[1].email", "customFields.Region",
          "customFields.a.b",
        ],
        ["Storstad", "a@exempel.se", "b@exempel.se", "Väst", "x"],
      ]),
    Case(
      "an array of scalars is one cell", #"[{"t":["a","b",3,true,null]},{"t":["c"]}]"#,
      [["t"], ["a\u{1F}b\u{1F}3\u{1F}true\u{1F}\u{1F}"], ["c\u{1F}"]]),
    Case("arrays in arrays", #"[{"t":[["a"],["b","c"]]}]"#, [["t[0]", "t[1]"], ["a\u{1F}", "b\u{1F}c\u{1F}"]]),
    Case(
      "scalars and objects in one array", #"[{"t":["a",{"x":1},"b",{"y":[2]},"c"]}]"#,
      [["t[1].x", "t[3].y", "t"], ["1", "2\u{1F}", "a\u{1F}b\u{1F}c\u{1F}"]]),
    Case(
      "null is empty, a missing name is missing", #"[{"a":null,"b":1},{"b":2}]"#,
      [["a", "b"], ["", "1"], [nil, "2"]]),
    Case("true and false", #"[{"a":true,"b":false}]"#, [["a", "b"], ["true", "false"]]),
    Case(
      "nothing where others have something nested", #"[{"c":[],"m":null,"n":1},{"c":[{"x":1}],"m":{"y":2}}]"#,
      [["n", "c[0].x", "m.y"], ["1"], [nil, "1", "2"]]),
    Case("an empty object is no value", #"[{"a":{},"b":1},{"b":2}]"#, [["b"], ["1"], ["2"]]),
    Case(
      "numbers stay as written", #"[{"a":12345678901234567890,"b":-0.50,"c":1E+5,"d":0}]"#,
      [["a", "b", "c", "d"], ["12345678901234567890", "-0.50", "1E+5", "0"]]),
    Case(
      "escapes", #"[{"a":"\"\\\/\b\f\n\r\t\u00e5\u00C5\ud83d\ude00\u0000x"}]"#,
      [["a"], ["\"\\/\u{8}\u{C}\n\r\tåÅ😀\0x"]]),
    Case("escapes in names", #"[{"\u00e5\"":"1"},{"å\"":"2"}]"#, [["å\""], ["1"], ["2"]]),
    Case("a byte order mark", "\u{FEFF}[{\"å\":\"ö\"}]", [["å"], ["ö"]]),
    Case(
      "blanks everywhere", "\n [ { \"a\"\t:\r\n\"1\" , \"b\" : [ 1 , 2 ] } , { } ] \n",
      [["a", "b"], ["1", "1\u{1F}2\u{1F}"]]),
  ]

  @Test(arguments: cases)
  func aDocumentIsReadAsItsRows(_ test: Case) throws {
    for chunkSize in [8, 9, 13, 1 << 18] {
      let rows = try readRows(json(test.text, chunkSize: chunkSize))
      #expect(rows == test.rows.enumerated().map { ReadRow($0.offset, $0.element) }, "chunks of \(chunkSize)")
    }
  }

  @Test(arguments: cases)
  func theSourceKeepsItsPromises(_ test: Case) throws {
    try expectTableSourceContract(json(test.text, chunkSize: 16))
  }

  @Test func anObjectOfNothingIsNoRow() throws {
    let text = #"[{"a":null,"b":""},{"a":"1"},{},{"a":" \t","b":[""]},{"b":"\u00a0\u200b"},{"b":false},{"a":0}]"#
    let rows = try readRows(json(text))
    #expect(
      rows == [
        ReadRow(0, ["a", "b"]), ReadRow(2, ["1"]), ReadRow(6, [nil, "false"]), ReadRow(7, ["0"]),
      ])
  }

  @Test func utf16IsRead() throws {
    let folder = try TemporaryFolder()
    let bytes = #"[{"namn":"Åke"}]"#.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for mark in [[], [0xFF, 0xFE]] as [[UInt8]] {
      let source = try InputOpener.open(path: folder.write(mark + bytes, to: "list.json"))
      #expect(source.format == .json)
      #expect(try readRows(source).map(\.cells) == [["namn"], ["Åke"]])
    }
  }

  @Test func halfASurrogatePairIsAFaultOfItsRow() throws {
    let rows = try readRows(json(#"[{"a":"x\ud83dy"},{"a":"\ude00"},{"a":"\ud83d\u0041"},{"a":"z"}]"#))
    #expect(rows.map(\.fault) == [.none, .invalidEncoding, .invalidEncoding, .invalidEncoding, .none])
    #expect(rows.map { $0.cells[0] } == ["a", "x\u{FFFD}y", "\u{FFFD}", "\u{FFFD}A", "z"])
  }

  @Test(arguments: [8, 1 << 18])
  func bytesThatAreNotUTF8AreAFaultOfTheirRow(chunkSize: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(#"[{"a":"x"},{"a":"å"#.utf8) + [0xE5] + Array(#""},{"a":"z"}]"#.utf8)
    let file = try InputFile(path: folder.write(bytes, to: "list.json"))
    let rows = try readRows(JSONDocument(file: file, chunkSize: chunkSize))
    #expect(rows.map(\.fault) == [.none, .none, .invalidEncoding, .none])
  }

  @Test func manyObjectsComeInSeveralBatches() throws {
    let objects = (0..<10_000).map { #"{"number":"\#($0)","name":"Kund \#($0)"}"# }
    let rows = try readRows(json("[" + objects.joined(separator: ",\n") + "]", chunkSize: 1000))
    #expect(rows.count == 10_001)
    #expect(rows.last == ReadRow(10_000, ["9999", "Kund 9999"]))
  }
}
