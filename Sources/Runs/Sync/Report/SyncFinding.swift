package import CustomerModel
package import Texts

/// Something that a person should know of one customer or record. Holds no personal identity number.
package struct SyncFinding: Sendable, Hashable {
  /// A ``FindingCode``'s, a rule's, or one made of a system's own number.
  package let code: String
  package let severity: Severity
  /// The customer number, here or, where there is none here, in the system.
  package let number: String
  /// The address of the record in the system; nil when it has none.
  package let link: String?
  package let text: Text
  /// What can be done about it.
  package let remedies: [Remedy]
  /// The field that it is about; nil where it is about none, or several.
  private let field: FieldPath?

  /// True when the text says whose it is, or it is nobody's. A rule speaks of a field: whose it is is then told beside it.
  package let isWhole: Bool

  /// The text in English, without the remedies.
  package var message: String { text.english }

  init(
    code: String, severity: Severity, number: String, link: String?, field: FieldPath? = nil, _ text: Text,
    remedies: [Remedy] = []
  ) {
    self.field = field
    self.code = code
    self.severity = severity
    self.number = IdentityMask.maskedNumber(number)
    self.link = link
    self.text = text.maskedThroughout
    isWhole = number.isEmpty || text.english.names(customer: number)
    self.remedies = remedies
  }

  /// What a finding about one field is about, in whatever words.
  struct Place: Hashable {
    let code: String
    let number: String
    let link: String?
    let field: FieldPath
  }

  /// Nil for one that is about no field, or several.
  var place: Place? { field.map { Place(code: code, number: number, link: link, field: $0) } }
}

extension String {
  /// True when the sentence says whose it is. That the number's digits stand somewhere in it, in a date or another number,
  /// says nothing of the customer.
  fileprivate func names(customer number: String) -> Bool {
    var rest = self[...]
    while let place = rest.firstRange(of: "ustomer \(number)") {
      guard let next = self[place.upperBound...].first, next.isLetter || next.isNumber else { return true }
      rest = self[place.upperBound...]
    }
    return false
  }
}
