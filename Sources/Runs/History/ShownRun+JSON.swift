package import CustomerModel
package import Documents
import RegisterStore
package import Texts

extension ShownRun {
  /// Everything that is known of the run, the same at every door. What it has not is null.
  package var node: JSONNode {
    func text(_ value: String?) -> JSONNode { value.flatMap { $0.isEmpty ? nil : .text($0) } ?? .null }
    func number(_ value: Int?) -> JSONNode { value.map(JSONNode.count) ?? .null }
    return .object([
      .init(key: "run", value: .count(id)), .init(key: "kind", value: .text(kind.rawValue)),
      .init(key: "source", value: text(source)), .init(key: "mapping", value: text(mapping)),
      .init(key: "user", value: text(user)), .init(key: "started", value: text(startedAt)),
      .init(key: "seconds", value: .seconds(seconds)), .init(key: "rows", value: .count(counts.rows)),
      .init(key: "created", value: .count(counts.created)), .init(key: "updated", value: .count(counts.updated)),
      .init(key: "unchanged", value: .count(counts.unchanged)),
      .init(key: "reactivated", value: .count(counts.reactivated)),
      .init(key: "inactivated", value: .count(counts.inactivated)),
      .init(key: "deleted", value: .count(counts.deleted)), .init(key: "rejected", value: .count(rejected)),
      .init(key: "warnings", value: .count(counts.warnings)), .init(key: "rejects", value: text(rejects)),
      .init(key: "reverts", value: number(reverts)), .init(key: "revertedBy", value: number(revertedBy)),
      .init(key: "revertsPart", value: number(revertsPart)), .init(key: "skipped", value: .count(skipped)),
    ])
  }
}

extension RunView {
  /// The run with its report and what it changed: the report on a line of its own, since it is kept as JSON, and each change.
  ///
  /// - Parameter worded: what a door says of a remedy; nil for what is left out.
  package func json(_ worded: (Remedy) -> Text?) -> [UInt8] {
    var bytes: [UInt8] = []
    run.node.write(to: &bytes, indent: nil)
    bytes.removeLast()
    bytes += ",\n\"report\": \(report?.json(worded) ?? "null"),\n\"changes\": [".utf8
    for (index, change) in changes.enumerated() {
      bytes += (index == 0 ? "\n" : ",\n").utf8
      change.node.write(to: &bytes, indent: nil)
    }
    return bytes + Array("]}\n".utf8)
  }
}
