import CustomerModel
import Mapping
import Rows
import Testing

/// A wrong file, the code of its error and pieces that the message must have.
struct WrongFile: Sendable, CustomTestStringConvertible {
  let json: String
  let code: String
  let pieces: [String]
  init(_ json: String, _ code: String, _ pieces: String...) {
    self.json = json
    self.code = code
    self.pieces = pieces
  }
  var testDescription: String { json }
}

@Suite struct MappingFileErrorTests {
  private static func column(_ keys: String, _ code: String, _ pieces: String...) -> WrongFile {
    WrongFile("{\"columns\": [{\(keys)}]}", code, pieces: pieces)
  }

  static let syntax: [WrongFile] = [
    WrongFile("", "syntax", "test.json:1:1", "value is expected"), WrongFile("{\n  \"a\" 1}", "syntax", "2:7", "colon"),
    WrongFile("{\"a\": 1,}", "syntax", "1:9", "key"), WrongFile("{\"a\": [1 2]}", "syntax", "comma or ]"),
    WrongFile("{\"a\": 1 \"b\": 2}", "syntax", "comma or }"),
    WrongFile("{\"a\": 1, \"a\": 2}", "syntax", "1:10", "twice"),
    WrongFile("{\"a\": \"x}", "syntax", "1:7", "closing quote"), WrongFile("{\"a\": \"x\ny\"}", "syntax", "escaped"),
    WrongFile("{\"a\": \"\\q\"}", "syntax", "\\q is no escape"),
    WrongFile("{\"a\": \"\\u12x4\"}", "syntax", "hexadecimal"),
    WrongFile("{\"a\": \"\\ud800\"}", "syntax", "surrogate"), WrongFile("{\"a\": 1.}", "syntax", "no number"),
    WrongFile("{} x", "syntax", "1:4", "after the end"), WrongFile("{'a': 1}", "syntax", "double quotes"),
    WrongFile(String(repeating: "[", count: 100), "syntax", "nesting"), WrongFile("{\"a\": \"\\", "syntax", "escape"),
  ]

