import CustomerModel
import Foundation

/// A card as one text, as the history keeps what a customer began or ended with: `{"name": "…", "invoiceAddress.city": "…"}`.
enum WholeCard {
  /// What stands in place of a field's name.
  static let field = "*"

  static func json(_ values: [FieldPath: String]) -> String {
    let named = Dictionary(uniqueKeysWithValues: values.map { ($0.key.description, $0.value) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A dictionary of texts always has a JSON form.
    return (try? encoder.encode(named)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// The values by field; none for nil.
  static func values(_ json: String?) -> [FieldPath: String] {
    guard let json, let named = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8)) else {
      return [:]
    }
    return Dictionary(uniqueKeysWithValues: named.compactMap { name, value in FieldPath(name).map { ($0, value) } })
  }
}
