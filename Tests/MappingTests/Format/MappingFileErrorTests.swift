import CustomerModel
import Glibc
import Rows
import Testing
import Texts

@testable import Documents
@testable import Mapping

@Suite struct MappingFileErrorTests {
  private static func column(_ keys: String, _ code: String, _ named: String...) -> WrongFile {
    WrongFile("{\"columns\": [{\(keys)}]}", code, naming: named)
  }

  private static func column(
    _ keys: String, _ code: String, at place: String = "columns[0]", _ mistake: (Text) -> Text
  ) -> WrongFile {
    WrongFile("{\"columns\": [{\(keys)}]}", code, at: place, mistake)
  }

  private static func syntax(_ json: String, _ position: String, _ mistake: Text) -> WrongFile {
    WrongFile(json, "syntax", at: "", position: position) { _ in MappingMistakeTexts.notJSON(mistake) }
  }

  static let syntax: [WrongFile] = [
    syntax("", "1:1", JSONSyntaxTexts.endsBeforeValue),
    syntax("{\n  \"a\" 1}", "2:7", JSONSyntaxTexts.colonExpected(after: "a")),
    syntax("{\"a\": 1,}", "1:9", JSONSyntaxTexts.keyExpected(isAfterComma: true)),
    syntax("{\"a\": [1 2]}", "1:10", JSONSyntaxTexts.commaOrBracketExpected),
    syntax("{\"a\": 1 \"b\": 2}", "1:9", JSONSyntaxTexts.commaOrBraceExpected),
    syntax("{\"a\": 1, \"a\": 2}", "1:10", JSONSyntaxTexts.keyStandsTwice("a")),
    syntax("{\"a\": \"x}", "1:7", JSONSyntaxTexts.textHasNoEnd),
    syntax("{\"a\": \"x\ny\"}", "1:9", JSONSyntaxTexts.controlCharacter),
    syntax("{\"a\": \"\\q\"}", "1:8", JSONSyntaxTexts.noEscape("q")),
    syntax("{\"a\": \"\\u12x4\"}", "1:12", JSONSyntaxTexts.hexadecimalDigitsExpected),
    syntax("{\"a\": \"\\ud800\"}", "1:8", JSONSyntaxTexts.halfSurrogatePair),
    syntax("{\"a\": 1.}", "1:9", JSONSyntaxTexts.digitExpected(in: "1.")),
    syntax("{} x", "1:4", JSONSyntaxTexts.goesOn),
    syntax("{'a': 1}", "1:2", JSONSyntaxTexts.keyExpected(isAfterComma: false)),
    syntax(String(repeating: "[", count: 100), "1:101", JSONSyntaxTexts.isTooDeep(limit: 100)),
    syntax("{\"a\": \"\\", "1:9", JSONSyntaxTexts.endsInEscape),
  ]

