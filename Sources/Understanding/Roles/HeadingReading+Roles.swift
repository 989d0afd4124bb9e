import CustomerModel

extension HeadingReading {
  /// What a column with such a heading may be, the likeliest first; empty for one that the card has no place for, or whose words
  /// nobody knows.
  var roles: [Role] {
    guard !isOther, !blocks.contains(.ours), !isOfSeller else { return [] }
    if let field = fields.first, parts.allSatisfy({ [.id, .name, .reference, .line].contains($0) }) {
      // What is written to people, not of them.
      return [.field(field)]
    }
    guard let part = chief else { return rolesOfBlocks }
    return roles(of: part)
  }

  /// `Account owner` is who sells to the customer; an owner alone is one.
  private var isOfSeller: Bool {
    blocks.contains(.owner) && !blocks.isDisjoint(with: [.company, .customer, .person, .contact])
  }

  /// The part that the others only describe: in `E-postadress` it is no address, in `Telefonnummer` no number.
  private var chief: Meaning.Part? {
    let order: [Meaning.Part] = [
      .sendServiceProtocol, .sendWorkOrder, .mainContact, .email, .mobile, .phone, .website, .companyIdentity,
      .personalIdentity, .isPrivate, .isCompany, .type, .inactive, .active, .status, .houseNumber, .postalCode, .city,
      .country, .addressExtra, .street, .address, .line, .firstName, .lastName, .name, .reference, .id,
    ]
    return order.first { parts.contains($0) }
  }

  private func roles(of part: Meaning.Part) -> [Role] {
    switch part {
    case .sendServiceProtocol, .sendWorkOrder, .mainContact:
      if part == .sendServiceProtocol, parts.contains(.email) { return [.email] }
      return blocks.contains(.contact) || part == .mainContact ? [.contactFlag(part.rawValue)] : []
    case .email: return parts.contains(.phone) || parts.contains(.mobile) ? [] : [.email]
    case .mobile: return [.mobile]
    case .phone: return [.phone]
    case .website: return [.website]
    case .companyIdentity, .personalIdentity:
      return parts.contains(.postalCode)
        ? [.identity, .postalCode] : [.identity] + (FieldPath("vatNumber").map { [.field($0)] } ?? [])
    case .isPrivate: return [.isPrivate]
    case .isCompany: return [.isCompany]
    case .type: return [.type]
    case .active: return [.active]
    case .inactive: return [.inactive]
    case .status: return [.status]
    case .houseNumber: return [.houseNumber]
    case .postalCode: return parts.contains(.city) ? [.postalCodeCity] : [.postalCode, .postalCodeCity]
    case .city: return [.city, .postalCodeCity]
    case .country: return [.country]
    case .addressExtra: return parts.contains(.street) ? [.line] : [.addressExtra]
    case .street, .address: return [.line, .postalCodeCity]
    case .line: return [.line]
    case .firstName: return parts.contains(.lastName) ? [.name] : [.firstName]
    case .lastName: return [.lastName]
    case .name: return [.name]
    case .reference:
      return blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail]) ? [.number, .name] : []
    case .id:
      return blocks.isDisjoint(with: [
        .invoice, .visiting, .delivery, .mail, .contact, .guardian, .association, .partner, .home, .work,
      ]) ? (blocks.isEmpty ? [.number, .phone] : [.number, .identity]) : []
    case .birth: return []
    }
  }

  /// Of a heading that only says whom a column is about.
  private var rolesOfBlocks: [Role] {
    if !blocks.isDisjoint(with: [.contact, .guardian, .partner]) { return [.name] }
    if blocks.isSuperset(of: [.invoice, .company]) { return [.name] }
    if !blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail]) { return [.line, .postalCodeCity] }
    if blocks.contains(.customer) { return [.name, .number] }
    if !blocks.isDisjoint(with: [.company, .owner, .association, .person]) { return [.name] }
    return []
  }
}
