import CustomerModel

extension HeadingReading {
  /// What a column with such a heading may be, the likeliest first; empty for one that the card has no place for, or whose words
  /// nobody knows.
  var roles: [Role] {
    guard !isOther, !blocks.contains(.ours), !isOfSeller else { return [] }
    if let field = fields.first, parts.allSatisfy({ [.id, .name, .reference, .line].contains($0) }) {
      // `kp_namn`: short words may be of persons.
      if parts.contains(.name), !blocks.isDisjoint(with: [.contact, .title]) { return [.name, .field(field)] }
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

  /// True for a kind that is said to be the customer's: `Kundtyp`, where a bare `Typ` may be of anything.
  var isKindOfCustomers: Bool {
    guard parts.contains(.type) else { return false }
    let customers = ["kund", "custom", "client", "asiak", "medlem", "member", "jasen"]
    return blocks.contains(.customer) || known.contains { word in customers.contains { word.hasPrefix($0) } }
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
      return !blocks.isDisjoint(with: [.contact, .title]) || part == .mainContact ? [.contactFlag(part.rawValue)] : []
    case .email: return parts.contains(.phone) || parts.contains(.mobile) ? [] : [.email]
    case .mobile: return [.mobile]
    case .phone: return [.phone]
    case .website: return [.website]
    case .companyIdentity, .personalIdentity:
      // `Pnr o ort`
      if parts.contains(.city) { return [.postalCodeCity] }
      if blocks.contains(.partner), let path = FieldPath("taxReduction.coApplicants") { return [.field(path)] }
      if blocks.contains(.association), let path = FieldPath("taxReduction.associationNumber") { return [.field(path)] }
      return parts.contains(.postalCode)
        ? [.identity, .postalCode]
        : [.identity] + (FieldPath("vatNumber").map { [.field($0)] } ?? [])
          + (part == .companyIdentity ? [.number] : [])
    case .isPrivate, .isCompany:
      // A consumer may be who buys.
      let own: [Role] = blocks.contains(.customer) ? parts.contains(.id) ? [.number] : [.name] : []
      return [part == .isPrivate ? .isPrivate : .isCompany] + own
    case .type:
      // Kinds of customers that are no companies and persons are groups of them.
      let groups = isKindOfCustomers ? FieldPath("subgroups").map { [Role.field($0)] } ?? [] : []
      return [.type] + groups
    case .active: return [.active]
    case .inactive:
      // A stop for deliveries is none for the customer.
      return blocks.isDisjoint(with: [.delivery, .invoice, .visiting]) ? [.inactive] : []
    case .status: return [.status]
    case .houseNumber:
      return parts.contains(.street) || parts.contains(.address) ? [.houseNumber, .line] : [.houseNumber]
    case .postalCode: return parts.contains(.city) ? [.postalCodeCity] : [.postalCode, .postalCodeCity]
    case .city: return [.city, .postalCodeCity]
    case .country: return [.country]
    case .addressExtra:
      // `Box/CO` is no street of its own.
      return parts.contains(.street) && !known.contains("box") ? [.line] : [.addressExtra]
    case .street, .address, .line:
      // From the third line on stand postal codes, towns and countries.
      if part != .street, let ordinal, ordinal > 2 { return [.postalCodeCity, .postalCode, .country, .city] }
      return part == .line ? [.line] : [.line, .postalCodeCity]
    case .firstName: return parts.contains(.lastName) ? [.name] : [.firstName]
    case .lastName: return [.lastName]
    case .name: return [.name]
    case .reference:
      // What the customer wants to see on invoices: a name, or a code.
      if blocks == [.invoice] { return [.name] + (FieldPath("orderNumber").map { [.field($0)] } ?? []) }
      return blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail]) ? [.number, .name] : []
    case .id:
      // `Home no`, `Direct no`
      if !blocks.isEmpty, blocks.isSubset(of: [.home, .work, .direct]) { return [.phone] }
      // `Billing Code` beside `Billing City`
      if blocks == [.invoice] || blocks == [.delivery], known.contains("code") { return [.postalCode] }
      return blocks.isDisjoint(with: [
        .invoice, .visiting, .delivery, .mail, .contact, .title, .guardian, .association, .partner, .home, .work,
      ]) ? (blocks.isEmpty ? [.number, .phone] : blocks.contains(.customer) ? [.number] : [.number, .identity]) : []
    case .birth: return []
    }
  }

  /// Of a heading that only says whom a column is about.
  private var rolesOfBlocks: [Role] {
    if !blocks.isDisjoint(with: [.contact, .title, .guardian, .partner]) {
      // A customer's reference may be a code that bills must have.
      let codes = known.contains { $0.contains("refer") } ? FieldPath("orderNumber").map { [Role.field($0)] } ?? [] : []
      return [.name, .email] + codes + [.phone]
    }
    if blocks.isSuperset(of: [.company, .home]) || blocks == [.company, .person] {
      return [.type, .isCompany, .name]
    }
    if blocks == [.home] { return [.isPrivate, .phone] }
    if !blocks.isEmpty, blocks.isSubset(of: [.work, .direct, .home]) { return [.phone] }
    if blocks.isSuperset(of: [.invoice, .company]) { return [.name] }
    if !blocks.isDisjoint(with: [.invoice, .visiting, .delivery, .mail]) { return [.line, .postalCodeCity] }
    if blocks.contains(.customer) { return [.name, .number] }
    if blocks == [.company] { return [.name, .isCompany] }
    if !blocks.isDisjoint(with: [.company, .owner, .association, .person, .unit]) { return [.name] }
    return []
  }
}
