extension FortnoxError {
  /// The customer's keys that a refusal is about: by its code, else by the words of its message. The words decide nothing: they
  /// only help a person to find the place.
  ///
  /// Source: codes and texts as met in others' integrations. That the Swedish words are Fortnox' own for each key is a belief.
  var namedKeys: Set<String> {
    if let code, let key = Self.keysByCode[code] { return [key] }
    let text = (message ?? "").lowercased()
    let named = RecordFault.keys(FortnoxKeys.all, namedIn: text)
    if !named.isEmpty { return named }
    return Set(Self.words.filter { text.contains($0.word) }.map(\.key))
  }

  private static let keysByCode = [
    "2000423": "SalesAccount", "2000427": "Currency", "2000429": "TermsOfPayment", "2000431": "PriceList",
    "2000435": "TermsOfDelivery", "2001161": "Project", "2001304": "SalesAccount", "2004194": "VATNumber",
  ]

  private static let words: [(word: String, key: String)] = [
    ("vat-nummer", "VATNumber"), ("momsregistreringsnummer", "VATNumber"),
    ("organisationsnummer", "OrganisationNumber"),
    ("leveranssätt", "WayOfDelivery"), ("leveransvillkor", "TermsOfDelivery"), ("betalningsvillkor", "TermsOfPayment"),
    ("prislista", "PriceList"), ("kostnadsställe", "CostCenter"), ("projekt", "Project"), ("valuta", "Currency"),
    ("kontot", "SalesAccount"), ("e-postadress", "Email"),
  ]
}
