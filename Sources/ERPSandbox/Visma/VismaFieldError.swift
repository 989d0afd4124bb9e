/// What is wrong with one key of a customer.
struct VismaFieldError {
  private let field: String
  private let text: String

  init(_ field: String, _ text: String) {
    self.field = field
    self.text = text
  }

  /// The sentence, in words that name the key in one way; as it is where there is no way.
  func worded(_ naming: FieldNaming?) -> String {
    switch naming {
    case nil: text
    case .labels: "The value of the customer's \(label) is not valid."
    case .keys: "The value of \(field) is not valid."
    case .some(.none): "The values are not valid."
    }
  }

  /// `vat number` of `VatNumber`; what a customer refers to is named without its id.
  private var label: String {
    let words = field.hasSuffix("Id") ? field.dropLast(2) : field[...]
    return words.reduce(into: "") { $0 += $1.isUppercase && !$0.isEmpty ? " \($1.lowercased())" : $1.lowercased() }
  }
}
