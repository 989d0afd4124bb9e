import CustomerModel
import Testing

@Suite struct RecordTextsFitTests {
  @Test(
    "a text is no longer than its member, and an address is one",
    arguments: [
      ("serviceArticles", #"[{"number":"A","unit":"åååååååååååååååååååå"}]"#, []),
      ("serviceArticles", #"[{"number":"A","unit":"ååååååååååååååååååååå"}]"#, ["records.tooLong"]),
      ("customerUsers", #"[{"login":"a","email":"a@b.se"}]"#, []),
      ("customerUsers", #"[{"login":"a","email":"trasig"}]"#, ["records.email"]),
      ("references", #"[{"kind":"errorReport","number":"7","requesterEmail":"trasig"}]"#, ["records.email"]),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles, .showWorkOrderArticles)) == expected)
  }
}
