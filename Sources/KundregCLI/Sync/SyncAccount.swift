import CustomerModel
import Documents
import Foundation
import Runs

/// What a sync did, for people and for programs.
struct SyncAccount {
  private let outcome: SyncOutcome
  private let label: String
  private let isSummary: Bool
  private let isFirst: Bool

  /// - Parameters:
  ///   - isSummary: true to leave the list of changes out.
  ///   - isFirst: false for another system's account after the first, which needs no headings.
  init(_ outcome: SyncOutcome, label: String, isSummary: Bool, isFirst: Bool) {
    self.outcome = outcome
    self.label = label
    self.isSummary = isSummary
    self.isFirst = isFirst
  }

  func write(as format: GlobalOptions.Format) {
    var node = outcome.node
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

  /// What was done, in words: a sync that failed before it merged anything has no run either.
  private var deed: String {
    if let run = outcome.run { return "run \(run)" }
    return outcome.isDryRun ? "dry run: nothing was written on either side" : "nothing was merged"
  }

  private func writeText() {
    if outcome.isDryRun, !isSummary {
      let listing = ChangeListing(format: .table)
      for change in outcome.changes { listing.add(change) }
      listing.finish()
      for request in outcome.requestsToSend {
        // Whoever rehearses must see exactly what would leave.
        Output.write("\(request.number)  would be sent: \(request.method) \(request.path)\n")
        // A removal has no body.
        if request.body != .null { Output.write("    \(request.body.json)\n") }
      }
      if !outcome.changes.isEmpty || !outcome.requestsToSend.isEmpty { Output.line() }
    }
    Output.line("\(label) (\(outcome.erp)), \(deed)")
    let pulled = outcome.pulled
    Output.line(
      "  from \(label): \(outcome.fetched) fetched, \(pulled.created) created, \(pulled.updated) updated, "
        + "\(pulled.unchanged) unchanged, \(pulled.rejected) rejected")
    let pushed = outcome.pushed
    Output.line(
      "  to \(label): \(pushed.created) created, \(pushed.updated) updated, \(pushed.failed) failed, \(pushed.queued) queued"
    )
    Output.line(
      "  \(outcome.conflicts) in conflict, \(outcome.requests) requests, \(outcome.throttled) throttled, "
        + "\(outcome.seconds.seconds) s")
    for note in outcome.notes { Output.line("  \(note)") }
    for finding in outcome.findings {
      // A rule speaks of a field; whose it is stands beside it.
      let isNamed = finding.number.isEmpty || finding.message.names(customer: finding.number)
      let customer = isNamed ? "" : "Customer \(finding.number): "
      Output.line("  \(finding.severity == .reject ? "!" : "-") \(customer)\(finding.message) [\(finding.code)]")
      if let link = finding.link { Output.line("    \(link)") }
    }
  }
}

extension String {
  /// True when the sentence says whose it is. That the number's digits stand somewhere in it, in a date or another number,
  /// says nothing of the customer.
  fileprivate func names(customer number: String) -> Bool {
    var rest = self[...]
    while let place = rest.range(of: "ustomer \(number)") {
      guard let next = self[place.upperBound...].first, next.isLetter || next.isNumber else { return true }
      rest = self[place.upperBound...]
    }
    return false
  }
}

extension JSONNode {
  /// A single value as a cell; nil for what has parts.
  fileprivate var cell: String? {
    switch self {
    case .text(let text), .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null: ""
    case .array, .object: nil
    }
  }
}
