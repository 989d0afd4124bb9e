import Documents
import Testing
import Texts

@testable import Mapping

@Suite struct TwoWayMappingErrorTests {
  private static func both(_ columns: String, _ code: String, _ named: String...) -> WrongFile {
    WrongFile(#"{"direction": "both", "columns": [\#(columns)]}"#, code, naming: named)
  }

  private static func both(
    _ columns: String, _ code: String, at place: String, _ mistake: (Text) -> Text
  ) -> WrongFile {
    WrongFile(#"{"direction": "both", "columns": [\#(columns)]}"#, code, at: place, mistake)
  }

  private static func oneWay(_ keys: String, _ key: String) -> WrongFile {
    WrongFile(
      "{\n\"columns\": [{\"field\": \"name\", \"headers\": [\"A\"],\n\(keys)}]}", "oneWay", at: "columns[0]",
      position: "3:\(key.count + 5)"
    ) { TwoWayMistakeTexts.onlyReads($0, key) }
  }

  static let inOneWayMappings: [WrongFile] = [
    oneWay(#""direction": "in""#, "direction"), oneWay(#""maximumLength": 5"#, "maximumLength"),
    oneWay(#""type": "text""#, "type"), oneWay(#""if": "assignedToOurReference""#, "if"),
    oneWay(#""onlyOnCreation": true"#, "onlyOnCreation"), oneWay(#""outTransforms": []"#, "outTransforms"),
    WrongFile(
      #"{"direction": "out", "columns": []}"#, "badValue", at: "direction", position: "1:15"
    ) { MappingMistakeTexts.notOneOf($0, ["in", "both"], "out", meant: nil) },
    WrongFile(#"{"direction": "boht"}"#, "badValue", at: "direction") {
      MappingMistakeTexts.notOneOf($0, ["in", "both"], "boht", meant: "both")
    },
    WrongFile(#"{"direction": 1}"#, "wrongType", at: "direction") {
      MappingMistakeTexts.wrongType($0, expected: JSONValueTexts.text, is: JSONValueTexts.number)
    },
  ]

  private static func noLength(_ value: String) -> WrongFile {
    both(
      #"{"field": "name", "headers": ["A"], "maximumLength": \#(value)}"#, "badValue",
      at: "columns[0].maximumLength", MappingMistakeTexts.noLength)
  }

  static let keys: [WrongFile] = [
    both(
      #"{"field": "name", "headers": ["A"], "direction": "inn"}"#, "badValue",
      at: "columns[0].direction"
    ) { MappingMistakeTexts.notOneOf($0, ["in", "out", "both"], "inn", meant: "in") },
    both(#"{"field": "name", "headers": ["A"], "direction": 1}"#, "wrongType", "columns[0].direction"),
    both(
      #"{"field": "name", "headers": ["A"], "if": "assignedToOurRef"}"#, "badValue", "columns[0].if",
      "“assignedToOurReference”"),
    noLength("0"), noLength("\"9\""), noLength("2.5"),
    both(#"{"field": "name", "headers": ["A"], "type": "integer"}"#, "badValue", "columns[0].type", "“number”"),
    both(#"{"field": "name", "headers": ["A"], "onlyOnCreation": 1}"#, "wrongType", "columns[0].onlyOnCreation"),
    both(#"{"field": "name", "headers": ["A"], "outTransforms": "names"}"#, "wrongType", "columns[0].outTransforms"),
    both(#"{"field": "name", "headers": ["A"], "outTransforms": [1]}"#, "wrongType", "columns[0].outTransforms[0]"),
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["digitOnly"]}"#, "badValue",
      at: "columns[0].outTransforms[0]"
    ) {
      MappingMistakeTexts.notOneOf(
        $0, ["tenDigitIdentity", "digitsOnly", "names", "plainCharacters"], "digitOnly", meant: "digitsOnly")
    },
  ]

  private static let name = #"{"field": "name", "headers": ["Name"]}"#

  private static func needless(_ key: String, _ value: String, direction: String) -> WrongFile {
    both(
      #"\#(name), {"field": "email", "headers": ["A"], "direction": "\#(direction)", "\#(key)": \#(value)}"#,
      "conflictingKeys", at: "columns[1]"
    ) {
      direction == "in" ? TwoWayMistakeTexts.entryOnlyReads($0, key) : TwoWayMistakeTexts.entryOnlyWrites($0, key)
    }
  }

  static let needlessKeys: [WrongFile] = [
    needless("maximumLength", "1", direction: "in"), needless("type", "\"text\"", direction: "in"),
    needless("onlyOnCreation", "true", direction: "in"), needless("outTransforms", "[]", direction: "in"),
    needless("required", "true", direction: "out"), needless("shared", "true", direction: "out"),
    needless("default", "\"x\"", direction: "out"), needless("unknown", "\"create\"", direction: "out"),
    needless("transforms", "[]", direction: "out"),
    both(
      #"{"field": "active", "headers": ["A"], "type": "boolean", "maximumLength": 5}"#, "conflictingKeys",
      at: "columns[0]"
    ) { TwoWayMistakeTexts.lengthOfNoText($0, type: "boolean") },
    both(
      #"\#(name), {"field": "name", "headers": ["B"]}"#, "conflictingKeys", at: "columns[1]"
    ) { TwoWayMistakeTexts.writesFieldToo($0, "name", other: "columns[0]") },
    both(
      #"\#(name), {"field": "email", "headers": ["Name"]}"#, "conflictingKeys", at: "columns[1]"
    ) { TwoWayMistakeTexts.writesKeyToo($0, "Name", other: "columns[0]") },
    both(
      #"{"field": "name", "headers": ["A"], "direction": "in"}"#, "badValue", at: "columns",
      TwoWayMistakeTexts.writesNothing),
    both(
      #"{"field": "name", "headers": ["A"], "direction": "out"}"#, "badValue", at: "columns",
      TwoWayMistakeTexts.readsNothing),
  ]

  private static func noWayBack(_ keys: String, _ mistake: (Text) -> Text) -> WrongFile {
    both("{\(keys)}", "notInvertible", at: "columns[0]", mistake)
  }

  private static func sourceWithoutWayBack(_ source: String, _ key: String) -> WrongFile {
    noWayBack(#""field": "name", \#(source)"#) { TwoWayMistakeTexts.sourceCannotBeWritten($0, key) }
  }

  private static func transformWithoutWayBack(
    _ transforms: String, _ name: String, field: String = #""field": "name""#
  ) -> WrongFile {
    noWayBack(#"\#(field), "headers": ["A"], "transforms": [\#(transforms)]"#) {
      TwoWayMistakeTexts.transformCannotBeUndone($0, name)
    }
  }

  static let noWayBack: [WrongFile] = [
    sourceWithoutWayBack(#""join": [["A"], ["B"]]"#, "join"),
    sourceWithoutWayBack(#""firstOf": [["A"], ["B"]]"#, "firstOf"),
    sourceWithoutWayBack(#""constant": "x""#, "constant"),
    sourceWithoutWayBack(#""join": [["A"], ["B"]], "direction": "out""#, "join"),
    transformWithoutWayBack(#"{"split": {"at": ","}}"#, "split", field: #""fields": ["name", "email"]"#),
    transformWithoutWayBack(#""not""#, "not", field: #""field": "active""#),
    transformWithoutWayBack(#"{"prefix": "K"}"#, "prefix"),
    transformWithoutWayBack(#""upper", {"suffix": "K"}"#, "suffix"),
    transformWithoutWayBack(#"{"replace": {"pattern": "a"}}"#, "replace"),
    transformWithoutWayBack(#"{"values": {"a": "b"}}"#, "values"),
    noWayBack(
      #""field": "name", "headers": ["A"], "values": {"a": "b"}, "transforms": ["upper"]"#,
      TwoWayMistakeTexts.valuesAndTransforms),
    noWayBack(
      #""field": "tags", "headers": ["A"], "values": {"a": "b"}, "outTransforms": ["names"]"#,
      TwoWayMistakeTexts.valuesOfSet),
  ]

  private static func setWithoutNames(_ keys: String) -> WrongFile {
    both(#"{"field": "tags", "headers": ["A"]\#(keys)}"#, "badValue", at: "columns[0].outTransforms") {
      TwoWayMistakeTexts.setNeedsNames($0, "tags")
    }
  }

  static let forms: [WrongFile] = [
    both(
      #"{"field": "type", "headers": ["A"], "type": "boolean"}"#, "badValue", at: "columns[0].type"
    ) { TwoWayMistakeTexts.isNeitherYesNorNo($0, "type") },
    both(
      #"{"field": "type", "headers": ["A"], "type": "boolean", "values": {"true": "private", "firma": "company"}}"#,
      "badValue", at: "columns[0].values.firma"
    ) { TwoWayMistakeTexts.wordIsOfOtherType($0, "firma", type: "boolean") },
    both(
      #"{"field": "type", "headers": ["A"], "type": "number", "values": {"1": "private", "två": "company"}}"#,
      "badValue", at: "columns[0].values.två"
    ) { TwoWayMistakeTexts.wordIsOfOtherType($0, "två", type: "number") },
    both(
      #"{"field": "tags", "headers": ["A[].B"], "outTransforms": ["names"]}"#, "notInvertible", at: "columns[0]"
    ) { TwoWayMistakeTexts.listCannotBeWritten($0, "A[].B") },
    both(
      #"{"field": "number", "headers": ["A"], "outTransforms": ["plainCharacters"]}"#, "badValue",
      at: "columns[0].outTransforms", TwoWayMistakeTexts.plainNumber),
    both(
      #"{"field": "active", "headers": ["A"], "type": "boolean", "outTransforms": ["plainCharacters"]}"#, "badValue",
      at: "columns[0].outTransforms", TwoWayMistakeTexts.plainCharactersOfNoText),
    setWithoutNames(""), setWithoutNames(#", "outTransforms": ["digitsOnly"]"#),
    setWithoutNames(#", "outTransforms": ["names"], "type": "number""#),
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["names"]}"#, "badValue",
      at: "columns[0].outTransforms"
    ) { TwoWayMistakeTexts.namesOfNoSet($0, "name") },
    both(
      #"{"field": "name", "headers": ["A"], "outTransforms": ["tenDigitIdentity"]}"#, "badValue",
      at: "columns[0].outTransforms"
    ) { TwoWayMistakeTexts.tenDigitsOfNoIdentity($0, "name") },
  ]

  @Test(arguments: inOneWayMappings + keys + needlessKeys + noWayBack + forms)
  func wrongFileIsRefusedWithItsPlace(_ wrong: WrongFile) throws { try wrong.expectRefusal() }

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
