package import CustomerModel
package import Documents
package import Texts

extension SyncOutcome {
  /// The summary as the contract gives it, with what else is known after it.
  package func node(_ worded: (Remedy) -> Text?) -> JSONNode {
    var node = node(telling: { ResultNote($0, remedies: $1).told(worded) })
    // What can be done about a finding stands beside it.
    let remedies = notes.flatMap(\.remedies) + (interruption?.remedies ?? [])
    for member in Remedy.members(remedies) { node[member.key] = member.value }
    return node
  }

  /// - Parameter told: a sentence with what can be done: a text, or an object.
  private func node(telling told: (Text, [Remedy]) -> JSONNode) -> JSONNode {
    var members: [JSONNode.Member] = [
      .init(key: "run", value: run.map(JSONNode.count) ?? .null),
      .init(key: "erp", value: .text(erp)),
      .init(key: "fetched", value: .count(fetched)),
      .init(
        key: "pulled",
        value: .object([
          .init(key: "created", value: .count(pulled.created)), .init(key: "updated", value: .count(pulled.updated)),
          .init(key: "unchanged", value: .count(pulled.unchanged)),
          .init(key: "rejected", value: .count(pulled.rejected)),
        ])),
      .init(
        key: "pushed",
        value: .object([
          .init(key: "created", value: .count(pushed.created)), .init(key: "updated", value: .count(pushed.updated)),
          .init(key: "failed", value: .count(pushed.failed)), .init(key: "queued", value: .count(pushed.queued)),
        ])),
      .init(key: "conflicts", value: .count(conflicts)),
      .init(key: "requests", value: .count(requests)),
      .init(key: "throttled", value: .count(throttled)),
      .init(key: "dryRun", value: .boolean(isDryRun)),
      .init(key: "seconds", value: .seconds(seconds)),
      .init(key: "more", value: .boolean(hasMore)),
    ]
    if isDryRun {
      members.append(
        .init(key: "changes", value: .array(changes.map(Self.node) + requestsToSend.map(Self.node))))
    }
    members.append(.init(key: "findings", value: .array(findings.map { Self.node($0, told($0.text, $0.remedies)) })))
    members.append(.init(key: "notes", value: .array(notes.map { told($0.text, $0.remedies) })))
    if let interruption {
      members.append(.init(key: "interrupted", value: told(interruption.text, interruption.remedies)))
    }
    return .object(members)
  }

  /// What the register keeps of the run as its account, with what can be done for whatever door shows it.
  var report: Text {
    let keeper = RemedyKeeper()
    return Text(en: kept(in: .english, by: keeper), sv: kept(in: .swedish, by: keeper))
  }

  private func kept(in language: Language, by keeper: RemedyKeeper) -> String {
    let whole = node(telling: { keeper.node($0[language], $1) })
    return JSONNode.object(whole.members.filter { Self.keptMembers.contains($0.key) }).json
  }

  private static let keptMembers: Set = [
    "fetched", "pulled", "pushed", "conflicts", "findings", "notes", "requests", "throttled", "more", "interrupted",
  ]

  private static func node(_ change: ShownChange) -> JSONNode {
    .object(
      [.init(key: "direction", value: .text("pull"))] + change.node.members)
  }

  private static func node(_ request: PlannedRequest) -> JSONNode {
    .object([
      .init(key: "direction", value: .text("push")), .init(key: "number", value: .text(request.number)),
      .init(key: "method", value: .text(request.method)), .init(key: "path", value: .text(request.path)),
      .init(key: "body", value: request.body),
    ])
  }

  private static func node(_ finding: SyncFinding, _ told: JSONNode) -> JSONNode {
    var members: [JSONNode.Member] = [
      .init(key: "code", value: .text(finding.code)), .init(key: "severity", value: .text(finding.severity.rawValue)),
      .init(key: "number", value: .text(finding.number)),
      .init(key: "link", value: finding.link.map { .text($0) } ?? .null),
    ]
    if told.members.isEmpty {
      members.append(.init(key: KeptRemedies.sentenceKey, value: told))
      members += Remedy.members(finding.remedies)
    } else {
      members += told.members
    }
    return .object(members)
  }
}
