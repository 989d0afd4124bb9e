/// All that is known of a customer's country, and which rules follow from it.
///
/// Swedish rules are for Swedish customers. The first address that has a country decides, the invoice address before the
/// visiting and the mail address. Without any country the customer is Swedish, unless the VAT number or a telephone number
/// says otherwise: then nobody knows, and nothing is brought into a Swedish form that it may not have. Where the only country
/// is none that is known, such as `Sverge`, a Swedish VAT or identity number tells that the customer is Swedish.
package struct CountrySigns: Sendable, Hashable {
  private var codes = SIMD8<UInt16>()

  /// Nothing is known.
  package init() {}

  package subscript(_ evidence: CountryEvidence) -> CountrySign {
    get { CountrySign(code: codes[evidence.rawValue]) }
    set { codes[evidence.rawValue] = newValue.code }
  }

  /// What a source says of one field.
  package enum Said {
    case nothing
    case cleared
    case text(UnsafeBufferPointer<UInt8>)
  }

  /// What a row says over what was known before. A country that is not known takes nothing away: it is left out.
  @inline(__always)
  package init(over background: CountrySigns, _ said: (CountryEvidence) -> Said) {
    self = background
    for evidence in CountryEvidence.allCases {
      switch said(evidence) {
      case .nothing: break
      case .cleared: self[evidence] = .none
      case .text(let text): set(CountrySign(text, of: evidence), of: evidence)
      }
    }
  }

  /// What a card says.
  package init(_ card: CustomerCard) {
    for evidence in CountryEvidence.allCases {
      if let text = card[evidence.field] { self[evidence] = CountrySign(text, of: evidence) }
    }
  }

  /// Puts what a text says in the place of what was known. A country that is not known takes nothing away.
  package mutating func set(_ sign: CountrySign, of evidence: CountryEvidence) {
    if sign != .unread || self[evidence] == .none { self[evidence] = sign }
  }

  /// Where the customer is.
  package var country: CustomerCountry {
    for address in CountryEvidence.addresses {
      let sign = self[address]
      if sign == .sweden { return .sweden }
      if sign != .none, sign != .unread { return .other(sign) }
    }
    if CountryEvidence.addresses.contains(where: { self[$0] == .unread }) {
      return isSwedishByNumbers ? .sweden : .unread
    }
    if self[.vatNumber] != .none { return self[.vatNumber] == .sweden ? .sweden : .unsure }
    for number in [CountryEvidence.phone, .mobile] where self[number] != .none {
      return self[number] == .sweden ? .sweden : .unsure
    }
    return .sweden
  }

  private var isSwedishByNumbers: Bool {
    if self[.vatNumber] != .none { return self[.vatNumber] == .sweden }
    return self[.identityNumber] == .sweden && self[.phone] != .elsewhere && self[.mobile] != .elsewhere
  }

  /// True when a VAT number, or without one a telephone number, is another country's than Sweden.
  package var isElsewhereByNumbers: Bool {
    if self[.vatNumber] != .none { return self[.vatNumber] == .elsewhere }
    return self[.phone] == .elsewhere || self[.mobile] == .elsewhere
  }

  /// True when the country of some address is known.
  package var hasKnownCountry: Bool {
    CountryEvidence.addresses.contains { self[$0] != .none && self[$0] != .unread }
  }

  /// True when an address is in Sweden: its own country says so, or it has none and the customer is there. One whose country
  /// is not known is where the customer is, when no other address tells that.
  package func isSwedish(_ address: CountryEvidence) -> Bool {
    switch self[address] {
    case .sweden: true
    case .none: country == .sweden
    case .unread: !hasKnownCountry && country == .sweden
    default: false
    }
  }

  /// The Swedish forms that the customer's values do not get.
  package var leftForms: LeftForms {
    var left: LeftForms = []
    let country = country
    if country != .sweden { left.insert(.ofCustomer) }
    if keepsIdentity(country) { left.insert(.identity) }
    for (address, form) in zip(CountryEvidence.addresses, LeftForms.addresses) where !isSwedish(address) {
      left.insert(form)
    }
    return left
  }

  /// True when even a number that is a right Swedish one stays as it was typed. A Swedish VAT number says that it is one.
  /// Where only a telephone number points abroad, or a country that nobody knows, a right Swedish number is most likely one.
  private func keepsIdentity(_ country: CustomerCountry) -> Bool {
    switch country {
    case .sweden: false
    case .other: self[.vatNumber] != .sweden
    case .unsure, .unread: self[.vatNumber] == .elsewhere
    }
  }
}

/// Where a customer is, as far as its card tells.
package enum CustomerCountry: Sendable, Equatable {
  /// In Sweden: an address says so, or nothing says otherwise.
  case sweden
  /// In another country, which an address names.
  case other(CountrySign)
  /// No address has a country, and the VAT number or a telephone number is another country's.
  case unsure
  /// The only countries that the addresses have are not known.
  case unread
}

/// Swedish forms that a row's values do not get.
package struct LeftForms: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// That of identity numbers.
  package static let identity = LeftForms(rawValue: 1)
  /// Those of everything that the customer's own country decides, such as telephone numbers.
  package static let ofCustomer = LeftForms(rawValue: 2)
  /// Those of the postal codes, in the order of ``CountryEvidence/addresses``.
  package static let addresses = [LeftForms(rawValue: 4), LeftForms(rawValue: 8), LeftForms(rawValue: 16)]
}
