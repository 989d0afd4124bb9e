import CustomerModel
import Documents
import Mapping
import Testing
import Texts

@Suite struct OutgoingMappingTests {
  private static func mapping(_ columns: String, options: Set<String> = []) throws -> OutgoingMapping {
    OutgoingMapping(
      try Probe.file(#"{"name": "erp", "direction": "both", "columns": [\#(columns)]}"#), options: options)
  }

  private static func path(_ name: String) throws -> FieldPath { try #require(FieldPath(name)) }

  /// What one entry makes of one value.
  private static func written(
    _ column: String, _ field: String, _ value: String?, objection: Text? = nil
  ) throws -> (members: [JSONNode.Member], problems: [OutgoingProblem]) {
    let path = try path(field)
    var card = CustomerCard()
    card[path] = value
    return try mapping(column).members(for: [path], of: card, isCreation: false) { _, _ in objection }
  }

  struct Value: Sendable, CustomTestStringConvertible {
    let column: String, field: String, value: String?, expected: JSONNode
    init(_ column: String, _ field: String, _ value: String?, _ expected: JSONNode) {
      (self.column, self.field, self.value, self.expected) = (column, field, value, expected)
    }
    var testDescription: String { "\(column): \(value ?? "nil")" }
  }

  private static let type =
    #"{"field": "type", "headers": ["K"], "values": {"P": "private", "Priv": "private", "F": "company"}}"#
  private static let flag =
    #"{"field": "type", "headers": ["K"], "type": "boolean", "values": {"true": "private", "false": "company"}}"#
  private static let language =
    #"{"field": "language", "headers": ["K"], "values": {"SWE": "Svenska", "": "en", "-": ""}}"#
  private static let identity = #"{"field": "identityNumber", "headers": ["K"], "outTransforms": ["tenDigitIdentity"]}"#
  private static let tags = #"{"field": "tags", "headers": ["K"], "outTransforms": ["names"]}"#

  static let values: [Value] = [
    Value(#"{"field": "name", "headers": ["K", "L"]}"#, "name", "Åre Bygg", .text("Åre Bygg")),
    Value(#"{"field": "name", "headers": ["K"]}"#, "name", nil, .null),
    Value(#"{"field": "active", "headers": ["K"], "type": "boolean"}"#, "active", "1", .boolean(true)),
    Value(#"{"field": "active", "headers": ["K"], "type": "boolean"}"#, "active", "0", .boolean(false)),
    Value(#"{"field": "active", "headers": ["K"], "type": "boolean"}"#, "active", nil, .null),
    Value(#"{"field": "active", "headers": ["K"]}"#, "active", "1", .text("1")),
    Value(#"{"field": "vatPercent", "headers": ["K"], "type": "number"}"#, "vatPercent", "12.5", .number("12.5")),
    Value(type, "type", "private", .text("P")), Value(type, "type", "company", .text("F")),
    Value(type, "type", nil, .null),
    Value(flag, "type", "private", .boolean(true)), Value(flag, "type", "company", .boolean(false)),
    // A meaning may stand in a mapping in any word that the field knows.
    Value(language, "language", "sv", .text("SWE")),
    Value(identity, "identityNumber", "19800101-1234", .text("800101-1234")),
    Value(identity, "identityNumber", "556677-8899", .text("556677-8899")),
    Value(
      #"{"field": "identityNumber", "headers": ["K"], "outTransforms": ["tenDigitIdentity", "digitsOnly"]}"#,
      "identityNumber", "19800101-1234", .text("8001011234")),
    Value(
      #"{"field": "phone", "headers": ["K"], "outTransforms": ["digitsOnly"]}"#, "phone", "+46 (0)8-12", .text("460812")
    ),
    Value(tags, "tags", "Berg\u{1F}Ärla, Öst\u{1F}", .text("Berg, Ärla, Öst")), Value(tags, "tags", nil, .null),
  ]

  @Test(arguments: values)
  func valueIsWrittenAsTheSystemTakesIt(_ value: Value) throws {
    let written = try Self.written(value.column, value.field, value.value)
    #expect(written.problems.isEmpty)
    #expect(written.members == [.init(key: "K", value: value.expected)])
  }

  @Test func textGoesOutComposed() throws {
    let written = try Self.written(#"{"field": "name", "headers": ["K"], "maximumLength": 3}"#, "name", "A\u{30A}re")
    guard case .text(let text)? = written.members.first?.value else {
      Issue.record("no text")
      return
    }
    #expect(Array(text.unicodeScalars.map(\.value)) == [0xC5, 0x72, 0x65])
  }

  @Test(arguments: [("Åäö😀", true), ("Åäö😀x", false)])
  func lengthIsCountedInUnicodeScalars(_ text: String, _ fits: Bool) throws {
    let column = #"{"field": "name", "headers": ["Name"], "maximumLength": 4}"#
    let written = try Self.written(column, "name", text)
    #expect(written.members.count == (fits ? 1 : 0))
    guard !fits else { return }
    let problem = try #require(written.problems.first)
    #expect(problem.code == "out.tooLong")
    #expect(problem.path.description == "name")
    #expect(problem.text.english.hasPrefix("name "))
    #expect(problem.text.swedish.hasPrefix("\(problem.path.label.swedish) "))
    #expect(problem.key == "Name")
  }

  @Test func objectionOfTheSystemKeepsTheFieldBack() throws {
    let column = #"{"field": "comments", "headers": ["Note"], "maximumLength": 2}"#
    let short = try Self.written(
      column, "comments", "<a", objection: Text(verbatim: "has the character “<”"))
    #expect(short.members.isEmpty)
    #expect(short.problems.map(\.code) == ["out.characters"])
    let long = try Self.written(column, "comments", "<ab", objection: Text(verbatim: "has the character “<”"))
    #expect(long.problems.map(\.code) == ["out.tooLong", "out.characters"])
  }

  @Test func objectionIsAskedOfTheTextAndKeyThatWouldBeSent() throws {
    var asked: [String] = []
    let mapping = try Self.mapping(
      #"\#(Self.type), {"field": "active", "headers": ["A"], "type": "boolean"}, {"field": "name", "headers": ["N"]}"#)
    let card = try CustomerCard([
      Self.path("type"): "private", Self.path("active"): "1", Self.path("name"): "E\u{301}",
    ])
    _ = mapping.members(for: mapping.fields, of: card, isCreation: true) { text, key in
      asked.append("\(key) \(text.unicodeScalars.count) \(text)")
      return nil
    }
    #expect(asked == ["N 1 É", "K 1 P"])
  }

  @Test func valueWithoutCounterpartIsNotSent() throws {
    let column = #"{"field": "type", "headers": ["K"], "values": {"P": "private"}}"#
    let written = try Self.written(column, "type", "company")
    #expect(written.members.isEmpty)
    let problem = try #require(written.problems.first)
    #expect(problem.code == "out.noCounterpart")
    let number = #"{"field": "customFields.Nr", "headers": ["K"], "type": "number"}"#
    #expect(try Self.written(number, "customFields.Nr", "12a").problems.map(\.code) == ["out.noCounterpart"])
    let flag = #"{"field": "customFields.Nr", "headers": ["K"], "type": "boolean"}"#
    #expect(try Self.written(flag, "customFields.Nr", "kanske").problems.map(\.code) == ["out.noCounterpart"])
    // To write nothing would clear what the system has.
    let digits = #"{"field": "phone", "headers": ["K"], "outTransforms": ["digitsOnly"]}"#
    #expect(try Self.written(digits, "phone", "saknas").problems.map(\.code) == ["out.noCounterpart"])
  }

  @Test func textNeverShowsASensitiveValue() throws {
    let column = #"{"field": "identityNumber", "headers": ["K"], "maximumLength": 4}"#
    let number = "19800101-1234"
    let written = try Self.written(
      column, "identityNumber", number, objection: Text(verbatim: "is no number: \(number)"))
    #expect(written.problems.count == 2)
    let words = #"{"field": "identityNumber", "headers": ["K"], "values": {"A": "1"}}"#
    let custom = #"{"field": "customFields.X", "headers": ["K"], "type": "number"}"#
    let problems =
      try
      (written.problems + Self.written(words, "identityNumber", number).problems
      + Self.written(custom, "customFields.X", number).problems)
    #expect(problems.count == 4)
    for problem in problems {
      for language in Language.allCases {
        #expect(!problem.text[language].contains("1234"), "\(problem.text[language])")
      }
    }
  }

  @Test func fieldsFollowDirectionOptionAndOccasion() throws {
    let columns = #"""
      {"field": "active", "headers": ["Active"], "type": "boolean"},
      {"field": "number", "headers": ["No"], "onlyOnCreation": true},
      {"field": "comments", "headers": ["Note"], "direction": "in"},
      {"field": "email", "headers": ["Mail"], "direction": "out"},
      {"field": "assigned", "headers": ["Our"], "direction": "out", "if": "assignedToOurReference", "outTransforms": ["names"]}
      """#
    let plain = try Self.mapping(columns)
    #expect(plain.fields.map(\.description) == ["number", "email", "active"])
    #expect(plain.fieldsOfNew.map(\.description) == ["number", "email", "active"])
    #expect(plain.fields(over: .object([])).map(\.description) == ["email", "active"])
    let withOption = try Self.mapping(columns, options: ["assignedToOurReference"])
    #expect(withOption.fields.map(\.description) == ["number", "email", "assigned", "active"])
    #expect(try withOption.key(of: Self.path("assigned")) == "Our")
    #expect(try plain.key(of: Self.path("assigned")) == nil)
    #expect(try plain.key(of: Self.path("comments")) == nil)

    let card = try CustomerCard([Self.path("number"): "7", Self.path("comments"): "x", Self.path("active"): "0"])
    let paths = try ["comments", "active", "email", "number", "assigned", "active"].map(Self.path)
    let creation = withOption.members(for: paths, of: card, isCreation: true) { _, _ in nil }
    #expect(
      JSONNode.object(creation.members).json == #"{"No":"7","Mail":null,"Our":null,"Active":false}"#)
    let change = withOption.members(for: paths, of: card, isCreation: false) { _, _ in nil }
    #expect(JSONNode.object(change.members).json == #"{"Mail":null,"Our":null,"Active":false}"#)
  }

  @Test func mappingThatOnlyReadsWritesNothing() throws {
    let mapping = OutgoingMapping(try Probe.file(#"{"columns": [{"field": "name", "headers": ["A"]}]}"#))
    #expect(mapping.fields.isEmpty)
  }
}
