import Testing
import Texts

@testable import Documents

@Suite struct JSONParserTests {
  @Test func tellsEveryKindOfValueApart() throws {
    let document = try JSONParser.parse(
      Array(#"{"a": [true, 1, 1.50, "x\u00e5\uD83D\uDE00\n", null, {}], "b": -0.5e+3}"#.utf8))
    guard case .object(let members) = document.content, case .array(let items) = members[0].value.content else {
      Issue.record("not an object with a list")
      return
    }
    #expect(
      items.map(\.label) == [
        Text(verbatim: "true"), JSONValueTexts.theNumber("1"), JSONValueTexts.theNumber("1.50"), JSONValueTexts.text,
        JSONValueTexts.null, JSONValueTexts.object,
      ])
    guard case .text(let text) = items[3].content else {
      Issue.record("not a text")
      return
    }
    #expect(text == "xå😀\n")
    #expect(members[1].value.label == JSONValueTexts.theNumber("-0.5e+3"))
  }

  @Test func knowsWhereEverythingStands() throws {
    let document = try JSONParser.parse(Array("\u{FEFF}{\r\n  \"åäö\": 1,\n  \"b\": [\n 2]}".utf8))
    guard case .object(let members) = document.content, case .array(let items) = members[1].value.content else {
      Issue.record("not an object with a list")
      return
    }
    #expect(members[0].keyPosition == TextPosition(line: 2, column: 3))
    #expect(members[0].value.position == TextPosition(line: 2, column: 10))
    #expect(items[0].position == TextPosition(line: 4, column: 2))
  }

  @Test func textsGoOnAfterEscapes() throws {
    let document = try JSONParser.parse(Array(#"["åä\n ö\\", "\u00e5", "å\/", 1]"#.utf8))
    guard case .array(let items) = document.content else {
      Issue.record("not a list")
      return
    }
    let texts = items.map { if case .text(let text) = $0.content { text } else { "" } }
    #expect(texts == ["åä\n ö\\", "å", "å/", ""])
    #expect(items.map(\.position.column) == [2, 14, 24, 31])
  }

  @Test(arguments: [2, 16, 17, 40])
  func noKeyStandsTwiceInAnObjectOfAnySize(count: Int) throws {
    let keys = (1..<count).map { "\"k\($0)\":1" }
    for repeated in [keys.first!, keys.last!] {
      let text = "{" + (keys + [repeated]).joined(separator: ",") + "}"
      let error = try #require(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
      #expect(error.position.column == 2 + keys.joined(separator: ",").count + 1)
      #expect(error.message == JSONSyntaxTexts.keyStandsTwice(repeated == keys.first ? "k1" : "k\(count - 1)"))
    }
    #expect(throws: Never.self) { try JSONParser.parse(Array(("{" + keys.joined(separator: ",") + "}").utf8)) }
  }

  @Test(arguments: [
    ("", 1, 1, JSONSyntaxTexts.endsBeforeValue), ("{", 1, 2, JSONSyntaxTexts.keyExpected(isAfterComma: false)),
    ("{\"a\" 1}", 1, 6, JSONSyntaxTexts.colonExpected(after: "a")),
    ("{\"a\": 1,}", 1, 9, JSONSyntaxTexts.keyExpected(isAfterComma: true)),
    ("[1 2]", 1, 4, JSONSyntaxTexts.commaOrBracketExpected),
    ("[1,\n]", 2, 1, JSONSyntaxTexts.valueExpected(isAfterComma: true)),
    ("{\"a\": 1 \"b\"}", 1, 9, JSONSyntaxTexts.commaOrBraceExpected), ("{\"a\": 1}\nx", 2, 1, JSONSyntaxTexts.goesOn),
    ("[01]", 1, 3, JSONSyntaxTexts.leadingZero), ("[1.]", 1, 4, JSONSyntaxTexts.digitExpected(in: "1.")),
    ("[-]", 1, 3, JSONSyntaxTexts.digitExpected(in: "-")), ("[1e]", 1, 4, JSONSyntaxTexts.digitExpected(in: "1e")),
    ("[\"a\nb\"]", 1, 4, JSONSyntaxTexts.controlCharacter), ("[\"abc", 1, 2, JSONSyntaxTexts.textHasNoEnd),
    ("[\"C:\\Temp\"]", 1, 5, JSONSyntaxTexts.noEscape("T")),
    ("[\"\\u12x4\"]", 1, 7, JSONSyntaxTexts.hexadecimalDigitsExpected),
    ("[\"\\uD800\"]", 1, 3, JSONSyntaxTexts.halfSurrogatePair),
    ("[\"\\uD800\\n\"]", 1, 3, JSONSyntaxTexts.halfSurrogatePair),
    ("{\"a\": 1, \"a\": 2}", 1, 10, JSONSyntaxTexts.keyStandsTwice("a")),
    ("[nul]", 1, 2, JSONSyntaxTexts.valueExpected(isAfterComma: false)),
    ("// x", 1, 1, JSONSyntaxTexts.valueExpected(isAfterComma: false)), ("{\"a\": 1} x", 1, 10, JSONSyntaxTexts.goesOn),
    ("[\"\\ö\"]", 1, 3, JSONSyntaxTexts.noEscape("ö")), ("[\"\\\n\"]", 1, 3, JSONSyntaxTexts.noEscape("")),
    ("[\"\\", 1, 4, JSONSyntaxTexts.endsInEscape),
    ("[-1.x]", 1, 5, JSONSyntaxTexts.digitExpected(in: "-1.")),
    ("[\"\\uD83D\\u0041\"]", 1, 3, JSONSyntaxTexts.halfSurrogatePair),
    ("{a: 1}", 1, 2, JSONSyntaxTexts.keyExpected(isAfterComma: false)),
    ("[\"åäö\", x]", 1, 9, JSONSyntaxTexts.valueExpected(isAfterComma: false)),
  ])
  func refusesWhatIsNotJSON(text: String, line: Int, column: Int, message: Text) throws {
    let error = try #require(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(error.message == message)
  }

  @Test(arguments: [
    ([0x22, 0xE5, 0x22], 1, 2), ([0xFF, 0xFE, 0x22, 0x00], 1, 1),
    (Array("{\n \"å\": \"".utf8) + [0xE4], 2, 8), (Array("[\"".utf8) + [0xE2, 0x80], 1, 3),
  ])
  func refusesOtherEncodingsWhereTheyBegin(bytes: [UInt8], line: Int, column: Int) throws {
    let error = try #require(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(bytes) }
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(error.message == JSONSyntaxTexts.isNotUTF8)
  }

  @Test func refusesBottomlessNesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(Array(deep.utf8)) }
    let allowed = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(throws: Never.self) { try JSONParser.parse(Array(allowed.utf8)) }
  }

  /// A value takes many times the memory of its text.
  @Test func refusesMoreValuesThanMemoryShouldHold() throws {
    let most = String(repeating: "1,", count: 999_998)
    _ = try JSONParser.parse(Array("[\(most)1]".utf8))
    let error = #expect(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(Array("[\(most)1,1]".utf8)) }
    #expect(error?.message == JSONSyntaxTexts.tooManyValues(limit: 1_000_000))
  }

  @Test func findsAKeysValueInAnObjectOnly() throws {
    let document = try JSONParser.parse(Array(#"{"a": {"b": 1}, "c": ["a"]}"#.utf8))
    #expect(document["a"]?["b"]?.label == JSONValueTexts.theNumber("1"))
    #expect(document["b"] == nil)
    #expect(document["c"]?["a"] == nil)
  }

  @Test func namesTheKindOfAValueApartFromTheValue() throws {
    let document = try JSONParser.parse(Array(#"[false, 7, "x", null, [], {}]"#.utf8))
    guard case .array(let items) = document.content else {
      Issue.record("not a list")
      return
    }
    let others = [JSONValueTexts.text, JSONValueTexts.null, JSONValueTexts.list, JSONValueTexts.object]
    #expect(items.map(\.kindName) == [JSONValueTexts.boolean, JSONValueTexts.number] + others)
    #expect(items.map(\.label) == [Text(verbatim: "false"), JSONValueTexts.theNumber("7")] + others)
  }

  @Test func positionsAreOrderedAndWrittenAsEditorsReadThem() {
    #expect(TextPosition(line: 2, column: 11).description == "2:11")
    #expect(TextPosition(line: 2, column: 11) < TextPosition(line: 3, column: 1))
    #expect(TextPosition(line: 2, column: 9) < TextPosition(line: 2, column: 11))
  }
}
