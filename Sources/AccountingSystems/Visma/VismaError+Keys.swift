extension VismaError {
  /// The customer's keys that a refusal is about: those that its texts name as they are written, else by their English words.
  /// The words decide nothing: they only help a person to find the place.
  ///
  /// Source: that texts of validation name the key is how .NET's own are. What other texts say is a belief.
  var namedKeys: Set<String> {
    let text = message ?? ""
    let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let named = words.indices.filter { place in
      VismaKeys.settable.contains(words[place]) && (Self.isNoWord(words[place]) || Self.isCalledField(place, words))
    }
    if !named.isEmpty { return Set(named.map { words[$0] }) }
    let lower = text.lowercased()
    return Set(Self.words.filter { lower.contains($0.word) }.map(\.key))
  }

  /// True for what is the whole company's, and not the customer's.
  var isOfModule: Bool { message?.lowercased().contains("no access to module") == true }

  /// True for a key that is no English word by itself, as `Note` and `Name` are.
  private static func isNoWord(_ key: String) -> Bool { key.dropFirst().contains(where: \.isUppercase) }

  /// True for `The Name field`, `field Name` and `value of Name`.
  private static func isCalledField(_ place: Int, _ words: [String]) -> Bool {
    let before = words[..<place].suffix(2).map { $0.lowercased() }
    return before.last == "field" || before == ["value", "of"]
      || place + 1 < words.count && words[place + 1].lowercased() == "field"
  }

  private static let words: [(word: String, key: String)] = [
    ("vat number", "VatNumber"), ("vies", "VatNumber"), ("terms of payment", "TermsOfPaymentId"),
    ("delivery method", "DeliveryMethodId"), ("delivery term", "DeliveryTermId"), ("price list", "SalesPriceListId"),
    ("discount agreement", "DiscountAgreementId"), ("identity number", "CorporateIdentityNumber"),
    ("currency", "CurrencyCode"),
  ]
}
