import CustomerModel
import Differ
package import Documents

extension SyncOutcome {
  /// The summary as the contract gives it, with what else is known after it.
  package var node: JSONNode {
    func number(_ value: Int) -> JSONNode { .number(String(value)) }
    var members: [JSONNode.Member] = [
      .init(key: "run", value: run.map(number) ?? .null),
      .init(key: "erp", value: .text(erp)),
      .init(key: "fetched", value: number(fetched)),
      .init(
        key: "pulled",
        value: .object([
          .init(key: "created", value: number(pulled.created)), .init(key: "updated", value: number(pulled.updated)),
          .init(key: "unchanged", value: number(pulled.unchanged)),
          .init(key: "rejected", value: number(pulled.rejected)),
        ])),
      .init(
        key: "pushed",
        value: .object([
          .init(key: "created", value: number(pushed.created)), .init(key: "updated", value: number(pushed.updated)),
          .init(key: "failed", value: number(pushed.failed)), .init(key: "queued", value: number(pushed.queued)),
        ])),
      .init(key: "conflicts", value: number(conflicts)),
      .init(key: "requests", value: number(requests)),
      .init(key: "throttled", value: number(throttled)),
      .init(key: "dryRun", value: .boolean(isDryRun)),
      .init(key: "seconds", value: .number(Self.decimal(seconds))),
      .init(key: "more", value: .boolean(hasMore)),
    ]
    if isDryRun {
      members.append(
        .init(key: "changes", value: .array(changes.map(Self.node) + requestsToSend.map(Self.node))))
    }
    members.append(.init(key: "findings", value: .array(findings.map(Self.node))))
    members.append(.init(key: "notes", value: .array(notes.map { .text($0) })))
    if let interruption { members.append(.init(key: "interrupted", value: .text(interruption.message))) }
    return .object(members)
  }

  /// What the register keeps of the run as its account.
  var report: String {
    JSONNode.object(
      node.members.filter {
        ["pushed", "conflicts", "findings", "notes", "requests", "more", "interrupted"].contains($0.key)
      }
    )
    .json
  }

  private static func decimal(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    let rest = String(milliseconds % 1000)
    return "\(milliseconds / 1000).\(String(repeating: "0", count: 3 - rest.count))\(rest)"
  }

  private static func node(_ change: CustomerChange) -> JSONNode {
    .object(
      [.init(key: "direction", value: .text("pull"))] + ChangeJSON.node(change, masked: true).members)
  }

  private static func node(_ request: PlannedRequest) -> JSONNode {
    .object([
      .init(key: "direction", value: .text("push")), .init(key: "number", value: .text(request.number)),
      .init(key: "method", value: .text(request.method)), .init(key: "path", value: .text(request.path)),
      .init(key: "body", value: request.body),
    ])
  }

  private static func node(_ finding: SyncFinding) -> JSONNode {
    .object([
      .init(key: "code", value: .text(finding.code)), .init(key: "severity", value: .text(finding.severity.rawValue)),
      .init(key: "number", value: .text(IdentityMask.maskedNumber(finding.number))),
      .init(key: "link", value: finding.link.map { .text($0) } ?? .null),
      .init(key: "message", value: .text(finding.message)),
    ])
  }
}