  static let keys: [WrongFile] = [
    WrongFile("[]", "wrongType", "must be an object, not a list"), WrongFile("{}", "missingKey", "columns"),
    WrongFile(#"{"columns": {}}"#, "wrongType", "columns must be a list of columns, not an object"),
    WrongFile(#"{"columns": []}"#, "badValue", "columns is empty"),
    WrongFile(#"{"columns": [1]}"#, "wrongType", "columns[0]"),
    WrongFile(#"{"colums": []}"#, "unknownKey", "colums", "Did you mean \"columns\"?"),
    WrongFile(#"{"zzz": 1, "columns": []}"#, "unknownKey", "the keys are"),
    WrongFile(#"{"name": "", "columns": []}"#, "badValue", "name"),
    WrongFile(#"{"name": 1}"#, "wrongType", "name must be a text, not a number"),
    WrongFile(#"{"encoding": "utf-7"}"#, "badValue", "encoding", "UTF-8"),
    WrongFile(#"{"delimiter": ";;"}"#, "badValue", "delimiter"),
    WrongFile(#"{"escape": "/"}"#, "badValue", "escape"),
    WrongFile(#"{"headerRow": -1}"#, "badValue", "headerRow"),
    WrongFile(#"{"empty": "kep"}"#, "badValue", "Did you mean “keep”?"),
    WrongFile(#"{"otherColumns": "drop"}"#, "badValue", "otherColumns", "customFields"),
    WrongFile(#"{"severalRows": "contactPerson"}"#, "badValue", "Did you mean “contactPersons”?"),
    WrongFile(#"{"typeFrom": "number"}"#, "badValue", "“identityNumber”"),
    WrongFile(
      #"{"direction": "both", "typeFrom": "identityNumber", "columns": []}"#, "badValue", "does not go with"),
    WrongFile(#"{"clearWords": "-"}"#, "wrongType", "clearWords must be a list of texts"),
    WrongFile(#"{"clearWords": [1]}"#, "wrongType", "clearWords[0]"),
    WrongFile(#"{"blankWords": "NULL"}"#, "wrongType", "blankWords must be a list of texts"),
    WrongFile(#"{"repairs": ["guard"]}"#, "badValue", "repairs[0]", "Did you mean “guards”?"),
    WrongFile(#"{"recognisedBy": ["Kundnr"]}"#, "wrongType", "recognisedBy[0] must be a list of texts"),
    WrongFile(#"{"recognisedBy": []}"#, "badValue", "recognisedBy"),
    WrongFile(#"{"recognisedBy": [["Kundnr"], []]}"#, "badValue", "recognisedBy[1]"),
  ]

  static let columns: [WrongFile] = [
    column(#""feild": "name""#, "unknownKey", "columns[0]", "Did you mean \"field\"?"),
    column(#""headers": ["A"]"#, "missingKey", "\"field\""), column(#""field": "name""#, "missingKey", "source"),
    column(#""field": "nam", "headers": ["A"]"#, "unknownField", "columns[0].field", "Did you mean “name”?"),
    column(#""field": "created", "headers": ["A"]"#, "readOnlyField", "only the register writes"),
    column(#""field": "name", "fields": ["name"], "headers": ["A"]"#, "conflictingKeys", "\"field\" and \"fields\""),
    column(#""field": "name", "headers": ["A"], "constant": "x""#, "conflictingKeys", "\"headers\" and \"constant\""),
    column(#""field": "name", "headers": ["A"], "separator": "x""#, "conflictingKeys", "separator"),
    column(#""field": "name", "headers": []"#, "badValue", "columns[0].headers"),
    column(#""field": "name", "headers": ["--"]"#, "badValue", "columns[0].headers[0]"),
    column(#""field": "name", "headers": "A""#, "wrongType", "columns[0].headers"),
    column(#""field": "name", "join": []"#, "badValue", "columns[0].join"),
    column(#""field": "name", "join": ["A"]"#, "wrongType", "columns[0].join[0]"),
    column(#""field": "name", "constant": []"#, "wrongType", "columns[0].constant"),
    column(
      #""field": "name", "headers": ["A"], "required": 1"#, "wrongType", "columns[0].required must be true or false"),
    column(
      #""field": "name", "headers": ["A"], "unknown": "drop""#, "badValue", "columns[0].unknown",
      "“create”, “reject”"),
    column(#""field": "name", "headers": ["A"], "values": []"#, "wrongType", "columns[0].values"),
    column(#""field": "name", "headers": ["A"], "values": {"a": []}"#, "wrongType", "columns[0].values.a"),
    column(
      #""field": "type", "headers": ["A"], "values": {"F": "bolaget"}"#, "badValue", "columns[0].values.F",
      "company, private"),
    column(#""field": "type", "headers": ["A"], "default": "x""#, "badValue", "columns[0].default"),
    column(#""field": "active", "constant": "kanske""#, "badValue", "columns[0].constant"),
    column(#""field": "invoiceAddress.country", "constant": "Atlantis""#, "badValue", "and so on"),
    column(#""fields": ["name", "email"], "headers": ["A"]"#, "splitMissing", "no split"),
    column(
      #""field": "name", "headers": ["A"], "transforms": [{"split": "fullName"}]"#, "splitMissing", "needs \"fields\""),
    column(#""fields": ["name"], "headers": ["A"], "transforms": [{"split": "fullName"}]"#, "splitCount", "2 parts"),
    column(
      #""fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"groups": "(a)"}}]"#, "splitCount",
      "1 part"),
    column(
      #""fields": ["name", "name"], "headers": ["A"], "transforms": [{"split": {"at": ","}}]"#, "badValue", "twice"),
    column(
      #""fields": ["name", "email"], "headers": ["A"], "default": "x", "transforms": [{"split": {"at": ","}}]"#,
      "conflictingKeys", "default"),
    column(
      #""fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"at": ","}}, {"split": {"at": ";"}}]"#,
      "badValue", "more than once"),
  ]

  private static func transform(_ transform: String, _ code: String, _ pieces: String...) -> WrongFile {
    WrongFile(
      "{\"columns\": [{\"field\": \"name\", \"headers\": [\"A\"], \"transforms\": [\(transform)]}]}", code,
      pieces: pieces)
  }

  static let transforms: [WrongFile] = [
    transform("1", "wrongType", "columns[0].transforms[0]"),
    transform(#""uper""#, "unknownTransform", "Did you mean “upper”?"),
    transform(#""upper", {"zzzzz": 1}"#, "unknownTransform", "columns[0].transforms[1]", "the transforms are"),
    transform(#""prefix""#, "badValue", "needs an argument"),
    transform(#"{"upper": true}"#, "badValue", "takes no argument"),
    transform(#"{"prefix": "a", "suffix": "b"}"#, "badValue", "exactly one key"),
    transform("{}", "badValue", "exactly one key"),
    transform(#"{"prefix": 1}"#, "wrongType", "columns[0].transforms[0].prefix"),
    transform(#"{"phone": "+46"}"#, "badValue", "calling code"),
    transform(#"{"date": "YMD"}"#, "badValue", "“DMY”, “MDY”"),
    transform(#"{"list": ""}"#, "badValue", "separating"),
    transform(#"{"list": "å"}"#, "badValue", "ASCII"), transform(#"{"replace": "a"}"#, "wrongType", "pattern"),
    transform(#"{"replace": {}}"#, "missingKey", "pattern"),
    transform(#"{"replace": {"patern": "a"}}"#, "unknownKey", "Did you mean \"pattern\"?"),
    transform(#"{"replace": {"pattern": "(a"}}"#, "badPattern", "(a"),
    transform(#"{"replace": {"pattern": ""}}"#, "badPattern"),
    transform(#"{"split": 1}"#, "wrongType", "split"),
    transform(#"{"split": "fulName"}"#, "badValue", "Did you mean “fullName”?"),
    transform(#"{"split": {"on": ","}}"#, "unknownKey", "at"),
    transform(#"{"split": {}}"#, "badValue", "exactly one key"),
    transform(#"{"split": {"at": ""}}"#, "badValue", "is empty"),
    transform(#"{"split": {"groups": "("}}"#, "badPattern"),
  ]

  @Test(arguments: syntax + keys + columns + transforms)
  func wrongFileIsRefusedWithItsPlace(_ wrong: WrongFile) throws {
    let error = try #require(throws: KundregError.self) { try Probe.file(wrong.json) }
    #expect(error.status == .configuration)
    #expect(error.code == "mapping.\(wrong.code)")
    #expect(error.message.hasPrefix("test.json"))
    for piece in wrong.pieces { #expect(error.message.contains(piece), "\(error.message)") }
  }

  @Test func errorNamesLineAndColumn() throws {
    let error = try #require(throws: KundregError.self) {
      try Probe.file("{\n  \"columns\": [\n    {\"field\": \"nmae\", \"headers\": [\"A\"]}\n  ]\n}")
    }
    #expect(error.message.hasPrefix("test.json:3:15: columns[0].field names no field"))
  }

  @Test func textThatIsNotUTF8IsRefused() throws {
    let error = try #require(throws: KundregError.self) {
      try MappingFile(json: Array("{\"name\": \"".utf8) + [0xE5] + Array("\"}".utf8), origin: "test.json")
    }
    #expect(error.code == "mapping.syntax")
    #expect(error.message.contains("UTF-8"))
  }

  @Test func fileThatIsNotThereIsNamed() throws {
    let error = try #require(throws: KundregError.self) { try MappingFile.load(path: "/nowhere/x.json") }
    #expect(error.code == "mapping.unreadable")
    #expect(error.message.contains("/nowhere/x.json"))
  }

  @Test func everythingThatAFileMaySayIsRead() throws {
    let file = try Probe.file(
      #"""
      {"$schema": "mapping.schema.json", "name": "x\u00e5\ud83d\ude00\n", "description": "d", "encoding": "Windows-1252", "delimiter": "\t",
       "escape": "\\", "sheet": "Kunder", "headerRow": 4, "empty": "clear", "clearWords": ["-"], "blankWords": ["?"], "repairs": ["guards"],
       "otherColumns": "customFields",
       "severalRows": "contactPersons", "typeFrom": "identityNumber", "columns": [{"field": "active", "headers": ["A"], "required": true, "shared": true, "default": true, "unknown": "reject",
         "values": {"a": 1, "b": false}, "transforms": ["not"], "description": "d"}]}
      """#)
    #expect(file.name == "xå😀\n")
    #expect(file.encoding == .windows1252)
    #expect(file.delimiter == 0x09)
    #expect(file.escape == .backslash)
    #expect(file.sheet == "Kunder")
    #expect(file.headerRow == 4)
    #expect(file.empty == .clear)
    #expect(file.clearWords == ["-"])
    #expect(file.blankWords == ["?"])
    #expect(file.repairs == [.guards])
    #expect(file.otherColumns == .customFields)
    #expect(file.severalRows == .contactPersons)
    #expect(file.typeFrom == .identityNumber)
    let column = try #require(file.columns.first)
    #expect(column.isRequired && column.isShared && column.unknown == .reject)
    #expect(column.blankDefault == "1")
    #expect(column.values == [WordPair("a", "1"), WordPair("b", "0")])
    #expect(column.transforms == [.not])
    #expect(column.place == "columns[0]")
  }

  @Test func nameIsTheFilesWhenItSaysNone() throws {
    let file = try MappingFile(
      json: Array(#"{"columns": [{"field": "name", "headers": ["A"]}]}"#.utf8), origin: "a/kunder.json")
    #expect(file.name == "kunder")
  }
}

extension WrongFile {
  init(_ json: String, _ code: String, pieces: [String]) {
    self.json = json
    self.code = code
    self.pieces = pieces
  }
}
