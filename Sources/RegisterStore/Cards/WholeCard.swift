import CustomerModel
import Documents

/// A card as one text, as the history keeps what a customer began or ended with: `{"name": "…", "invoiceAddress.city": "…"}`.
enum WholeCard {
  /// What stands in place of a field's name.
  static let field = "*"

  static func json(_ values: [FieldPath: String]) -> String {
    let members = values.sorted { $0.key < $1.key }.map {
      JSONNode.Member(key: $0.key.description, value: .text($0.value))
    }
    return JSONNode.object(members).json
  }

  /// The values by field; none for nil.
  static func values(_ json: String?) -> [FieldPath: String] {
    guard let json, let card = try? JSONNode(parsing: Array(json.utf8)) else { return [:] }
    let values = card.members.compactMap { member in
      FieldPath(member.key).flatMap { path in member.value.scalarText.map { (path, $0) } }
    }
    return Dictionary(uniqueKeysWithValues: values)
  }
}
