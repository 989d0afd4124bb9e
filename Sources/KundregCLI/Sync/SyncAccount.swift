import CustomerModel
import Documents
import Foundation
import Runs
import Texts

/// What a sync did, for people and for programs.
struct SyncAccount {
  private let outcome: SyncOutcome
  private let label: String
  private let isSummary: Bool
  private let isFirst: Bool
  private let isWhole: Bool

  /// - Parameters:
  ///   - isSummary: true to leave the list of changes out.
  ///   - isFirst: false for another system's account after the first, which needs no headings.
  ///   - isWhole: false where nothing is known of what was fetched.
  init(_ outcome: SyncOutcome, label: String, isSummary: Bool, isFirst: Bool, isWhole: Bool = true) {
    self.outcome = outcome
    self.label = label
    self.isSummary = isSummary
    self.isFirst = isFirst
    self.isWhole = isWhole
  }

  func write(as format: GlobalOptions.Format) {
    var node = outcome.node { $0.worded }
    if isSummary { node["changes"] = nil }
    switch format {
    case .json: Output.json(node, masked: false)
    case .csv:
      let counts = node.members.filter { $0.key != "interrupted" }.flatMap { member in
        member.value.members.isEmpty
          ? [(member.key, member.value)] : member.value.members.map { ("\(member.key).\($0.key)", $0.value) }
      }.filter { $0.1.cell != nil }
      Output.write(TextTable.csv((isFirst ? [counts.map(\.0)] : []) + [counts.map { $0.1.cell ?? "" }]))
    case .table: writeText()
    }
  }

  /// What was done: a sync that failed before it merged anything has no run either.
  private var deed: Text {
    if let run = outcome.run { return SyncAccountTexts.didRun(label, system: outcome.erp, run: run) }
    return outcome.isDryRun
      ? SyncAccountTexts.wasRehearsed(label, system: outcome.erp)
      : SyncAccountTexts.didNotMerge(label, system: outcome.erp)
  }

  private func writeText() {
    if outcome.isDryRun, !isSummary { writeRehearsal() }
    Output.line(deed)
    let (pulled, pushed) = (outcome.pulled, outcome.pushed)
    if isWhole {
      line(
        SyncAccountTexts.pulled(
          label, fetched: outcome.fetched, created: pulled.created, updated: pulled.updated,
          unchanged: pulled.unchanged, rejected: pulled.rejected))
    }
    line(
      SyncAccountTexts.pushed(
        label, created: pushed.created, updated: pushed.updated, failed: pushed.failed, queued: pushed.queued))
    if isWhole {
      line(
        SyncAccountTexts.requests(
          outcome.requests, conflicts: outcome.conflicts, throttled: outcome.throttled,
          seconds: outcome.seconds.seconds))
    }
    for note in outcome.notes { line(note.worded) }
    outcome.findings.forEach(write)
  }

  /// Whoever rehearses must see exactly what would leave.
  private func writeRehearsal() {
    let listing = ChangeListing(format: .table)
    for change in outcome.changes { listing.add(change) }
    listing.finish()
    for request in outcome.requestsToSend {
      let told = SyncAccountTexts.wouldBeSent(request.number, method: request.method, path: request.path)
      Output.write(told[Output.language] + "\n")
      // A removal has no body.
      if request.body != .null { Output.write("    \(request.body.json)\n") }
    }
    if !outcome.changes.isEmpty || !outcome.requestsToSend.isEmpty { Output.line() }
  }

  private func write(_ finding: SyncFinding) {
    let text = Self.told(finding.text, finding.remedies)
    let told = finding.isWhole ? text : SyncAccountTexts.ofCustomer(finding.number, text)
    Output.line(
      "  \(finding.severity == .reject ? "!" : "-") \(told[Output.language]) [\(finding.code)]")
    if let link = finding.link { Output.line("    \(link)") }
  }

  private static func told(_ text: Text, _ remedies: [Remedy]) -> Text { ([text] + remedies.map(\.worded)).joined() }

  private func line(_ text: Text) { Output.line("  \(text[Output.language])") }
}