  static let keys: [WrongFile] = [
    WrongFile("[]", "wrongType", at: "") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.object, is: JSONValueTexts.list)
    }, WrongFile("{}", "missingKey", at: "", MappingMistakeTexts.needsColumns),
    WrongFile(#"{"columns": {}}"#, "wrongType", at: "columns") {
      MappingMistakeTexts.wrongType($0, expected: MappingMistakeTexts.listOfColumns, is: JSONValueTexts.object)
    },
    WrongFile(#"{"columns": []}"#, "badValue", at: "columns", MappingMistakeTexts.columnsAreEmpty),
    WrongFile(#"{"columns": [1]}"#, "wrongType", "columns[0]"),
    WrongFile(#"{"colums": []}"#, "unknownKey", at: "") {
      MappingMistakeTexts.unknownKey($0, "colums", meant: "columns")
    },
    WrongFile(#"{"zzz": 1, "columns": []}"#, "unknownKey", at: "") {
      MappingMistakeTexts.unknownKey($0, "zzz", known: MappingFile.keys)
    },
    WrongFile(#"{"name": "", "columns": []}"#, "badValue", "name"),
    WrongFile(#"{"name": 1}"#, "wrongType", at: "name") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.text, is: JSONValueTexts.number)
    },
    WrongFile(#"{"encoding": "utf-7"}"#, "badValue", "encoding", "UTF-8"),
    WrongFile(#"{"delimiter": ";;"}"#, "badValue", "delimiter"),
    WrongFile(#"{"escape": "/"}"#, "badValue", "escape"),
    WrongFile(#"{"headerRow": -1}"#, "badValue", "headerRow"),
    WrongFile(#"{"empty": "kep"}"#, "badValue", at: "empty") {
      MappingMistakeTexts.notOneOf($0, ["keep", "clear"], "kep", meant: "keep")
    },
    WrongFile(#"{"otherColumns": "drop"}"#, "badValue", "otherColumns", "customFields"),
    WrongFile(#"{"severalRows": "contactPerson"}"#, "badValue", at: "severalRows") {
      MappingMistakeTexts.notOneOf($0, ["contactPersons"], "contactPerson", meant: "contactPersons")
    },
    WrongFile(#"{"typeFrom": "number"}"#, "badValue", at: "typeFrom") {
      MappingMistakeTexts.notOneOf($0, ["identityNumber"], "number", meant: nil)
    },
    WrongFile(
      #"{"direction": "both", "typeFrom": "identityNumber", "columns": []}"#, "badValue",
      at: "typeFrom", MappingMistakeTexts.typeFromOfBoth),
    WrongFile(#"{"clearWords": "-"}"#, "wrongType", at: "clearWords") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.listOfTexts, is: JSONValueTexts.text)
    },
    WrongFile(#"{"clearWords": [1]}"#, "wrongType", "clearWords[0]"),
    WrongFile(#"{"blankWords": "NULL"}"#, "wrongType", at: "blankWords") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.listOfTexts, is: JSONValueTexts.text)
    },
    WrongFile(#"{"repairs": ["guard"]}"#, "badValue", at: "repairs[0]") {
      MappingMistakeTexts.notOneOf($0, ["guards", "fractions"], "guard", meant: "guards")
    },
    WrongFile(#"{"recognisedBy": ["Kundnr"]}"#, "wrongType", at: "recognisedBy[0]") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.listOfTexts, is: JSONValueTexts.text)
    },
    WrongFile(#"{"recognisedBy": []}"#, "badValue", "recognisedBy"),
    WrongFile(#"{"recognisedBy": [["Kundnr"], []]}"#, "badValue", "recognisedBy[1]"),
  ]

  static let columns: [WrongFile] = [
    column(#""feild": "name""#, "unknownKey") {
      MappingMistakeTexts.unknownKey($0, "feild", meant: "field")
    },
    column(#""headers": ["A"]"#, "missingKey", MappingMistakeTexts.needsField),
    column(#""field": "name""#, "missingKey", MappingMistakeTexts.needsSource),
    column(#""field": "nam", "headers": ["A"]"#, "unknownField", at: "columns[0].field") {
      MappingMistakeTexts.unknownField($0, "nam", meant: "name")
    },
    column(#""field": "created", "headers": ["A"]"#, "readOnlyField", at: "columns[0].field") {
      MappingMistakeTexts.readOnlyField($0, "created")
    },
    column(#""field": "name", "fields": ["name"], "headers": ["A"]"#, "conflictingKeys") {
      MappingMistakeTexts.hasBoth($0, "field", "fields")
    },
    column(#""field": "name", "headers": ["A"], "constant": "x""#, "conflictingKeys") {
      MappingMistakeTexts.hasBoth($0, "headers", "constant")
    },
    column(
      #""field": "name", "headers": ["A"], "separator": "x""#, "conflictingKeys",
      MappingMistakeTexts.separatorWithoutJoin),
    column(#""field": "name", "headers": []"#, "badValue", "columns[0].headers"),
    column(#""field": "name", "headers": ["--"]"#, "badValue", "columns[0].headers[0]"),
    column(#""field": "name", "headers": "A""#, "wrongType", "columns[0].headers"),
    column(#""field": "name", "join": []"#, "badValue", "columns[0].join"),
    column(#""field": "name", "join": ["A"]"#, "wrongType", "columns[0].join[0]"),
    column(#""field": "name", "constant": []"#, "wrongType", "columns[0].constant"),
    column(
      #""field": "name", "headers": ["A"], "required": 1"#, "wrongType", at: "columns[0].required"
    ) {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.boolean, is: JSONValueTexts.number)
    },
    column(
      #""field": "name", "headers": ["A"], "unknown": "drop""#, "badValue", at: "columns[0].unknown"
    ) {
      MappingMistakeTexts.notOneOf($0, ["create", "reject"], "drop", meant: nil)
    },
    column(#""field": "name", "headers": ["A"], "values": []"#, "wrongType", "columns[0].values"),
    column(#""field": "name", "headers": ["A"], "values": {"a": []}"#, "wrongType", "columns[0].values.a"),
    column(
      #""field": "type", "headers": ["A"], "values": {"F": "bolaget"}"#, "badValue",
      at: "columns[0].values.F"
    ) {
      MappingMistakeTexts.noWordOfField(
        $0, "bolaget", field: "type", known: ["company", "private"], hasMore: false)
    },
    column(#""field": "type", "headers": ["A"], "default": "x""#, "badValue", "columns[0].default"),
    column(#""field": "active", "constant": "kanske""#, "badValue", "columns[0].constant"),
    column(
      #""field": "invoiceAddress.country", "constant": "Atlantis""#, "badValue", at: "columns[0].constant"
    ) {
      MappingMistakeTexts.noWordOfField(
        $0, "Atlantis", field: "invoiceAddress.country", known: Array(KnownWords.countries.meanings.prefix(6)),
        hasMore: true)
    },
    column(
      #""fields": ["name", "email"], "headers": ["A"]"#, "splitMissing",
      MappingMistakeTexts.fieldsWithoutSplit),
    column(
      #""field": "name", "headers": ["A"], "transforms": [{"split": "fullName"}]"#, "splitMissing",
      MappingMistakeTexts.splitOfOneField),
    column(
      #""fields": ["name"], "headers": ["A"], "transforms": [{"split": "fullName"}]"#, "splitCount",
      at: "columns[0].fields"
    ) {
      MappingMistakeTexts.splitCount($0, names: 1, parts: 2)
    },
    column(
      #""fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"groups": "(a)"}}]"#, "splitCount",
      at: "columns[0].fields"
    ) {
      MappingMistakeTexts.splitCount($0, names: 2, parts: 1)
    },
    column(
      #""fields": ["name", "name"], "headers": ["A"], "transforms": [{"split": {"at": ","}}]"#, "badValue",
      at: "columns[0].fields", MappingMistakeTexts.fieldTwice),
    column(
      #""fields": ["name", "email"], "headers": ["A"], "default": "x", "transforms": [{"split": {"at": ","}}]"#,
      "conflictingKeys", MappingMistakeTexts.splitWithDefault),
    column(
      #""fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"at": ","}}, {"split": {"at": ";"}}]"#,
      "badValue", MappingMistakeTexts.splitsTwice),
  ]

  private static func transform(_ transform: String, _ code: String, _ named: String...) -> WrongFile {
    WrongFile(file(transform), code, naming: named)
  }

  /// - Parameter key: where it stands in the first transform.
  private static func transform(
    _ transform: String, _ code: String, key: String = "", _ mistake: (Text) -> Text
  ) -> WrongFile {
    WrongFile(file(transform), code, at: "columns[0].transforms[0]\(key)", mistake)
  }

  private static func file(_ transforms: String) -> String {
    "{\"columns\": [{\"field\": \"name\", \"headers\": [\"A\"], \"transforms\": [\(transforms)]}]}"
  }

  static let transforms: [WrongFile] = [
    transform("1", "wrongType", "columns[0].transforms[0]"),
    transform(#""uper""#, "unknownTransform") {
      MappingMistakeTexts.unknownTransform($0, "uper", meant: "upper")
    },
    WrongFile(file(#""upper", {"zzzzz": 1}"#), "unknownTransform", at: "columns[0].transforms[1]") {
      let known = Transform.simple.map(\.name) + Transform.withArgument
      return MappingMistakeTexts.unknownTransform($0, "zzzzz", known: Set(known).sorted())
    },
    transform(#""prefix""#, "badValue") {
      MappingMistakeTexts.needsArgument($0, "prefix")
    },
    transform(#"{"upper": true}"#, "badValue") {
      MappingMistakeTexts.takesNoArgument($0, "upper")
    },
    transform(#"{"prefix": "a", "suffix": "b"}"#, "badValue", MappingMistakeTexts.transformOfSeveralKeys),
    transform("{}", "badValue", MappingMistakeTexts.transformOfSeveralKeys),
    transform(#"{"prefix": 1}"#, "wrongType", "columns[0].transforms[0].prefix"),
    transform(#"{"phone": "+46"}"#, "badValue", key: ".phone") {
      MappingMistakeTexts.noCallingCode($0, "+46")
    },
    transform(#"{"date": "YMD"}"#, "badValue", key: ".date") {
      MappingMistakeTexts.notOneOf($0, ["DMY", "MDY"], "YMD", meant: nil)
    },
    transform(#"{"list": ""}"#, "badValue", key: ".list", MappingMistakeTexts.noSeparators),
    transform(#"{"list": "å"}"#, "badValue", key: ".list", MappingMistakeTexts.noSeparators),
    transform(#"{"replace": "a"}"#, "wrongType", key: ".replace") {
      MappingMistakeTexts.wrongType($0, expected: MappingMistakeTexts.replacement, is: JSONValueTexts.text)
    },
    transform(#"{"replace": {}}"#, "missingKey", key: ".replace") {
      MappingMistakeTexts.needsKey($0, "pattern")
    },
    transform(#"{"replace": {"patern": "a"}}"#, "unknownKey", key: ".replace") {
      MappingMistakeTexts.unknownKey($0, "patern", meant: "pattern")
    },
    transform(#"{"replace": {"pattern": "(a"}}"#, "badPattern", key: ".replace.pattern") {
      MappingMistakeTexts.badPattern($0, "(a")
    },
    transform(#"{"replace": {"pattern": ""}}"#, "badPattern"),
    transform(#"{"split": 1}"#, "wrongType", key: ".split") {
      MappingMistakeTexts.wrongType($0, expected: MappingMistakeTexts.split, is: JSONValueTexts.number)
    },
    transform(#"{"split": "fulName"}"#, "badValue", key: ".split") {
      MappingMistakeTexts.noSplit($0, ["postalCodeCity", "fullName"], "fulName", meant: "fullName")
    },
    transform(#"{"split": {"on": ","}}"#, "unknownKey", key: ".split") {
      MappingMistakeTexts.unknownKey($0, "on", known: ["at", "groups"])
    },
    transform(#"{"split": {}}"#, "badValue", key: ".split", MappingMistakeTexts.splitOfSeveralKeys),
    transform(#"{"split": {"at": ""}}"#, "badValue", key: ".split.at", MappingMistakeTexts.splitAtNothing),
    transform(#"{"split": {"groups": "("}}"#, "badPattern"),
  ]

  @Test(arguments: syntax + keys + columns + transforms)
  func wrongFileIsRefusedWithItsPlace(_ wrong: WrongFile) throws { try wrong.expectRefusal() }

  @Test func errorNamesLineAndColumn() throws {
    let error = try #require(throws: KundregError.self) {
      try Probe.file("{\n  \"columns\": [\n    {\"field\": \"nmae\", \"headers\": [\"A\"]}\n  ]\n}")
    }
    #expect(
      error.text
        == MappingMistakeTexts.located(
          "test.json", TextPosition(line: 3, column: 15),
          MappingMistakeTexts.unknownField(Text(verbatim: "columns[0].field"), "nmae", meant: "name")))
  }

  @Test func textThatIsNotUTF8IsRefused() throws {
    let error = try #require(throws: KundregError.self) {
      try MappingFile(json: Array("{\"name\": \"".utf8) + [0xE5] + Array("\"}".utf8), origin: "test.json")
    }
    #expect(error.code == "mapping.syntax")
    #expect(
      error.text
        == MappingMistakeTexts.located(
          "test.json", TextPosition(line: 1, column: 11), MappingMistakeTexts.notJSON(JSONSyntaxTexts.isNotUTF8)))
  }

  @Test func fileThatIsNotThereIsNamed() throws {
    let error = try #require(throws: KundregError.self) { try MappingFile.load(path: "/nowhere/x.json") }
    #expect(error.code == "mapping.unreadable")
    #expect(
      error.text
        == MappingTexts.unreadable("/nowhere/x.json", Text(verbatim: String(cString: strerror(ENOENT)))))
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
