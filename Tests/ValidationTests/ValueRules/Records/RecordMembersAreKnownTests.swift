import CustomerModel
import Rows
import Testing

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
    let messages = try validated(TestTable(fields: ["serviceArticles"], rows: [[list]])).problems.map(\.problem.message)
    #expect(
      messages.map { $0.prefix { $0 != "." } } == [
        "“serviceArticles”: the member “prise” (meant: price?) of article B is not known",
        "“serviceArticles”: number of article 3 of the list is missing",
        "“serviceArticles”: price of article A-1 is no number",
      ])
  }
}
