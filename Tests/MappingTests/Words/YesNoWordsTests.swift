import CustomerModel
import Mapping
import Testing

@Suite struct YesNoWordsTests {
  private func value(_ cell: String, _ entry: String, _ definitions: [CustomFieldDefinition] = []) throws -> String? {
    try Probe.value(try Probe.file(#"{"columns": [{"headers": ["A"], \#(entry)}]}"#), cell, definitions)
  }

  @Test(arguments: [
    ("-1", "private"), ("x", "private"), ("sant", "private"), ("On", "private"), ("0", "company"), ("av", "company"),
    ("kanske", "kanske"),
  ])
  func aTableThatSaysWhatYesIsSaysItOfAllWordsForYes(cell: String, type: String) throws {
    let table = #""values": {"Ja": "private", "Nej": "company"}"#
    #expect(try value(cell, #""field": "type", \#(table)"#) == type)
    #expect(
      try value(cell, #""field": "type", "transforms": [{"values": {"Ja": "private", "Nej": "company"}}]"#) == type)
  }

  @Test func minusOneIsYesInEveryKindOfColumn() throws {
    #expect(try value("-1", #""field": "active""#) == "1")
    #expect(try value("-1", #""field": "active", "transforms": ["not"]"#) == "0")
    #expect(try value("-1", #""field": "active", "values": {"true": false, "false": true}"#) == "0")
    #expect(try value("-1", #""field": "contactPersons[0].sendServiceProtocol""#) == "1")
    #expect(try value("-1", #""field": "customFields.Avtal", "transforms": ["boolean"]"#) == "1")
    #expect(
      try value("-1", #""field": "customFields.Avtal""#, [CustomFieldDefinition(name: "Avtal", kind: .boolean)]) == "1")
    #expect(
      try value(#"[{"number":"A","isTime":"-1"}]"#, #""field": "serviceArticles""#)
        == #"[{"number":"A","isTime":true}]"#)
  }

  @Test func whatATableSaysOfAWordStays() throws {
    let table = #""field": "type", "values": {"Ja": "private", "Nej": "company", "-1": "company"}"#
    // The word for yes that means no makes it no table of yes and no.
    #expect(try value("-1", table) == "company")
    #expect(try value("x", table) == "x")
  }

  @Test(arguments: [
    #"{"N": "Norr"}"#, #"{"1": "Norr", "2": "Syd"}"#, #"{"J": "Norr", "S": "Syd"}"#,
    #"{"Ja": "Norr", "Delvis": "Syd"}"#,
    #"{"1": "Norr"}"#, #"{"1": "Norr", "Ja": "Syd"}"#,
  ])
  func aTableOfAnotherListIsLeftAlone(table: String) throws {
    #expect(try value("-1", #""field": "customFields.Del", "values": \#(table)"#) == "-1")
    #expect(try value("x", #""field": "customFields.Del", "values": \#(table)"#) == "x")
  }
}
