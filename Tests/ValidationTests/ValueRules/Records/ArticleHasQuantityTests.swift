import CustomerModel
import Testing

@Suite struct ArticleHasQuantityTests {
  @Test(
    "only a time article may stand with 0",
    arguments: [
      ("serviceArticles", #"[{"number":"A","quantity":0}]"#, ["article.zeroQuantity"]),
      ("workOrderArticles", #"[{"number":"A","quantity":0}]"#, ["article.zeroQuantity"]),
      ("workOrderArticles", #"[{"number":"A","quantity":0,"isTime":true}]"#, []),
      ("serviceArticles", #"[{"number":"A","quantity":0.5}]"#, []),
      ("serviceArticles", #"[{"number":"A"}]"#, []),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles, .showWorkOrderArticles)) == expected)
  }
}
