import CustomerModel

extension OutgoingForm.Transform {
  /// What the step makes of a canonical value, or of what an earlier step made of it.
  func apply(to text: String) -> String {
    switch self {
    case .tenDigitIdentity:
      // Only a Swedish person's number is a century, six digits, a hyphen and four digits.
      let isPerson = text.wholeMatch(of: /(18|19|20)[0-9]{6}-[0-9]{4}/) != nil
      return isPerson ? String(text.dropFirst(2)) : text
    case .digitsOnly: return String(text.unicodeScalars.filter { ("0"..."9").contains($0) })
    case .names: return CustomerCard.names(inSet: text).joined(separator: ", ")
    case .plainCharacters: return PlainCharacters.form(of: text)
    }
  }
}
