import Texts

extension Field {
  /// Every field of the card, in the order in which it is shown and exported.
  package static let all: [Field] = catalogue.indices.map { Field(index: $0) }

  /// What is known of each field: the one place where a field is born.
  static let catalogue: [Row] = {
    let address = { (name: String, column: String, heading: String, english: String) -> [Row] in
      [
        Row(
          "\(name).line1", .text(maximumLength: 200), .column("\(column)_line1"), "\(heading) 1",
          "\(english) 1"),
        Row(
          "\(name).line2", .text(maximumLength: 200), .column("\(column)_line2"), "\(heading) 2",
          "\(english) 2"),
        Row(
          "\(name).postalCode", .postalCode, .column("\(column)_postal_code"), "\(heading) postnummer",
          "\(english) postal code"),
        Row(
          "\(name).city", .text(maximumLength: 100), .column("\(column)_city"), "\(heading) ort",
          "\(english) city"),
        Row(
          "\(name).country", .country, .column("\(column)_country"), "\(heading) land",
          "\(english) country"),
      ]
    }
    let contact = { (name: String, kind: Kind, column: String, heading: String, english: String) -> Row in
      Row(
        "contactPersons[].\(name)", kind, .contactPerson(column), "Kontaktperson \(heading)",
        "Contact person \(english)")
    }
    return [
      Row("number", .customerNumber, .column("number"), "Kundnummer", "Customer number"),
      Row("name", .text(maximumLength: 200), .column("name"), "Namn", "Name"),
      Row("type", .choice(["company", "private"]), .column("type"), "Kundtyp", "Customer type"),
      Row(
        "identityNumber", .identityNumber, .column("identity_number"), "Org-/personnummer", "Identity number",
        sensitive: true),
      Row("vatNumber", .vatNumber, .column("vat_number"), "VAT-nummer", "VAT number", sensitive: true),
      Row("vatType", .choice(["normal", "none", "custom"]), .column("vat_type"), "Momstyp", "VAT type", .showVATType),
      Row("vatPercent", .percent, .column("vat_percent"), "Momsprocent", "VAT percent", .showVATType),
      Row(
        "discountLetters", .set(.discountLetter), .link(table: "customer_discount_letter"), "Rabattbrev",
        "Discount letters"),
      Row("language", .language, .column("language"), "Språk", "Language", .showLanguage),
      Row(
        "orderNumber", .text(maximumLength: 100), .column("order_number"), "Beställningsnummer", "Order number",
        .showOrderNumber),
      Row(
        "costCenter", .reference(.costCenter), .column("cost_center"), "Kostnadsställe", "Cost center", .showCostCenter),
      Row("comments", .text(maximumLength: 10_000, multiline: true), .column("comments"), "Kommentar", "Comments"),
      Row("tags", .set(.tag), .link(table: "customer_tag"), "Taggar", "Tags"),
      Row("subgroups", .set(.subgroup), .link(table: "customer_subgroup"), "Undergrupper", "Subgroups"),
      Row("email", .email, .column("email"), "E-post", "E-mail"),
      Row("phone", .phone, .column("phone"), "Telefon", "Phone"),
      Row("mobile", .phone, .column("mobile"), "Mobiltelefon", "Mobile phone"),
      Row("website", .website, .column("website"), "Webbplats", "Website"),
    ]
      + address("invoiceAddress", "invoice", "Fakturaadress", "Invoice address")
      + address("visitingAddress", "visiting", "Besöksadress", "Visiting address")
      + address("mailAddress", "mail", "Postadress", "Mail address")
      + [
        contact("name", .text(maximumLength: 200), "name", "namn", "name"),
        contact("email", .email, "email", "e-post", "e-mail"),
        contact("phone", .phone, "phone", "telefon", "phone"),
        contact("mobile", .phone, "mobile", "mobil", "mobile"),
        contact(
          "sendServiceProtocol", .boolean, "send_service_protocol", "får serviceprotokoll", "gets service protocol"),
        contact("sendWorkOrder", .boolean, "send_work_order", "får arbetsorder", "gets work order"),
        contact("mainContact", .boolean, "main_contact", "är huvudkontakt", "is main contact"),
        Row(
          "taxReduction.propertyDesignation", .text(maximumLength: 100), .column("property_designation"),
          "Fastighetsbeteckning", "Property designation", .useTaxReductions),
        Row(
          "taxReduction.associationNumber", .identityNumber, .column("association_number"),
          "BRF organisationsnummer", "Association number", .useTaxReductions, sensitive: true),
        Row(
          "taxReduction.apartmentNumber", .text(maximumLength: 20), .column("apartment_number"),
          "Lägenhetsnummer", "Apartment number", .useTaxReductions),
        Row(
          "taxReduction.coApplicants", .identityNumberSet, .link(table: "co_applicant"),
          "Medsökande", "Co-applicants", .useTaxReductions, sensitive: true),
        Row(
          "serviceArticles", .records(.article), .column("service_articles"), "Serviceartiklar", "Service articles",
          .showServiceArticles),
        Row(
          "workOrderArticles", .records(.article), .column("work_order_articles"), "Arbetsorderartiklar",
          "Work order articles",
          .showWorkOrderArticles),
        Row(
          "facilitiesDisabled", .boolean, .column("facilities_disabled"), "Anläggningar avstängda",
          "Facilities disabled"),
        Row("facilityRequired", .boolean, .column("facility_required"), "Anläggning krävs", "Facility required"),
        Row(
          "costCenterRequired", .boolean, .column("cost_center_required"), "Kostnadsställe krävs",
          "Cost center required"),
        Row(
          "alwaysSendAsInvoice", .boolean, .column("always_send_as_invoice"), "Skicka alltid som faktura",
          "Always send as invoice"),
        Row("assigned", .set(.user), .link(table: "customer_assigned"), "Tilldelad", "Assigned"),
        Row("active", .boolean, .column("active"), "Aktiv", "Active"),
        Row("customFields.*", .custom, .customValue, "Eget fält", "Custom field"),
        Row("facilities", .records(.facility), .column("facilities"), "Anläggningar", "Facilities"),
        Row("references", .records(.reference), .column("reference_list"), "Referenser", "References"),
        Row("documents", .records(.document), .column("documents"), "Dokument", "Documents"),
        Row("customerUsers", .records(.customerUser), .column("customer_users"), "Kundanvändare", "Customer users"),
        Row("created", .timestamp, .runTime("created_run"), "Skapad", "Created"),
        Row("updated", .timestamp, .runTime("updated_run"), "Ändrad", "Updated"),
      ]
  }()

