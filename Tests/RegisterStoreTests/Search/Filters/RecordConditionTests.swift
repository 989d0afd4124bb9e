import CustomerModel
import RegisterStore
import Testing

/// Conditions on articles, facilities, references and customer users: one record is enough.
@Suite struct RecordConditionTests {
  private let store: Store

  init() throws {
    store = try Store()
    try store.add([
      [
        "number": "1", "name": "A",
        "references": #"""
        [{"kind":"order","number":"9","date":"2026-01-31","status":"Öppen","title":"Byt \"Ängby\" \\ el\tnu"},\#
        {"kind":"quotation","number":"10","date":"2025-12-01"}]
        """#,
        "customerUsers": #"""
        [{"login":"anna","email":"anna@x.example","rights":["view"]},\#
        {"login":"bo","email":"bo@x.example","rights":["reportErrors","administrate"]}]
        """#,
      ],
      [
        "number": "2", "name": "B",
        "serviceArticles": #"[{"number":"T0","quantity":0,"isTime":true},{"number":"F1","quantity":12.5,"price":-3}]"#,
        "references": #"[{"kind":"errorReport","number":"{A}","title":"[x], \"}"}]"#,
      ],
      ["number": "3", "name": "C", "serviceArticles": #"[{"number":"F1","quantity":2,"vatPercent":25}]"#],
      ["number": "4", "name": "D"],
    ])
  }

  private func find(
    _ field: String, _ member: String?, _ comparison: CustomerFilter.Comparison, _ value: String?
  ) throws -> [String] {
    let path = try #require(FieldPath(field))
    let kind = try #require(path.field.recordKind)
    let asked = try member.map { name in try #require(kind.members.first { $0.name == name }) }
    var search = CustomerSearch()
    search.filter = .condition(.init(path, member: asked, comparison, value))
    return try store.register.read { reader throws in
      try reader.customers(search).map { try #require(try reader.key(ofCustomer: $0)).number }
    }
  }

  @Test(
    arguments: [
      ("references", "number", .equal, "9", ["1"]), ("references", "number", .equal, "1", []),
      ("references", "number", .equal, "{A}", ["2"]), ("references", "number", .notEqual, "9", ["2", "3", "4"]),
      ("references", "status", .equal, nil, ["2", "3", "4"]), ("references", "status", .notEqual, nil, ["1"]),
      ("references", "status", .greater, "Z", ["1"]), ("references", "status", .less, "Z", []),
      ("references", "date", .greater, "2026", ["1"]), ("references", "date", .less, "2026", ["1"]),
      ("references", "date", .lessOrEqual, "2025-11", []), ("references", "kind", .equal, "errorReport", ["2"]),
      ("references", "title", .contains, "angby", ["1"]), ("references", "title", .contains, "\" \\ EL\tnu", ["1"]),
      ("references", "title", .equal, "Byt \"Ängby\" \\ el\tnu", ["1"]),
      ("references", "title", .equal, "[x], \"}", ["2"]),
      ("references", "number", .contains, "angby", []), ("references", nil, .contains, "angby", ["1"]),
      ("references", nil, .contains, "title", []), ("references", nil, .equal, "10", ["1"]),
      ("references", nil, .equal, nil, ["3", "4"]), ("references", nil, .notEqual, nil, ["1", "2"]),
      ("serviceArticles", "quantity", .greater, "2", ["2"]), ("serviceArticles", "quantity", .equal, "12.50", ["2"]),
      ("serviceArticles", "quantity", .lessOrEqual, "0", ["2"]), ("serviceArticles", "price", .less, "0", ["2"]),
      ("serviceArticles", "vatPercent", .greaterOrEqual, "25", ["3"]),
      ("serviceArticles", "isTime", .equal, "1", ["2"]), ("serviceArticles", "isTime", .equal, "0", ["2", "3"]),
      ("serviceArticles", "isTime", .notEqual, "1", ["1", "3", "4"]),
      ("serviceArticles", nil, .contains, "true", []), ("serviceArticles", nil, .contains, "12", ["2"]),
      ("customerUsers", "rights", .equal, "view\u{1F}", ["1"]),
      ("customerUsers", "rights", .equal, "administrate\u{1F}reportErrors\u{1F}", ["1"]),
      // Two users have one each.
      ("customerUsers", "rights", .equal, "reportErrors\u{1F}view\u{1F}", []),
      ("customerUsers", "rights", .contains, "ADMIN", ["1"]), ("customerUsers", "rights", .contains, "anna", []),
      ("customerUsers", "rights", .equal, nil, ["2", "3", "4"]),
    ] as [(String, String?, CustomerFilter.Comparison, String?, [String])])
  func oneRecordThatFitsIsEnough(
    field: String, member: String?, comparison: CustomerFilter.Comparison, value: String?, expected: [String]
  ) throws {
    #expect(try find(field, member, comparison, value) == expected)
  }
}
