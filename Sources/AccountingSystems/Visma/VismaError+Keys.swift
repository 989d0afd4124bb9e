extension VismaError {
  /// The customer's keys that a refusal is about: those that its texts name as they are written, else by their English words.
  /// The words decide nothing: they only help a person to find the place.
  ///
  /// Source: that texts of validation name the key is how .NET's own are. What other texts say is a belief.
  var namedKeys: Set<String> {
    let text = message ?? ""
    let words = Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
    let named = words.intersection(VismaKeys.settable)
    if !named.isEmpty { return named }
    let lower = text.lowercased()
    return Set(Self.words.filter { lower.contains($0.word) }.map(\.key))
  }

  private static let words: [(word: String, key: String)] = [
    ("vat number", "VatNumber"), ("vies", "VatNumber"), ("terms of payment", "TermsOfPaymentId"),
    ("delivery method", "DeliveryMethodId"), ("delivery term", "DeliveryTermId"), ("price list", "SalesPriceListId"),
    ("discount agreement", "DiscountAgreementId"), ("identity number", "CorporateIdentityNumber"),
    ("currency", "CurrencyCode"),
  ]
}
