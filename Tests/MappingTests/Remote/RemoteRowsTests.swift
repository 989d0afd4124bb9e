import CustomerModel
import Documents
import Mapping
import Rows
import Testing

@Suite struct RemoteRowsTests {
  private func objects(_ json: String) throws -> [JSONNode] { try JSONNode(parsing: Array(json.utf8)).elements }

  private func texts(_ batch: RowBatch, columns: Int) -> [[String?]] {
    (0..<batch.count).map { row in (0..<columns).map { batch.text(row: row, column: $0) } }
  }

  @Test func valuesStandAsTheyAreAndAMissingKeySaysNothing() throws {
    let batch = RemoteRows.batch(
      try objects(#"[{"A": "Åre", "B": 10.50, "C": true}, {"C": false, "A": "", "B": null, "D": 1}, {}]"#),
      header: ["A", "B", "C"])
    #expect(texts(batch, columns: 3) == [["Åre", "10.50", "true"], ["", "", "false"], [nil, nil, nil]])
    #expect(batch.rows.map(\.position) == [1, 2, 3])
    #expect(batch.cells[3].length == 0 && batch.cells[4].length == 0)
    #expect(batch.cells[6...].count { $0.isMissing } == 3)
  }

  @Test func headingMayBeAPath() throws {
    let record = #"{"A": {"B": [{"C": "x"}, {"C": null}], "D": ["p", 2]}, "N": null, "E.F": "dotted", "L": []}"#
    let header = [
      "A.B[0].C", "A.B[1].C", "A.B[2].C", "A.D", "A.D[1]", "A.B", "A", "N.X", "E.F", "L", "A.X", "A[0]", "E.G",
    ]
    let batch = RemoteRows.batch(try objects("[\(record)]"), header: header)
    #expect(
      texts(batch, columns: header.count) == [
        ["x", "", nil, "p\u{1F}2\u{1F}", "2", nil, nil, "", "dotted", "", nil, nil, nil]
      ])
  }

  @Test func headingMayBeEveryElementOrOnConditions() throws {
    let record =
      #"{"L": [{"N": "a, b"}, {"N": null}, {"X": 1}, {"N": "c"}], "K": 2, "B": true, "V": "x", "E": [], "Z": null}"#
    let header = [
      "L[].N", "L[].M", "E[].N", "Q[].N", "V[].N", "Z[].N", "V{K=2}", "V{K=1}", "V{K=2,B=true}", "V{K=2,B=false}",
      "V{Z}",
      "V{Y}", "L[0].N{K=2}",
    ]
    let batch = RemoteRows.batch(try objects("[\(record)]"), header: header)
    #expect(
      texts(batch, columns: header.count) == [
        ["a, b\u{1F}c\u{1F}", "", "", nil, nil, "", "x", nil, "x", nil, "x", nil, "a, b"]
      ])
  }

  @Test func noRecordsAreNoRows() { #expect(RemoteRows.batch([], header: ["A"]).count == 0) }

  private static let erp = #"""
    {"direction": "both", "columns": [
      {"field": "name", "headers": ["Name", "Namn"]},
      {"field": "type", "headers": ["Private"], "type": "boolean", "values": {"true": "private", "false": "company"}},
      {"field": "email", "firstOf": [["Mail", "E-post"], ["OldMail"]], "direction": "in"},
      {"field": "comments", "headers": ["Note"], "direction": "out"},
      {"field": "phone", "headers": ["Tel"], "if": "assignedToOurReference"},
      {"field": "language", "constant": "sv", "direction": "in"},
      {"field": "active", "headers": ["Active"], "type": "boolean"}]}
    """#

  @Test func headerIsOfWhatReads() throws {
    let file = try Probe.file(Self.erp)
    #expect(file.incomingHeader == ["Name", "Private", "Mail", "OldMail", "Active"])
    let withOption = file.incoming(options: ["assignedToOurReference"])
    #expect(withOption.incomingHeader == ["Name", "Private", "Mail", "OldMail", "Tel", "Active"])
    #expect(withOption.incoming().columns == withOption.columns)
    let oneWay = try Probe.file(#"{"columns": [{"field": "name", "join": [["A", "B"], ["C"]]}]}"#)
    #expect(oneWay.incoming().columns == oneWay.columns)
    #expect(oneWay.incomingHeader == ["A", "C"])
  }

  @Test func whatOnlyWritesIsNotRead() throws {
    let file = try Probe.file(Self.erp)
    let all = ["Name", "Private", "Mail", "OldMail", "Note", "Tel", "Active"]
    let fields = { (file: MappingFile) in
      try CompiledMapping(file, header: all, today: Probe.today).columns.map(\.path.description)
    }
    #expect(try fields(file) == ["name", "type", "email", "language", "active"])
    #expect(
      try fields(file.incoming(options: ["assignedToOurReference"])) == [
        "name", "type", "email", "phone", "language", "active",
      ])
  }

  @Test func blankClearsAndMissingStaysAsItIs() throws {
    let file = try Probe.file(Self.erp).incoming()
    let mapping = try CompiledMapping(file, header: file.incomingHeader, empty: .clear, today: Probe.today)
    #expect(mapping.unmappedHeaders.isEmpty)
    let records = mapping.map(
      RemoteRows.batch(
        try objects(
          #"""
          [{"Name": "A", "Private": true, "Mail": "", "OldMail": "b@x.se", "Active": false},
           {"Name": "", "Private": null, "Mail": null, "OldMail": "", "Active": null},
           {"Private": false, "Active": true}, {"Name": " "}]
          """#), header: file.incomingHeader))
    let described = (0..<4).map { row in
      mapping.columns.indices.map { column in
        let value = records[column: column, row: row]
        return value.isAbsent ? "absent" : value.isClear ? "clear" : records.text(column: column, row: row)
      }
    }
    #expect(
      described == [
        ["A", "private", "b@x.se", "sv", "0"], ["clear", "clear", "clear", "sv", "clear"],
        ["absent", "company", "absent", "sv", "1"], ["clear", "absent", "absent", "sv", "absent"],
      ])
  }

  @Test func headerNeverChoosesAnAccountingSystemsMapping() throws {
    let erp = try Probe.file(Self.erp)
    let header = erp.incomingHeader
    if case .nothing = MappingLibrary([erp]).best(for: header) {} else { Issue.record("the mapping was chosen") }
    let list = try Probe.file(#"{"name": "list", "columns": [{"field": "name", "headers": ["Name"]}]}"#)
    if case .mapping(let file, _) = MappingLibrary([erp, list]).best(for: header) {
      #expect(file.name == "list")
    } else {
      Issue.record("no mapping was chosen")
    }
    // Named for a JSON file, it needs no finding: the headings are the first row.
    let answer = HeaderFinder.find(in: [header, ["A", "true", "", "", "true"]], using: [erp])
    #expect(answer?.row == 0)
    #expect(answer?.mapping == nil)
  }
}
