import CustomerModel

extension OutgoingForm.Transform {
  /// What the step makes of a canonical value, or of what an earlier step made of it.
  func apply(to text: String) -> String {
    switch self {
    case .tenDigitIdentity:
      // Only a person's number has eight digits before its hyphen.
      let parts = text.split(separator: "-", omittingEmptySubsequences: false)
      return parts.count == 2 && parts[0].utf8.count == 8 ? String(text.dropFirst(2)) : text
    case .digitsOnly: return String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
    case .names: return CustomerCard.names(inSet: text).joined(separator: ", ")
    }
  }
}
