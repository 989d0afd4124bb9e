import Documents
import Testing
import Texts

@Suite struct JSONParserTests {
  @Test func tellsEveryKindOfValueApart() throws {
    let document = try JSONParser.parse(
      Array(#"{"a": [true, 1, 1.50, "x\u00e5\uD83D\uDE00\n", null, {}], "b": -0.5e+3}"#.utf8))
    guard case .object(let members) = document.content, case .array(let items) = members[0].value.content else {
      Issue.record("not an object with a list")
      return
    }
    #expect(items.map(\.label.english) == ["true", "the number 1", "the number 1.50", "a text", "null", "an object"])
    guard case .text(let text) = items[3].content else {
      Issue.record("not a text")
      return
    }
    #expect(text == "xå😀\n")
    #expect(members[1].value.label.english == "the number -0.5e+3")
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
      #expect(error.message.english.contains("stands twice"))
    }
    #expect(throws: Never.self) { try JSONParser.parse(Array(("{" + keys.joined(separator: ",") + "}").utf8)) }
  }

  @Test(arguments: [
    ("", 1, 1, "ends where a value"), ("{", 1, 2, "key in double quotes"), ("{\"a\" 1}", 1, 6, "colon"),
    ("{\"a\": 1,}", 1, 9, "key in double quotes"), ("[1 2]", 1, 4, "comma or ]"), ("[1,\n]", 2, 1, "value is expected"),
    ("{\"a\": 1 \"b\"}", 1, 9, "comma or }"), ("{\"a\": 1}\nx", 2, 1, "nothing may follow"),
    ("[01]", 1, 3, "does not begin with 0"), ("[1.]", 1, 4, "digit"), ("[-]", 1, 3, "digit"), ("[1e]", 1, 4, "digit"),
    ("[\"a\nb\"]", 1, 4, "line break"), ("[\"abc", 1, 2, "no closing quote"), ("[\"C:\\Temp\"]", 1, 5, "backslash"),
    ("[\"\\u12x4\"]", 1, 7, "four hexadecimal"), ("[\"\\uD800\"]", 1, 3, "surrogate"),
    ("[\"\\uD800\\n\"]", 1, 3, "surrogate"),
    ("{\"a\": 1, \"a\": 2}", 1, 10, "stands twice"), ("[nul]", 1, 2, "value is expected"),
    ("// x", 1, 1, "value is expected"), ("[1,\n]", 2, 1, "a comma must not stand before ]"),
    ("{\"a\": 1,}", 1, 9, "a comma must not stand before }"), ("{\"a\": 1} x", 1, 10, "after the end"),
    ("[\"\\ö\"]", 1, 3, "\\ö is no escape"), ("[\"\\\n\"]", 1, 3, "\\ is no escape"),
    ("[\"\\", 1, 4, "middle of an escape"),
    ("[-1.x]", 1, 5, "-1. is no number"), ("[\"\\uD83D\\u0041\"]", 1, 3, "surrogate"),
    ("{a: 1}", 1, 2, "key in double quotes is expected"), ("[\"åäö\", x]", 1, 9, "value is expected"),
  ])
  func refusesWhatIsNotJSON(text: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(error.message.english.contains(message))
  }

  @Test(arguments: [
    ([0x22, 0xE5, 0x22], 1, 2), ([0xFF, 0xFE, 0x22, 0x00], 1, 1),
    (Array("{\n \"å\": \"".utf8) + [0xE4], 2, 8), (Array("[\"".utf8) + [0xE2, 0x80], 1, 3),
  ])
  func refusesOtherEncodingsWhereTheyBegin(bytes: [UInt8], line: Int, column: Int) throws {
    let error = try #require(throws: JSONParser.SyntaxError.self) { try JSONParser.parse(bytes) }
    #expect(error.position == TextPosition(line: line, column: column))
    #expect(error.message.english.contains("not UTF-8"))
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
    #expect(error?.message.english == "the document has more than 1000000 values")
  }

  @Test func findsAKeysValueInAnObjectOnly() throws {
    let document = try JSONParser.parse(Array(#"{"a": {"b": 1}, "c": ["a"]}"#.utf8))
    #expect(document["a"]?["b"]?.label.english == "the number 1")
    #expect(document["b"] == nil)
    #expect(document["c"]?["a"] == nil)
  }

  @Test func namesTheKindOfAValueApartFromTheValue() throws {
    let document = try JSONParser.parse(Array(#"[false, 7, "x", null, [], {}]"#.utf8))
    guard case .array(let items) = document.content else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.kindName.english) == ["true or false", "a number", "a text", "null", "a list", "an object"])
    #expect(items.map(\.label.english) == ["false", "the number 7", "a text", "null", "a list", "an object"])
  }

  @Test func positionsAreOrderedAndWrittenAsEditorsReadThem() {
    #expect(TextPosition(line: 2, column: 11).description == "2:11")
    #expect(TextPosition(line: 2, column: 11) < TextPosition(line: 3, column: 1))
    #expect(TextPosition(line: 2, column: 9) < TextPosition(line: 2, column: 11))
  }
}
