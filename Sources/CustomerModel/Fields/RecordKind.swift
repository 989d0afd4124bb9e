package import Texts

/// A list of records that a card keeps in one field: articles, facilities, references, documents, customer users.
///
/// The canonical value of such a field is one JSON array on one line: objects without blanks, each with the members
/// below in their order and without those that it lacks, sorted by the bytes of their keys, no key twice. A list without
/// records is no value.
package enum RecordKind: String, Sendable, Hashable, CaseIterable {
  case article, facility, reference, document, customerUser

  /// What a member of a record holds.
  package enum MemberKind: Sendable, Hashable {
    case text(maximumLength: Int)
    /// A decimal number with a point and no trailing zeros, a JSON number.
    case decimal
    /// A decimal number from 0 to 100.
    case percent
    /// `true` or `false`; left out it is no.
    case boolean
    /// ISO 8601, `2026-11-24`.
    case date
    /// One of these words.
    case choice([String])
    case email
    case postalCode
    case country
    /// A set of words of a fixed list, a JSON array.
    case words([String])
  }

  /// One member of a record.
  package struct Member: Sendable, Hashable {
    package let name: String
    package let kind: MemberKind
    package let isRequired: Bool
    /// What a person calls the member: the heading in lists of such records.
    package let label: Text
    /// The Swedish heading of files of such records.
    package var heading: String { label.swedish }
    /// The setting that shows the member, when there is one.
    package let shownBy: Setting?

    init(
      _ name: String, _ kind: MemberKind, _ heading: String, _ english: String, required: Bool = false,
      shownBy setting: Setting? = nil
    ) {
      self.name = name
      self.kind = kind
      label = Text(en: english, sv: heading)
      isRequired = required
      shownBy = setting
    }
  }

  /// What a person calls one record.
  package var label: Text {
    switch self {
    case .article: Text(en: "article", sv: "artikel")
    case .facility: Text(en: "facility", sv: "anläggning")
    case .reference: Text(en: "reference", sv: "referens")
    case .document: Text(en: "document", sv: "dokument")
    case .customerUser: Text(en: "customer user", sv: "kundanvändare")
    }
  }

  /// The members in their order.
  package var members: [Member] {
    switch self {
    case .article:
      [
        Member("number", .text(maximumLength: 50), "Artikelnummer", "Article number", required: true),
        Member("description", .text(maximumLength: 200), "Benämning", "Description"),
        Member("quantity", .decimal, "Antal", "Quantity"),
        Member("unit", .text(maximumLength: 20), "Enhet", "Unit"),
        Member("price", .decimal, "Pris", "Price"),
        Member("isTime", .boolean, "Tidsartikel", "Time article"),
        Member("vatPercent", .percent, "Momsprocent", "VAT percent", shownBy: .vatPerArticleRow),
      ]
    case .facility:
      [
        Member("number", .text(maximumLength: 50), "Anläggningsnummer", "Facility number", required: true),
        Member("name", .text(maximumLength: 200), "Anläggning", "Facility"),
        Member("line1", .text(maximumLength: 200), "Anläggning adress 1", "Facility address 1"),
        Member("line2", .text(maximumLength: 200), "Anläggning adress 2", "Facility address 2"),
        Member("postalCode", .postalCode, "Anläggning postnummer", "Facility postal code"),
        Member("city", .text(maximumLength: 100), "Anläggning ort", "Facility city"),
        Member("country", .country, "Anläggning land", "Facility country"),
      ] + Self.requester
    case .reference:
      [
        Member("kind", .choice(["order", "errorReport", "quotation"]), "Typ", "Type", required: true),
        Member("number", .text(maximumLength: 50), "Nummer", "Number", required: true),
        Member("date", .date, "Datum", "Date"),
        Member("status", .text(maximumLength: 50), "Status", "Status"),
        Member("title", .text(maximumLength: 200), "Rubrik", "Title"),
        Member("facility", .text(maximumLength: 50), "Anläggningsnummer", "Facility number"),
        Member("costCenter", .text(maximumLength: 50), "Kostnadsställe", "Cost center"),
        Member("orderNumber", .text(maximumLength: 100), "Beställningsnummer", "Order number"),
      ] + Self.requester
    case .document:
      [
        Member("folder", .text(maximumLength: 200), "Mapp", "Folder"),
        Member("name", .text(maximumLength: 200), "Filnamn", "File name", required: true),
        Member("type", .text(maximumLength: 100), "Filtyp", "File type", required: true),
        Member("size", .decimal, "Storlek", "Size", required: true),
        Member("hash", .text(maximumLength: 64), "SHA-256", "SHA-256", required: true),
      ]
    case .customerUser:
      [
        Member("login", .text(maximumLength: 100), "Inloggning", "Login", required: true),
        Member("name", .text(maximumLength: 200), "Namn", "Name"),
        Member("email", .email, "E-post", "E-mail", required: true),
        Member(
          "rights", .words(["view", "reportErrors", "approveQuotations", "administrate"]), "Rättigheter", "Rights"),
      ]
    }
  }

  /// Who asked for the work, on a reference; who asked last, on a facility.
  private static let requester = [
    Member("requester", .text(maximumLength: 200), "Anmälare", "Requester"),
    Member("requesterEmail", .email, "Anmälare e-post", "Requester e-mail"),
    Member("requesterPhone", .text(maximumLength: 50), "Anmälare telefon", "Requester phone"),
  ]

  /// The members that tell records of one card apart, in their order.
  package var keyNames: [String] {
    switch self {
    case .article, .facility: ["number"]
    case .reference: ["kind", "number"]
    case .document: ["folder", "name"]
    case .customerUser: ["login"]
    }
  }
}
