import CustomerModel
import Testing

@Suite struct RecordKeysAreUniqueTests {
  @Test(
    "no two records of a list have the same key",
    arguments: [
      ("serviceArticles", #"[{"number":"A"},{"number":"A"}]"#, ["records.keyDuplicate"]),
      ("serviceArticles", #"[{"number":"A"},{"number":"B"}]"#, []),
      ("references", #"[{"kind":"order","number":"A"},{"kind":"quotation","number":"A"}]"#, []),
      ("references", #"[{"kind":"order","number":"A"},{"kind":"order","number":"A"}]"#, ["records.keyDuplicate"]),
      ("customerUsers", #"[{"login":"a","email":"a@b.se"},{"login":"b","email":"a@b.se"}]"#, []),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles, .showWorkOrderArticles)) == expected)
  }
}
