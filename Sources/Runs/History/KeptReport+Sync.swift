import CustomerModel
import RegisterStore
import Texts

extension SyncOutcome {
  /// What a sync told when it was done, by what the register keeps of it.
  init(_ run: RunRecord, _ node: BilingualNode) {
    func count(_ part: String, _ key: String) -> Int { node[part]?[key]?.count ?? 0 }
    self.init(erp: run.source, isDryRun: false)
    self.run = run.id
    seconds = run.seconds
    fetched = node["fetched"]?.count ?? 0
    pulled = Pulled(
      created: count("pulled", "created"), updated: count("pulled", "updated"),
      unchanged: count("pulled", "unchanged"), rejected: count("pulled", "rejected"))
    pushed = Pushed(
      created: count("pushed", "created"), updated: count("pushed", "updated"), failed: count("pushed", "failed"),
      queued: count("pushed", "queued"))
    conflicts = node["conflicts"]?.count ?? 0
    requests = node["requests"]?.count ?? 0
    throttled = node["throttled"]?.count ?? 0
    hasMore = node["more"]?.isTrue ?? false
    findings = (node["findings"]?.elements ?? []).compactMap(SyncFinding.init)
    for kept in node["notes"]?.elements ?? [] { if let told = Told(kept) { note(told.text, remedies: told.remedies) } }
    // Why it ended early was told as the command's error.
    if let told = node["interrupted"].flatMap(Told.init) { note(told.text, remedies: told.remedies) }
  }
}

/// A sentence with what can be done.
private struct Told {
  let text: Text
  let remedies: [Remedy]

  init?(_ node: BilingualNode) {
    guard let text = node.text ?? node[KeptRemedies.sentenceKey]?.text else { return nil }
    self.text = text
    remedies = KeptRemedies.remedies(in: node.english)
  }
}

extension SyncFinding {
  fileprivate init?(_ node: BilingualNode) {
    guard let code = node["code"]?.word, let severity = node["severity"]?.word.flatMap(Severity.init(rawValue:)),
      let told = Told(node)
    else { return nil }
    self.init(
      code: code, severity: severity, number: node["number"]?.word ?? "", link: node["link"]?.word, told.text,
      remedies: told.remedies)
  }
}
