import CustomerModel
import Mapping
import Rows
import Testing

/// The members of records in columns of their own, as a JSON file gives them.
@Suite struct RecordColumnsTests {
  private static let header = [
    "number", "serviceArticles[0].number", "serviceArticles[0].price", "serviceArticles[0].isTime",
    "serviceArticles[1].number", "customerUsers[0].login", "customerUsers[0].rights", "serviceArticles[0].colour",
  ]

  private func mapped(_ row: [String?], empty: EmptyPolicy = .keep) throws -> [String?] {
    let mapping = try Probe.mapping(#"{"field": "number", "headers": ["Nr"]}"#, header: Self.header, empty: empty)
    #expect(mapping.columns.map(\.path.description) == ["number", "serviceArticles", "customerUsers"])
    #expect(mapping.unmappedHeaders.map(\.name) == ["serviceArticles[0].colour"])
    let batch = mapping.map(Probe.batch([row]))
    return (0..<3).map { batch[column: $0, row: 0].isClear ? "clear" : batch.text(column: $0, row: 0) }
  }

  @Test func areComposed() throws {
    let row = ["1", "B", "12.50", "true", "A", "eva", "view\u{1F}administrate\u{1F}", "red"]
    #expect(
      try mapped(row) == [
        "1", #"[{"number":"A"},{"number":"B","price":12.5,"isTime":true}]"#,
        #"[{"login":"eva","rights":["view","administrate"]}]"#,
      ])
  }

  @Test func aRowWithFewerRecordsHasFewer() throws {
    #expect(try mapped(["1", "B", nil, nil, nil, nil, nil]) == ["1", #"[{"number":"B"}]"#, nil])
  }

  @Test func aRowWithoutThemSaysNothing() throws {
    #expect(try mapped(["1", nil, nil, nil, nil, nil, nil], empty: .clear) == ["1", nil, nil])
    #expect(try mapped(["1", "", "", "", "", nil, nil], empty: .clear) == ["1", "clear", nil])
    #expect(try mapped(["1", "", "", "", "", nil, nil]) == ["1", nil, nil])
  }

  @Test func aListInAColumnOfItsOwnComesFirst() throws {
    let mapping = try Probe.mapping(
      #"{"field": "number", "headers": ["Nr"]}"#, header: ["Nr", "facilities", "facilities[0].number"])
    #expect(mapping.unmappedHeaders.map(\.name) == ["facilities[0].number"])
    #expect(
      mapping.map(Probe.batch([["1", #"[{"number":"2"}]"#, "3"]])).text(column: 1, row: 0) == #"[{"number":"2"}]"#)
  }
}
