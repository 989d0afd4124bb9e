import CustomerModel
import Rows
import Testing

@testable import Mapping

@Suite struct CompiledMappingTests {
  private let nameAndPhone = #"{"field": "name", "headers": ["Namn"]}, {"field": "phone", "headers": ["Tel"]}"#

  @Test func requiredFieldThatIsNotThereStops() throws {
    let error = try #require(throws: KundregError.self) {
      try Probe.mapping(
        #"{"field": "number", "headers": ["Kundnr", "Nr"], "required": true}"#, header: ["Namn", "", "Ort"])
    }
    #expect(error.status == .configuration)
    #expect(error.code == "mapping.requiredMissing")
    #expect(
      error.text
        == MappingTexts.requiredMissing("test", field: "number", tried: ["Kundnr", "Nr"], found: ["Namn", "Ort"]))
  }

  @Test func columnsSayWhereTheyComeFrom() throws {
    let mapping = try Probe.mapping(
      #"{"field": "tags", "headers": ["Taggar"], "unknown": "reject"}, {"field": "name", "join": [["För"], ["Efter"]]}, {"field": "language", "constant": "sv"}"#,
      header: ["EFTER", "taggar", "för"])
    #expect(mapping.columns.map(\.path.description) == ["tags", "name", "language"])
    #expect(mapping.columns.map(\.sources) == [[1], [2, 0], []])
    #expect(mapping.columns.map(\.header) == ["taggar", "för", "Språk"])
    #expect(mapping.columns.map(\.unknown) == [.reject, .create, .create])
  }

  @Test(arguments: [
    (EmptyPolicy.keep, RecordBatch.Value.absent), (.clear, .clear),
  ])
  func blankCellFollowsThePolicyAndAMissingOneIsAbsent(_ policy: EmptyPolicy, _ blank: RecordBatch.Value) throws {
    let mapping = try Probe.mapping(nameAndPhone, header: ["Namn", "Tel"], empty: policy)
    let records = mapping.map(Probe.batch([["", "1"], [" \u{A0} ", "1"], ["A"], ["A", nil], [nil, "\t"], []]))
    #expect(records[column: 0, row: 0] == blank)
    #expect(records[column: 0, row: 1] == blank)
    #expect(records[column: 1, row: 2] == .absent)
    #expect(records[column: 1, row: 3] == .absent)
    #expect(records[column: 0, row: 4] == .absent)
    #expect(records[column: 1, row: 4] == blank)
    #expect(records[column: 0, row: 5] == .absent)
    #expect(records.text(column: 0, row: 2) == "A")
  }

  @Test(arguments: [(false, RecordBatch.Value.absent), (true, .clear)])
  func rowThatEndsEarlySaysNothingUnlessTheSourceLeavesBlanksOut(areBlank: Bool, expected: RecordBatch.Value) throws {
    let file = try Probe.file(
      #"{"columns": [{"field": "name", "headers": ["Namn"]}, {"field": "phone", "headers": ["Tel"]}]}"#)
    let mapping = try CompiledMapping(
      file, header: ["Namn", "Tel"], empty: .clear, today: Probe.today, shortRowsAreBlank: areBlank)
    #expect(mapping.map(Probe.batch([["A"]]))[column: 1, row: 0] == expected)
  }

  @Test func policyOfTheFileHoldsUnlessTheCallerSaysElse() throws {
    let option = #""empty": "clear", "#
    let byFile = try Probe.mapping(nameAndPhone, header: ["Namn", "Tel"], options: option)
    #expect(byFile.map(Probe.batch([["", "1"]]))[column: 0, row: 0] == .clear)
    let byCaller = try Probe.mapping(nameAndPhone, header: ["Namn", "Tel"], options: option, empty: .keep)
    #expect(byCaller.map(Probe.batch([["", "1"]]))[column: 0, row: 0] == .absent)
  }

  @Test func clearWordClearsWhateverABlankMeans() throws {
    let mapping = try Probe.mapping(
      nameAndPhone, header: ["Namn", "Tel"], options: #""clearWords": ["-", "Saknas"], "#)
    let records = mapping.map(Probe.batch([["-", " SAKNAS "], ["--", "- 1"]]))
    #expect(records[column: 0, row: 0] == .clear)
    #expect(records[column: 1, row: 0] == .clear)
    #expect(records.text(column: 0, row: 1) == "--")
    #expect(records.text(column: 1, row: 1) == "- 1")
  }

  @Test func defaultStandsForBlankAndMissingCellsInCanonicalForm() throws {
    let mapping = try Probe.mapping(
      #"{"field": "type", "headers": ["Typ"], "default": "Företag"}, {"field": "tags", "headers": ["Tagg"], "default": "b;a"}"#,
      header: ["Typ", "Tagg"], options: #""clearWords": ["-"], "#, empty: .clear)
    let records = mapping.map(Probe.batch([["", "x"], [], ["Privat", nil], ["-", " "]]))
    #expect((0..<3).map { records.text(column: 0, row: $0) } == ["company", "company", "private"])
    #expect(
      (0..<4).map { records.text(column: 1, row: $0) } == [
        "x\u{1F}", "a\u{1F}b\u{1F}", "a\u{1F}b\u{1F}", "a\u{1F}b\u{1F}",
      ])
    #expect(records[column: 0, row: 3] == .clear)
  }

  @Test func defaultOfAColumnThatTheFileLacksDoesNothing() throws {
    let mapping = try Probe.mapping(
      #"{"field": "name", "headers": ["Namn"]}, {"field": "type", "headers": ["Typ"], "default": "company"}"#,
      header: ["Namn"])
    #expect(mapping.columns.map(\.path.description) == ["name"])
  }

  @Test func constantStandsInEveryRow() throws {
    let mapping = try Probe.mapping(
      #"{"field": "invoiceAddress.country", "constant": "Sverige"}, {"field": "tags", "constant": "ny;2026"}, {"field": "active", "constant": true}"#,
      header: ["A"])
    let records = mapping.map(Probe.batch([["1"], []]))
    for row in 0..<2 {
      #expect((0..<3).map { records.text(column: $0, row: row) } == ["SE", "2026\u{1F}ny\u{1F}", "1"])
    }
  }

  @Test func joinPutsPartsTogetherAndLeavesBlankOnesOut() throws {
    let mapping = try Probe.mapping(
      #"{"field": "name", "join": [["För"], ["Mellan"], ["Efter"]], "separator": " "}"#,
      header: ["För", "Mellan", "Efter"],
      options: #""clearWords": ["-"], "#)
    let records = mapping.map(
      Probe.batch([
        ["Åsa", "", " Berg "], ["Åsa"], ["", "", ""], ["-", "", ""], ["-", "Bo", "Ek"], [nil, nil, nil],
      ]))
    #expect((0..<6).map { records.text(column: 0, row: $0) } == ["Åsa Berg", "Åsa", nil, nil, "Bo Ek", nil])
    #expect(records[column: 0, row: 2] == .absent)
    #expect(records[column: 0, row: 3] == .clear)
  }

  @Test func firstOfTakesTheFirstThatIsNotBlank() throws {
    let mapping = try Probe.mapping(
      #"{"field": "identityNumber", "firstOf": [["Orgnr"], ["Pnr"]]}"#, header: ["Orgnr", "Pnr"],
      options: #""clearWords": ["-"], "#)
    let records = mapping.map(
      Probe.batch([["5566778899", "x"], [" ", "198001019804"], ["-", "5566778899"], ["-", ""], ["", nil]]))
    #expect((0..<3).map { records.text(column: 0, row: $0) } == ["556677-8899", "19800101-9804", "556677-8899"])
    #expect(records[column: 0, row: 3] == .clear)
    #expect(records[column: 0, row: 4] == .absent)
  }

  @Test func splitOfABlankCellLeavesAllItsFieldsBlank() throws {
    let mapping = try Probe.mapping(
      #"{"fields": ["invoiceAddress.postalCode", "invoiceAddress.city"], "headers": ["A"], "transforms": [{"split": "postalCodeCity"}]}"#,
      header: ["A"], empty: .clear)
    let records = mapping.map(Probe.batch([[""], ["Storstad"], []]))
    #expect((0..<2).map { records[column: $0, row: 0] } == [.clear, .clear])
    #expect(records[column: 0, row: 1] == .clear)
    #expect(records.text(column: 1, row: 1) == "Storstad")
    #expect((0..<2).map { records[column: $0, row: 2] } == [.absent, .absent])
  }

  @Test func sharedColumnFillsTwoFields() throws {
    let mapping = try Probe.mapping(
      #"{"field": "visitingAddress.city", "headers": ["Ort"]}, {"field": "mailAddress.city", "headers": ["Ort"], "shared": true, "transforms": ["upper"]}"#,
      header: ["Ort"])
    let records = mapping.map(Probe.batch([["Åre"]]))
    #expect((0..<2).map { records.text(column: $0, row: 0) } == ["Åre", "ÅRE"])
  }

  @Test func longBatchKeepsEveryValueInItsPlace() throws {
    let mapping = try Probe.mapping(
      #"{"field": "number", "headers": ["Nr"]}, {"field": "orderNumber", "headers": ["Ref"], "transforms": [{"prefix": "order-"}]}, {"field": "tags", "headers": ["T"]}"#,
      header: ["Nr", "Ref", "T"])
    let records = mapping.map(Probe.batch((0..<1000).map { ["\($0)", "ref \($0)", "t\($0 % 3);a"] }))
    for row in 0..<1000 {
      #expect(records.text(column: 0, row: row) == "\(row)")
      #expect(records.text(column: 1, row: row) == "order-ref \(row)")
      #expect(records.text(column: 2, row: row) == "a\u{1F}t\(row % 3)\u{1F}")
    }
  }

  @Test func batchWithoutRowsIsMapped() throws {
    #expect(try Probe.mapping(nameAndPhone, header: ["Namn"]).map(RowBatch()).count == 0)
  }

  @Test func blankHeadingIsReportedOnlyOverCells() throws {
    let header = ["Namn", "", " ", "Övrigt"]
    #expect(try Probe.mapping(nameAndPhone, header: header).unmappedHeaders.map(\.index) == [3])
    let sample: [[String?]] = [["A", "", "x", ""], ["B", nil]]
    #expect(try Probe.mapping(nameAndPhone, header: header, sample: sample).unmappedHeaders.map(\.index) == [2, 3])
  }
}

@Suite struct CustomFieldTests {
  private let definitions = [
    CustomFieldDefinition(name: "Region", kind: .text), CustomFieldDefinition(name: "Antal", kind: .number),
    CustomFieldDefinition(name: "Avtal från", kind: .date), CustomFieldDefinition(name: "VIP", kind: .boolean),
    CustomFieldDefinition(name: "Nivå", kind: .choice, choices: ["Guld", "Silver"]),
    CustomFieldDefinition(name: "Gammal", kind: .text, isRemoved: true),
  ]

  private func columns(_ other: String, _ header: [String]) throws -> (mapped: [String], left: [String]) {
    let mapping = try Probe.mapping(
      #"{"field": "name", "headers": ["Namn", "Företag"]}"#, header: header,
      options: "\"otherColumns\": \"\(other)\", ",
      customFields: definitions)
    return (mapping.columns.map(\.path.description), mapping.unmappedHeaders.map(\.name))
  }

  @Test func otherColumnsAreReportedUnlessTheMappingSaysElse() throws {
    let header = ["Namn", "REGION", "Ny", "Företag", "Gammal", "", "customFields.vip", "kundreg_row"]
    let reported = try columns("report", header)
    #expect(reported.mapped == ["name", "customFields.VIP"])
    #expect(reported.left == ["REGION", "Ny", "Företag", "Gammal"])
    let known = try columns("knownCustomFields", header)
    #expect(known.mapped == ["name", "customFields.VIP", "customFields.Region"])
    #expect(known.left == ["Ny", "Företag", "Gammal"])
    let all = try columns("customFields", header)
    #expect(
      all.mapped == ["name", "customFields.VIP", "customFields.Region", "customFields.Ny", "customFields.Gammal"])
    #expect(all.left == ["Företag"])
  }

  @Test(arguments: [
    ("Region", "  Norr  ", "Norr"), ("Antal", "1 200,50", "1200.5"), ("Avtal från", "23/11 2026", "2026-11-23"),
    ("VIP", "Ja", "1"),
    ("Nivå", "GULD", "Guld"), ("Nivå", "Brons", "Brons"), ("Region", "rad 1\nrad 2", "rad 1\nrad 2"),
  ])
  func valueGetsTheFormOfItsDefinition(_ name: String, _ cell: String, _ result: String) throws {
    #expect(try Probe.canonical(cell, field: "customFields.\(name)", definitions) == result)
  }
}

@Suite struct FingerprintTests {
  private func fingerprint(_ columns: String, header: [String] = ["A", "B"], empty: EmptyPolicy = .keep) throws
    -> [UInt8]
  {
    try Probe.mapping(columns, header: header, empty: empty).fingerprint
  }

  @Test func sameMappingHasTheSameFingerprint() throws {
    let columns = #"{"field": "invoiceAddress.country", "headers": ["A"], "transforms": ["upper"]}"#
    #expect(try fingerprint(columns) == fingerprint(columns))
  }

  @Test(arguments: [
    #"{"field": "email", "headers": ["A"]}"#, #"{"field": "name", "headers": ["B"]}"#,
    #"{"field": "name", "headers": ["A"], "transforms": ["upper"]}"#,
    #"{"field": "name", "headers": ["A"], "default": "x"}"#,
    #"{"field": "name", "headers": ["A"], "values": {"a": "b"}}"#,
    #"{"field": "name", "constant": "x"}"#, #"{"field": "name", "firstOf": [["A"], ["B"]]}"#,
    #"{"field": "name", "join": [["A"], ["B"]]}"#,
    #"{"field": "name", "headers": ["A"], "transforms": [{"replace": {"pattern": "a", "with": "b"}}]}"#,
    #"{"field": "name", "headers": ["A"], "unknown": "reject"}"#,
  ])
  func whateverDecidesTheResultIsInTheFingerprint(_ columns: String) throws {
    #expect(try fingerprint(columns) != fingerprint(#"{"field": "name", "headers": ["A"]}"#))
  }

  @Test func policyIsInTheFingerprint() throws {
    let columns = #"{"field": "name", "headers": ["A"]}"#
    #expect(try fingerprint(columns) != fingerprint(columns, empty: .clear))
  }
}
