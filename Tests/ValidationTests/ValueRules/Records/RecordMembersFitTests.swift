import CustomerModel
import Testing

@Suite struct RecordMembersFitTests {
  @Test(
    "a member is of its kind",
    arguments: [
      ("serviceArticles", #"[{"number":"A","price":12.5,"quantity":1,"isTime":true}]"#, []),
      ("serviceArticles", #"[{"number":"A","price":"dyrt"}]"#, ["records.number"]),
      ("serviceArticles", #"[{"number":"A","price":1e3}]"#, ["records.number"]),
      ("serviceArticles", #"[{"number":"A","isTime":"kanske"}]"#, ["records.boolean"]),
      ("serviceArticles", #"[{"number":"A","unit":{"x":1}}]"#, ["records.text"]),
      ("references", #"[{"kind":"order","number":"A","date":"2026-02-28"}]"#, []),
      ("references", #"[{"kind":"order","number":"A","date":"2026-02-30"}]"#, ["records.date"]),
      ("references", #"[{"kind":"dröm","number":"A"}]"#, ["records.choice"]),
      ("customerUsers", #"[{"login":"a","email":"a@b.se","rights":["view","rule"]}]"#, ["records.choice"]),
      ("facilities", #"[{"number":"1","country":"NO"}]"#, []),
      ("facilities", #"[{"number":"1","country":"XX"}]"#, ["records.country"]),
      ("serviceArticles", #"[{"number":"A","vatPercent":12.5}]"#, []),
      ("serviceArticles", #"[{"number":"A","vatPercent":100}]"#, []),
      ("serviceArticles", #"[{"number":"A","vatPercent":101}]"#, ["records.percent"]),
      ("serviceArticles", #"[{"number":"A","vatPercent":-1}]"#, ["records.percent"]),
      ("serviceArticles", #"[{"number":"A","vatPercent":"25 %"}]"#, ["records.percent"]),
    ] as [(String, String, [String])])
  func lists(field: String, list: String, expected: [String]) throws {
    #expect(try codes(field, list, on(.showServiceArticles, .vatPerArticleRow)) == expected)
  }
}
