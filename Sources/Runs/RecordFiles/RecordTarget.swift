package import CustomerModel
import Mapping

/// What the rows of a file of records are: a list of the card, or its contact persons.
package enum RecordTarget: Sendable, Hashable {
  case records(Field)
  case contactPersons

  private static let contactPersonsName = "contactPersons"
  /// The lists that files bring. Documents come as files of their own, customer users by invitation.
  private static let fields: [Field] = [.serviceArticles, .workOrderArticles, .facilities, .references]

  /// - Throws: ``KundregError`` `records.target` with status 64 for what is no such list.
  package init(name: String) throws {
    if HeaderKey.of(name) == HeaderKey.of(Self.contactPersonsName) {
      self = .contactPersons
    } else if let field = Self.fields.first(where: { HeaderKey.of($0.name) == HeaderKey.of(name) }) {
      self = .records(field)
    } else {
      let names = [Self.contactPersonsName] + Self.fields.map(\.name)
      throw KundregError(.recordsTarget, RecordFileTexts.unknownList(name, known: names))
    }
  }

  package var name: String {
    switch self {
    case .records(let field): field.name
    case .contactPersons: Self.contactPersonsName
    }
  }

  /// What a row says, and what a person calls each of it.
  var members: [(name: String, headings: [String])] {
    switch self {
    case .records(let field):
      (field.recordKind?.members ?? []).map { ($0.name, [$0.heading] + (Self.synonyms[$0.name] ?? [])) }
    case .contactPersons:
      Field.all.filter(\.isRepeated).map { field in
        let name = String(field.name.dropFirst("contactPersons[].".count))
        let heading = field.heading.split(separator: " ").dropFirst().joined(separator: " ")
        return (name, [field.heading, heading] + (Self.synonyms[name] ?? []))
      }
    }
  }

  /// What programs call the members; of two members that share one, the first that is not yet found takes the column.
  private static let synonyms = [
    "number": [
      "Artikelnr", "Artnr", "Art.nr", "Artikel", "Article number", "Anläggningsnr", "Objektsnummer", "Facility number",
      "Nummer", "Nr", "Ordernummer", "Ordernr", "Number",
    ],
    "description": ["Beskrivning", "Artikelbenämning", "Text", "Description"],
    "quantity": ["Kvantitet", "Mängd", "Timmar", "Quantity"], "unit": ["Enh", "Unit"],
    "price": ["A-pris", "À-pris", "Styckpris", "Pris exkl moms", "Price"],
    "isTime": ["Tid", "Är tid", "Is time"], "name": ["Namn", "Kontaktperson", "Anläggningsnamn", "Name"],
    "line1": ["Adress 1", "Adress", "Gatuadress"], "line2": ["Adress 2"],
    "postalCode": ["Postnummer", "Postnr", "Postal code"], "city": ["Ort", "Postort", "City"],
    "country": ["Land", "Landskod", "Country"], "kind": ["Slag", "Kind"], "date": ["Orderdatum", "Date"],
    "title": ["Titel", "Beskrivning", "Title"], "facility": ["Anläggning", "Anläggningsnr", "Facility"],
    "costCenter": ["Kst", "Cost center"], "orderNumber": ["Kundens ordernummer", "Order number"],
    "email": ["E-postadress", "Mejl", "Mail", "Email"], "phone": ["Tel", "Telefonnummer", "Phone"],
    "mobile": ["Mobiltelefon", "Mobilnummer", "Mobile"],
    "vatPercent": ["Moms", "Moms %", "Momssats", "VAT percent", "VAT"],
    "requester": ["Beställare", "Requester"], "requesterEmail": ["Beställare e-post", "Requester email"],
    "requesterPhone": ["Beställare telefon", "Requester phone"],
    "sendServiceProtocol": ["Serviceprotokoll"], "sendWorkOrder": ["Arbetsorder"], "mainContact": ["Huvudkontakt"],
  ]
}
