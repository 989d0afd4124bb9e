import CustomerModel
import Mapping
import Testing

@Suite struct TwoWayMappingErrorTests {
  private static func both(_ columns: String, _ code: String, _ pieces: String...) -> WrongFile {
    WrongFile(#"{"direction": "both", "columns": [\#(columns)]}"#, code, pieces: pieces)
  }

  private static func oneWay(_ keys: String, _ key: String) -> WrongFile {
    WrongFile(
      "{\n\"columns\": [{\"field\": \"name\", \"headers\": [\"A\"],\n\(keys)}]}", "oneWay",
      pieces: ["test.json:3:", "columns[0] has \"\(key)\"", "\"direction\": \"both\" at the top"])
  }

  static let inOneWayMappings: [WrongFile] = [
    oneWay(#""direction": "in""#, "direction"), oneWay(#""maximumLength": 5"#, "maximumLength"),
    oneWay(#""type": "text""#, "type"), oneWay(#""if": "assignedToOurReference""#, "if"),
    oneWay(#""onlyOnCreation": true"#, "onlyOnCreation"), oneWay(#""outTransforms": []"#, "outTransforms"),
    WrongFile(
      #"{"direction": "out", "columns": []}"#, "badValue",
      pieces: ["test.json:1:15", "direction must be one of “in”, “both”, not “out”"]),
    WrongFile(#"{"direction": "boht"}"#, "badValue", pieces: ["Did you mean “both”?"]),
    WrongFile(#"{"direction": 1}"#, "wrongType", pieces: ["direction must be a text"]),
  ]

  static let keys: [WrongFile] = [
    both(
      #"{"field": "name", "headers": ["A"], "direction": "inn"}"#, "badValue", "columns[0].direction",
      "“in”, “out”, “both”", "Did you mean “in”?"),
    both(#"{"field": "name", "headers": ["A"], "direction": 1}"#, "wrongType", "columns[0].direction"),
    both(
      #"{"field": "name", "headers": ["A"], "if": "assignedToOurRef"}"#, "badValue", "columns[0].if",
      "“assignedToOurReference”"),
    both(#"{"field": "name", "headers": ["A"], "maximumLength": 0}"#, "badValue", "columns[0].maximumLength", "from 1"),
    both(#"{"field": "name", "headers": ["A"], "maximumLength": "9"}"#, "badValue", "columns[0].maximumLength"),
    both(#"{"field": "name", "headers": ["A"], "maximumLength": 2.5}"#, "badValue", "columns[0].maximumLength"),
    both(#"{"field": "name", "headers": ["A"], "type": "integer"}"#, "badValue", "columns[0].type", "“number”"),
    both(#"{"field": "name", "headers": ["A"], "onlyOnCreation": 1}"#, "wrongType", "columns[0].onlyOnCreation"),
    both(#"{"field": "name", "headers": ["A"], "outTransforms": "names"}"#, "wrongType", "columns[0].outTransforms"),
    both(#"{"field": "name", "headers": ["A"], "outTransforms": [1]}"#, "wrongType", "columns[0].outTransforms[0]"),
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["digitOnly"]}"#, "badValue",
      "columns[0].outTransforms[0]", "Did you mean “digitsOnly”?"),
  ]

  private static let name = #"{"field": "name", "headers": ["Name"]}"#

  private static func needless(_ key: String, _ value: String, direction: String) -> WrongFile {
    both(
      #"\#(name), {"field": "email", "headers": ["A"], "direction": "\#(direction)", "\#(key)": \#(value)}"#,
      "conflictingKeys", "columns[1] has \"\(key)\"", "\"direction\" is \"\(direction)\"")
  }

  static let needlessKeys: [WrongFile] = [
    needless("maximumLength", "1", direction: "in"), needless("type", "\"text\"", direction: "in"),
    needless("onlyOnCreation", "true", direction: "in"), needless("outTransforms", "[]", direction: "in"),
    needless("required", "true", direction: "out"), needless("shared", "true", direction: "out"),
    needless("default", "\"x\"", direction: "out"), needless("unknown", "\"create\"", direction: "out"),
    needless("transforms", "[]", direction: "out"),
    both(
      #"{"field": "active", "headers": ["A"], "type": "boolean", "maximumLength": 5}"#, "conflictingKeys",
      "columns[0] has a \"maximumLength\""),
    both(
      #"\#(name), {"field": "name", "headers": ["B"]}"#, "conflictingKeys",
      "columns[1] writes name, which columns[0] writes too"),
    both(
      #"\#(name), {"field": "email", "headers": ["Name"]}"#, "conflictingKeys",
      "columns[1] writes \"Name\", which columns[0] writes too"),
    both(#"{"field": "name", "headers": ["A"], "direction": "in"}"#, "badValue", "columns writes nothing"),
    both(#"{"field": "name", "headers": ["A"], "direction": "out"}"#, "badValue", "columns reads nothing"),
  ]

  private static func noWayBack(_ keys: String, _ pieces: String...) -> WrongFile {
    WrongFile(
      #"{"direction": "both", "columns": [{\#(keys)}]}"#, "notInvertible",
      pieces: ["columns[0]", "\"direction\" be \"in\""] + pieces)
  }

  static let noWayBack: [WrongFile] = [
    noWayBack(#""field": "name", "join": [["A"], ["B"]]"#, "\"join\""),
    noWayBack(#""field": "name", "firstOf": [["A"], ["B"]]"#, "\"firstOf\""),
    noWayBack(#""field": "name", "constant": "x""#, "\"constant\""),
    noWayBack(#""field": "name", "join": [["A"], ["B"]], "direction": "out""#, "\"join\""),
    noWayBack(
      #""fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"at": ","}}]"#, "“split”"),
    noWayBack(#""field": "active", "headers": ["A"], "transforms": ["not"]"#, "“not”"),
    noWayBack(#""field": "name", "headers": ["A"], "transforms": [{"prefix": "K"}]"#, "“prefix”"),
    noWayBack(#""field": "name", "headers": ["A"], "transforms": ["upper", {"suffix": "K"}]"#, "“suffix”"),
    noWayBack(#""field": "name", "headers": ["A"], "transforms": [{"replace": {"pattern": "a"}}]"#, "“replace”"),
    noWayBack(#""field": "name", "headers": ["A"], "transforms": [{"values": {"a": "b"}}]"#, "“values”"),
    noWayBack(
      #""field": "name", "headers": ["A"], "values": {"a": "b"}, "transforms": ["upper"]"#, "\"values\" and"),
    noWayBack(
      #""field": "tags", "headers": ["A"], "values": {"a": "b"}, "outTransforms": ["names"]"#, "a set"),
  ]

  static let forms: [WrongFile] = [
    both(
      #"{"field": "type", "headers": ["A"], "type": "boolean"}"#, "badValue", "columns[0].type",
      "type is neither yes nor no", "\"values\""),
    both(
      #"{"field": "type", "headers": ["A"], "type": "boolean", "values": {"true": "private", "firma": "company"}}"#,
      "badValue", "columns[0].values.firma", "is no boolean"),
    both(
      #"{"field": "type", "headers": ["A"], "type": "number", "values": {"1": "private", "två": "company"}}"#,
      "badValue", "columns[0].values.två", "is no number"),
    both(
      #"{"field": "tags", "headers": ["A[].B"], "outTransforms": ["names"]}"#, "notInvertible", "columns[0]",
      "cannot be written back"),
    both(
      #"{"field": "number", "headers": ["A"], "outTransforms": ["plainCharacters"]}"#, "badValue",
      "columns[0].outTransforms", "the number is a key"),
    both(
      #"{"field": "active", "headers": ["A"], "type": "boolean", "outTransforms": ["plainCharacters"]}"#, "badValue",
      "columns[0].outTransforms", "only texts have characters"),
    both(#"{"field": "tags", "headers": ["A"]}"#, "badValue", "columns[0].outTransforms", "tags is a set"),
    both(
      #"{"field": "tags", "headers": ["A"], "outTransforms": ["digitsOnly"]}"#, "badValue",
      "columns[0].outTransforms"),
    both(
      #"{"field": "tags", "headers": ["A"], "outTransforms": ["names"], "type": "number"}"#, "badValue",
      "columns[0].outTransforms"),
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["names"]}"#, "badValue", "columns[0].outTransforms",
      "name is no set"),
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["tenDigitIdentity"]}"#, "badValue",
      "columns[0].outTransforms", "name is no identity number"),
  ]

  @Test(arguments: inOneWayMappings + keys + needlessKeys + noWayBack + forms)
  func wrongFileIsRefusedWithItsPlace(_ wrong: WrongFile) throws {
    let error = try #require(throws: KundregError.self) { try Probe.file(wrong.json) }
    #expect(error.status == .configuration)
    #expect(error.code == "mapping.\(wrong.code)", "\(error.message)")
    #expect(error.message.hasPrefix("test.json:"))
    for piece in wrong.pieces { #expect(error.message.contains(piece), "\(error.message)") }
  }

  @Test(arguments: [
    #"{"field": "name", "join": [["A"], ["B"]], "direction": "in"}"#,
    #"{"field": "name", "constant": "x", "direction": "in"}"#,
    #"{"fields": ["name", "email"], "headers": ["A"], "transforms": [{"split": {"at": ","}}], "direction": "in"}"#,
    #"{"field": "phone", "headers": ["A"], "direction": "in"}, {"field": "phone", "headers": ["B"], "direction": "out"}"#,
    #"{"field": "phone", "headers": ["A"], "transforms": ["phone"]}"#,
    #"{"field": "tags", "headers": ["A"], "transforms": [{"list": ","}], "outTransforms": ["names"]}"#,
    #"{"field": "customFields.Rabatt", "headers": ["A"], "type": "number"}"#,
    #"{"field": "customFields.Kund", "headers": ["A"], "type": "boolean"}"#,
  ])
  func whatHasAWayBackOrOnlyReadsIsTaken(_ columns: String) throws {
    let file = try Probe.file(
      #"{"direction": "both", "columns": [{"field": "number", "headers": ["N"]}, \#(columns)]}"#)
    #expect(file.direction == .both)
  }

  @Test func everythingThatAnEntryMaySayIsRead() throws {
    let file = try Probe.file(
      #"""
      {"direction": "both", "columns": [
        {"field": "assigned", "headers": ["A"], "direction": "out", "if": "assignedToOurReference", "maximumLength": 7,
          "onlyOnCreation": true, "outTransforms": ["names", "digitsOnly"]},
        {"field": "active", "headers": ["B"], "type": "boolean"}]}
      """#)
    #expect(file.columns.map(\.direction) == [.out, .both])
    #expect(file.columns.map(\.option) == [.assignedToOurReference, nil])
    #expect(file.columns.map(\.outgoing.maximumLength) == [7, nil])
    #expect(file.columns.map(\.outgoing.isOnlyOnCreation) == [true, false])
    #expect(file.columns.map(\.outgoing.type) == [.text, .boolean])
    #expect(file.columns.map(\.outgoing.transforms) == [[.names, .digitsOnly], []])
    #expect(try Probe.file(#"{"columns": [{"field": "name", "headers": ["A"]}]}"#).direction == .in)
  }
}
