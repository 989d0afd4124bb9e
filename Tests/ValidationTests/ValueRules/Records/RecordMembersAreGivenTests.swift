import CustomerModel
import Testing

@Suite struct RecordMembersAreGivenTests {
  @Test(
    "a record has what it cannot do without",
    arguments: [
      ("serviceArticles", #"[{"price":1}]"#, ["records.memberMissing"]),
      ("serviceArticles", #"[{"number":"A"}]"#, []),
      ("facilities", #"[{"name":"Verkstaden"}]"#, ["records.memberMissing"]),
      ("references", #"[{"number":"7"}]"#, ["records.memberMissing"]),
      ("references", #"[{"kind":"order"}]"#, ["records.memberMissing"]),
      ("customerUsers", #"[{"login":"eva"}]"#, ["records.memberMissing"]),
      ("documents", #"[{"name":"a.pdf","type":"application/pdf","size":1}]"#, ["records.memberMissing"]),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles, .showWorkOrderArticles)) == expected)
  }
}
