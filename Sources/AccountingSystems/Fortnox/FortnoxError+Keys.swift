extension FortnoxError {
  /// The customer's keys that a refusal is about: by its code, else by the words of its message. The words decide nothing: they
  /// only help a person to find the place.
  ///
  /// Source: codes and texts as met in others' integrations. That the Swedish words are Fortnox' own for each key is a belief.
  var namedKeys: Set<String> {
    if let code, let key = Self.keysByCode[code] { return [key] }
    // What follows a colon is mostly the value, which may be any words: there a field is named only when it stands alone.
    let parts = (message ?? "").lowercased().split(separator: ":", maxSplits: 1)
    guard let head = parts.first else { return [] }
    let named = Self.keys(namedIn: head)
    guard named.isEmpty, parts.count == 2 else { return named }
    let value = parts[1].trimming { !$0.isLetter && !$0.isNumber }
    return Self.keys(namedIn: value).filter { key in
      value == key.lowercased() || Self.words.contains { $0.key == key && $0.word == value }
    }
  }

  private static func keys(namedIn text: Substring) -> Set<String> {
    let named = RecordFault.keys(FortnoxKeys.all, namedIn: String(text))
    return named.isEmpty ? Set(words.filter { text.contains($0.word) }.map(\.key)) : named
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
    ("kontot", "SalesAccount"), ("försäljningskonto", "SalesAccount"), ("kundnamn", "Name"),
    ("er referens", "YourReference"), ("momstyp", "VATType"),
  ]
}

extension Substring {
  /// The text without what `isPassedOver` at its two ends.
  fileprivate func trimming(_ isPassedOver: (Character) -> Bool) -> Substring {
    var text = drop(while: isPassedOver)
    while let last = text.last, isPassedOver(last) { text.removeLast() }
    return text
  }
}
