import CustomerModel

/// What a group of columns is about, by the word that stands over it: `Fakturaadress`, `Kontaktperson 2`.
enum HeadingGroup: Hashable {
  /// The customer's own details.
  case customer
  /// What may be the customer's own details or a person's: `Kontaktuppgifter`.
  case contactDetails
  /// One of the contact persons, by position.
  case contactPerson(Int)
  case invoiceAddress, visitingAddress, deliveryAddress, mailAddress
  /// A word that nobody knows.
  case other

  init(_ word: String) {
    let key = HeaderKey.of(word)
    let wordEnd = key.utf8.lastIndex { !(0x30...0x39).contains($0) }.map(key.utf8.index(after:)) ?? key.startIndex
    if let ordinal = Int(key[wordEnd...]), (1...999).contains(ordinal),
      Self.contactWords.contains(String(key[..<wordEnd]))
    {
      self = .contactPerson(ordinal - 1)
    } else {
      self = Self.words[key] ?? .other
    }
  }

  /// True when the word alone says that the columns are not the customer's own.
  var isOfAnother: Bool {
    switch self {
    case .customer, .contactDetails, .other: false
    case .contactPerson, .invoiceAddress, .visitingAddress, .deliveryAddress, .mailAddress: true
    }
  }

  private static let contactWords = keys([
    "Kontaktperson", "Kontaktpersoner", "Kontakt", "Kontakter", "Kontaktpersonens uppgifter", "Kontaktpersonuppgifter",
    "Referens", "Er referens", "Referensperson", "Beställare", "Contact", "Contacts", "Contact person",
    "Contact persons",
  ])

  private static let words: [String: HeadingGroup] = {
    let lists: [(HeadingGroup, [String])] = [
      (
        .customer,
        [
          "Kund", "Kunden", "Kunder", "Kunduppgifter", "Kundens uppgifter", "Kundinformation", "Kundinfo", "Kunddata",
          "Företag", "Företaget", "Företagsuppgifter", "Företagsinformation", "Bolag", "Grunduppgifter", "Grunddata",
          "Grundinformation", "Basuppgifter", "Basdata", "Basinformation", "Basfakta", "Bas", "Stamdata",
          "Stamuppgifter", "Huvuduppgifter",
          "Registeruppgifter", "Detaljer", "Generellt", "Diverse", "Annat", "Övriga", "Info", "Data", "Allmänt",
          "Allmän information",
          "Allmänna uppgifter", "Uppgifter", "Information", "Adress", "Adresser", "Adressuppgifter", "Huvudadress",
          "Övrigt", "Övriga uppgifter", "Övrig information", "Customer", "Customers", "Customer details",
          "Customer information", "Customer data", "Company", "Company details", "Company information", "General",
          "General information", "Basic information", "Basic data", "Master data", "Details", "Miscellaneous",
          "Address", "Addresses", "Main address", "Other",
          "Other information",
        ]
      ),
      (
        .contactDetails,
        [
          "Kontaktuppgifter", "Kontaktinformation", "Kontaktinfo", "Kontaktvägar", "Kommunikation",
          "Telefon och e-post",
          "Contact details", "Contact information", "Contact info", "Communication",
        ]
      ),
      (
        .invoiceAddress,
        [
          "Fakturaadress", "Faktureringsadress", "Faktura", "Fakturering", "Fakturauppgifter", "Fakturamottagare",
          "Invoice address", "Billing address", "Invoice", "Invoicing", "Billing",
        ]
      ),
      (
        .visitingAddress,
        ["Besöksadress", "Besök", "Besöksadresser", "Visiting address", "Visit address", "Street address"]
      ),
      (
        .deliveryAddress,
        [
          "Leveransadress", "Leverans", "Leveransadresser", "Levadress", "Lev.adress", "Delivery address", "Delivery",
          "Shipping address", "Shipping",
        ]
      ),
      (
        .mailAddress,
        ["Postadress", "Brevadress", "Utdelningsadress", "Mail address", "Mailing address", "Postal address"]
      ),
    ]
    var words: [String: HeadingGroup] = [:]
    for (group, list) in lists { for key in keys(list) { words[key] = group } }
    for key in contactWords { words[key] = .contactPerson(0) }
    return words
  }()

  private static func keys(_ words: [String]) -> Set<String> { Set(words.map(HeaderKey.of)) }

  /// The field that a column under the group fills, when it would fill `field` by its heading alone; nil when nobody knows.
  ///
  /// - Parameter hasName: true when a name stands below the word, too, so that an identity number may be another company's.
  func path(for field: FieldPath, hasName: Bool) -> FieldPath? {
    switch self {
    case .customer, .contactDetails: return field
    case .contactPerson(let position): return Self.contactPath(field, position)
    case .invoiceAddress: return Self.addressPath(field, "invoiceAddress")
    case .visitingAddress, .deliveryAddress: return Self.addressPath(field, "visitingAddress")
    case .mailAddress: return Self.addressPath(field, "mailAddress")
    case .other:
      return Self.isOnlyOfCustomers(field.field) || field.field == .identityNumber && !hasName ? field : nil
    }
  }

  private static func contactPath(_ path: FieldPath, _ position: Int) -> FieldPath? {
    if path.field.isRepeated { return FieldPath(path.field, position: position) }
    switch path.field.name {
    case "name", "email", "phone", "mobile": return FieldPath("contactPersons[\(position)].\(path.field.name)")
    default: return isOnlyOfCustomers(path.field) ? path : nil
    }
  }

  private static func addressPath(_ path: FieldPath, _ address: String) -> FieldPath? {
    if let member = addressMember(path.field) { return FieldPath("\(address).\(member)") }
    return isOnlyOfCustomers(path.field) ? path : nil
  }

  private static func addressMember(_ field: Field) -> Substring? {
    let parts = field.name.split(separator: ".")
    return parts.count == 2 && parts[0].hasSuffix("Address") ? parts[1] : nil
  }

  /// False for what a person, a place and another company have as well: a name, a telephone, an address.
  private static func isOnlyOfCustomers(_ field: Field) -> Bool {
    if field.isRepeated || addressMember(field) != nil { return false }
    return !["number", "name", "identityNumber", "email", "phone", "mobile", "website"].contains(field.name)
  }
}
