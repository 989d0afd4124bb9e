package import CustomerModel
package import Documents
import Foundation

/// What can be done, as the JSON of results has it, the same at every door: `{"remedy": "undo", "run": 7}`.
extension Remedy {
  /// What a case takes without a label is called so in JSON, by the case's name.
  private static let unnamed = [
    "listRecords": "list", "change": "setting", "addCustomField": "customField", "decideField": "field",
    "clearFields": "fields",
  ]

  /// The remedy's name, and after it what it takes in the alphabet's order, with personal identity numbers masked.
  package var node: JSONNode {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Cases of texts and numbers always have a JSON form: an object with the case's name alone.
    let data = if case .ofSync(let remedy) = self { try? encoder.encode(remedy) } else { try? encoder.encode(self) }
    let encoded = data.flatMap { try? JSONNode(parsing: Array($0)) }?.members.first
    let name = encoded?.key ?? ""
    let taken = (encoded?.value.members ?? []).map { member in
      JSONNode.Member(key: member.key == "_0" ? Self.unnamed[name] ?? member.key : member.key, value: member.value)
    }
    return JSONNode.object([.init(key: "remedy", value: .text(name))] + taken)
      .masked(kinds: ["remote": .customerNumber, "path": .path, "input": .path])
  }

  /// The member of an object that holds them; none where nothing can be done.
  static func members(_ remedies: [Remedy]) -> [JSONNode.Member] {
    var seen: Set<Remedy> = []
    let nodes = remedies.filter { seen.insert($0).inserted }.map(\.node)
    return nodes.isEmpty ? [] : [.init(key: KeptRemedies.key, value: .array(nodes))]
  }
}
