import CustomerModel
import Rows
import Testing
import Validation

@Suite struct RecordRuleTests {
  @Test(
    "lists of records",
    arguments: [
      ("serviceArticles", #"[{"number":"A","price":12.5,"quantity":1,"isTime":true}]"#, []),
      ("serviceArticles", "A-1", ["records.notAList"]), ("serviceArticles", "[1]", ["records.notAList"]),
      ("serviceArticles", #"{"number":"A"}"#, ["records.notAList"]),
      ("serviceArticles", #"[{"number":"A","colour":"red"}]"#, ["records.memberUnknown"]),
      ("serviceArticles", #"[{"price":1}]"#, ["records.memberMissing"]),
      ("serviceArticles", #"[{"number":"A"},{"number":"A"}]"#, ["records.keyDuplicate"]),
      ("references", #"[{"kind":"order","number":"A"},{"kind":"quotation","number":"A"}]"#, []),
      ("serviceArticles", #"[{"number":"A","price":"dyrt"}]"#, ["records.number"]),
      ("serviceArticles", #"[{"number":"A","price":1e3}]"#, ["records.number"]),
      ("serviceArticles", #"[{"number":"A","isTime":"kanske"}]"#, ["records.boolean"]),
      ("serviceArticles", #"[{"number":"A","unit":{"x":1}}]"#, ["records.text"]),
      ("references", #"[{"kind":"order","number":"A","date":"2026-02-30"}]"#, ["records.date"]),
      ("references", #"[{"kind":"dröm","number":"A"}]"#, ["records.choice"]),
      ("customerUsers", #"[{"login":"a","email":"a@b.se","rights":["view","rule"]}]"#, ["records.choice"]),
      ("facilities", #"[{"number":"1","country":"XX"}]"#, ["records.country"]),
      ("customerUsers", #"[{"login":"a","email":"trasig"}]"#, ["records.email"]),
      ("serviceArticles", #"[{"number":"A","unit":"åååååååååååååååååååå"}]"#, []),
      ("serviceArticles", #"[{"number":"A","unit":"ååååååååååååååååååååå"}]"#, ["records.tooLong"]),
      ("serviceArticles", #"[{"number":"A","quantity":0}]"#, ["article.zeroQuantity"]),
      ("workOrderArticles", #"[{"number":"A","quantity":0,"isTime":true}]"#, []),
    ] as [(String, String, [String])])
  func rules(field: String, list: String, expected: [String]) throws {
    let settings = on(.showServiceArticles, .showWorkOrderArticles)
    #expect(try codes(field, list, settings) == expected)
  }

  @Test func messagesNameTheRecordAndTheMember() throws {
    let list = #"[{"number":"A-1","price":"dyrt"},{"number":"B","prise":1},{"price":1}]"#
    let messages = try validated(TestTable(fields: ["serviceArticles"], rows: [[list]])).problems.map(\.problem.message)
    #expect(
      messages.map { $0.prefix { $0 != "." } } == [
        "“serviceArticles”: the member “prise” (meant: price?) of article B is not known",
        "“serviceArticles”: number of article 3 of the list is missing",
        "“serviceArticles”: price of article A-1 is no number",
      ])
  }

  @Test func whereARuleOnlyWarnsTheListIsLeftOut() throws {
    let batch = try validated(
      TestTable(fields: ["facilities"], rows: [["fel"]]), context { $0.severities["records.notAList"] = .warn })
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch[column: 0, row: 0].isAbsent)
  }

  @Test(
    "facilities of a customer without facilities are told of",
    arguments: [("1", ["facilities.disabled"]), ("0", [])] as [(String, [String])])
  func facilitiesAreOn(disabled: String, expected: [String]) throws {
    #expect(try cardCodes(["facilitiesDisabled": disabled, "facilities": #"[{"number":"1"}]"#]) == expected)
  }

  @Test(
    "a reference's facility is one of the card's",
    arguments: [("1", []), ("2", ["reference.facilityUnknown"]), (nil, [])] as [(String?, [String])])
  func referenceFacility(facility: String?, expected: [String]) throws {
    let stated = facility.map { #","facility":"\#($0)""# } ?? ""
    let card = [
      "facilities": #"[{"number":"1"}]"#, "references": #"[{"kind":"order","number":"7"\#(stated)}]"#,
    ]
    #expect(try cardCodes(card) == expected)
  }
}
