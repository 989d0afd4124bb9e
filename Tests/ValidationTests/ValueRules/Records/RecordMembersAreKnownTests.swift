import CustomerModel
import Rows
import Testing
import Texts

@testable import Validation

@Suite struct RecordMembersAreKnownTests {
  @Test(
    "a record has no other members than its kind",
    arguments: [
      ("serviceArticles", #"[{"number":"A","colour":"red"}]"#, ["records.memberUnknown"]),
      ("facilities", #"[{"number":"1","price":1}]"#, ["records.memberUnknown"]),
      ("facilities", #"[{"number":"1","city":"Umeå"}]"#, []),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles)) == expected)
  }

  @Test func messagesNameTheRecordAndTheMember() throws {
    let list = #"[{"number":"A-1","price":"dyrt"},{"number":"B","prise":1},{"price":1}]"#
    let problems = try validated(TestTable(fields: ["serviceArticles"], rows: [[list]])).problems.map(\.problem)
    let members = Dictionary(uniqueKeysWithValues: RecordKind.article.members.map { ($0.name, $0) })
    let (number, price) = (try #require(members["number"]), try #require(members["price"]))
    let expected = [
      (
        "records.memberUnknown",
        RecordMembersAreKnown.label(of: "prise", near: "price", in: RuleTexts.record(.article, "B"))
      ), ("records.memberMissing", RuleTexts.member(number, of: RuleTexts.record(.article, at: 3))),
      ("records.number", RuleTexts.member(price, of: RuleTexts.record(.article, "A-1"))),
    ]
    #expect(problems.map(\.code) == expected.map(\.0))
    #expect(problems.map(\.text) == expected.map { told($0.0, of: "serviceArticles", detail: $0.1) })
  }
}
