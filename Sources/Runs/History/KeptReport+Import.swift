import CustomerModel
import Documents
import RegisterStore
import Texts
import Validation

extension ImportOutcome {
  /// What an import told when it was done, by what the register keeps of it.
  init(_ run: RunRecord, _ node: BilingualNode) {
    self.init(
      run: run.id, source: run.source, counts: run.counts, isDryRun: false, seconds: run.seconds, rejects: run.rejects,
      problems: nil, report: ImportReport(node, mapping: run.mapping ?? ""))
  }
}

extension ImportReport {
  /// - Parameter node: as ``kept`` has it. What its notes tell of sheets, documents and rows passed over is told by them.
  fileprivate init(_ node: BilingualNode, mapping: String) {
    self.init(headers: [])
    self.mapping = mapping
    format = node["format"]?.text ?? .empty
    sheet = node["sheet"]?.word
    sheets = node["sheets"]?.words ?? []
    unmappedColumns = node["unmappedColumns"]?.words ?? []
    provenColumns = node["provenColumns"]?.words ?? []
    unknownWordColumns = node["columnsOfUnknownWords"]?.words ?? []
    for member in node["addedReferences"]?.english.members ?? [] {
      guard let kind = ReferenceKind(rawValue: member.key) else { continue }
      addedReferences[kind] = member.value.elements.compactMap(\.scalarText)
    }
    addedDefinitions = (node["addedCustomFields"]?.words ?? []).map { CustomFieldDefinition(name: $0, kind: .text) }
    problems = ProblemSummary(entries: (node["problems"]?.elements ?? []).compactMap(Self.entry))
    columnNotices = (node["columnNotices"]?.elements ?? []).compactMap { notice in
      notice["message"]?.text.map { Problem(code: notice["code"]?.word ?? "", severity: .warn, path: nil, text: $0) }
    }
    personsTakenAsCompanies = node["personsTakenAsCompanies"]?.count ?? 0
    with = (node["with"]?.elements ?? []).compactMap(RecordFileReport.init)
    hasNames = !columnNotices.contains { $0.code == AskedRuleCodes.nameHasNoColumn }
    notes = (node["notes"]?.elements ?? []).compactMap(\.text)
  }

  private static func entry(_ node: BilingualNode) -> ProblemSummary.Entry? {
    guard let code = node["code"]?.word, let severity = node["severity"]?.word.flatMap(Severity.init(rawValue:)) else {
      return nil
    }
    let examples = (node["examples"]?.elements ?? []).map { example in
      ProblemSummary.Example(
        position: example["row"]?.word.flatMap { Int($0) }, sheet: example["sheet"]?.word,
        header: example["column"]?.word, value: example["value"]?.word, text: example["message"]?.text ?? .empty)
    }
    return ProblemSummary.Entry(code: code, severity: severity, count: node["count"]?.count ?? 0, examples: examples)
  }
}

extension RecordFileReport {
  fileprivate init?(_ node: BilingualNode) {
    guard let source = node["source"]?.word, let list = node["list"]?.word,
      let target = try? RecordTarget(name: list), let report = node["report"]
    else { return nil }
    var counts = RunRecord.Counts()
    counts.rows = node["rows"]?.count ?? 0
    counts.updated = node["updated"]?.count ?? 0
    counts.unchanged = node["unchanged"]?.count ?? 0
    counts.rejected = node["rejected"]?.count ?? 0
    counts.warnings = node["warnings"]?.count ?? 0
    self.init(
      source: source, target: target, counts: counts, rejects: node["rejects"]?.word,
      report: ImportReport(report, mapping: list))
  }
}
