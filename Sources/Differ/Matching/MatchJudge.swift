package import CustomerModel

/// Judges, at a first meeting, whether the pair that a key makes is one customer. A wrong pair would write one customer's
/// data over another's on both sides, so whatever is not sure is left to a person.
package enum MatchJudge {
  /// - Parameters:
  ///   - card: the customer in the register.
  ///   - remote: the accounting system's record, mapped.
  ///   - key: what pairs them. An identity number that only these two have identifies; a customer number does only
  ///     together with the identity number, the name, the e-mail address or an address.
  package static func judge(card: CustomerCard, remote: IncomingCard, by key: MatchKey) -> PairJudgement {
    let sameIdentity = hasSameIdentity(card[.identityNumber], remote[.identityNumber])
    if key == .identity { return sameIdentity == false ? .different : .same }
    if let here = card[.number], let there = remote[.number], here != there { return .different }
    // A private customer's number may be the personal identity number.
    let number = IdentityMask.masked(card[.number] ?? remote[.number] ?? "")
    if let sameIdentity { return sameIdentity ? .same : .unsure(reason: MatchTexts.differentIdentities(number)) }
    guard let here = card[.customerName], let there = remote[.customerName] else {
      return hasSameAddress(card, remote) ? .same : .unsure(reason: MatchTexts.nothingInCommon(number))
    }
    if NameWords(here).fits(NameWords(there)) || hasSameAddress(card, remote) { return .same }
    return .unsure(
      reason: MatchTexts.otherName(number, here: IdentityMask.masked(here), there: IdentityMask.masked(there)))
  }

  /// Nil when one of them has no number. The century does not count: see ``FieldState``.
  private static func hasSameIdentity(_ here: String?, _ there: String?) -> Bool? {
    guard let here, let there else { return nil }
    return IdentityLikeness.spelled(here) == IdentityLikeness.spelled(there)
  }

  /// True when the two have the same e-mail address, or the same postal code and first address line in any of their
  /// addresses.
  private static func hasSameAddress(_ card: CustomerCard, _ remote: IncomingCard) -> Bool {
    if let here = card[email], let there = remote[email], here.lowercased() == there.lowercased() { return true }
    let here = addresses.compactMap { place(card[$0.line], card[$0.postalCode]) }
    let there = addresses.compactMap { place(remote[$0.line], remote[$0.postalCode]) }
    return here.contains(where: there.contains)
  }

  private static func place(_ line: String?, _ postalCode: String?) -> [String]? {
    guard let line, let postalCode else { return nil }
    return [NameWords(line).words.joined(), NameWords(postalCode).words.joined()]
  }

  private static let email = known("email")
  private static let addresses = ["invoiceAddress", "visitingAddress", "mailAddress"].map {
    (line: known("\($0).line1"), postalCode: known("\($0).postalCode"))
  }

  private static func known(_ name: String) -> Field {
    guard let field = Field.named(name) else { preconditionFailure("no field \(name) in the catalogue") }
    return field
  }
}