  /// The field of that catalogue name (`contactPersons[].email` for a repeated one), or nil.
  package static func named(_ name: String) -> Field? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// One line of the table above.
  struct Row: Sendable {
    let name: String
    let kind: Kind
    let storage: Storage
    let label: Text
    let shownBy: Setting?
    let isSensitive: Bool
    let isRepeated: Bool
    let partsAroundPosition: (group: String, member: String)?

    init(
      _ name: String, _ kind: Kind, _ storage: Storage, _ heading: String, _ english: String, _ shownBy: Setting? = nil,
      sensitive: Bool = false
    ) {
      self.name = name
      self.kind = kind
      self.storage = storage
      label = Text(en: english, sv: heading)
      self.shownBy = shownBy
      isSensitive = sensitive
      isRepeated = if case .contactPerson = storage { true } else { false }
      let place = isRepeated ? name.firstRange(of: "[]") : nil
      partsAroundPosition = place.map { (String(name[..<$0.lowerBound]), String(name[$0.upperBound...])) }
    }
  }
}

/// The fields that rules and the store speak of by name; all others are only met through ``Field/all``.
extension Field {
  package static let number = known("number")
  package static let customerName = known("name")
  package static let type = known("type")
  package static let identityNumber = known("identityNumber")
  package static let vatNumber = known("vatNumber")
  package static let vatType = known("vatType")
  package static let vatPercent = known("vatPercent")
  package static let orderNumber = known("orderNumber")
  package static let costCenter = known("costCenter")
  package static let active = known("active")
  package static let assigned = known("assigned")
  package static let contactName = known("contactPersons[].name")
  package static let contactEmail = known("contactPersons[].email")
  package static let contactPhone = known("contactPersons[].phone")
  package static let contactSendServiceProtocol = known("contactPersons[].sendServiceProtocol")
  package static let contactSendWorkOrder = known("contactPersons[].sendWorkOrder")
  package static let propertyDesignation = known("taxReduction.propertyDesignation")
  package static let associationNumber = known("taxReduction.associationNumber")
  package static let apartmentNumber = known("taxReduction.apartmentNumber")
  package static let coApplicants = known("taxReduction.coApplicants")
  package static let facilitiesDisabled = known("facilitiesDisabled")
  package static let facilityRequired = known("facilityRequired")
  package static let costCenterRequired = known("costCenterRequired")
  package static let serviceArticles = known("serviceArticles")
  package static let workOrderArticles = known("workOrderArticles")
  package static let facilities = known("facilities")
  package static let references = known("references")
  package static let documents = known("documents")
  package static let customerUsers = known("customerUsers")
  package static let customFields = known("customFields.*")
  package static let created = known("created")
  package static let updated = known("updated")

  private static func known(_ name: String) -> Field {
    guard let field = named(name) else { preconditionFailure("no field \(name) in the catalogue") }
    return field
  }
}
