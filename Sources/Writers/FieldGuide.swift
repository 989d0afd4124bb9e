import CustomerModel

/// What the template tells a person about a field, in Swedish.
struct FieldGuide {
  /// What the field is, in a sentence.
  let explanation: String
  /// What may stand in its cells.
  let allowed: String
  let example: String
  let requirement: String

  init(_ path: FieldPath, definition: CustomFieldDefinition?) {
    let field = path.field
    var explanation = Self.sentences[field.name] ?? Self.derivedExplanation(path)
    if let setting = field.shownBy { explanation += " Visas när inställningen \(setting.rawValue) är på." }
    self.explanation = explanation
    (allowed, example) = Self.values(field, definition)
    requirement = Self.requirements[field.name] ?? "Nej"
  }

  private static func derivedExplanation(_ path: FieldPath) -> String {
    let group = path.field.name.split(separator: ".").first.map(String.init) ?? ""
    if let sentence = groupSentences[group] { return "\(path.heading). \(sentence)" }
    if path.field == .customFields { return "Ett eget fält som registret har lagt till." }
    return "\(path.heading)."
  }

  /// What a kind allows, and an example. Identity numbers are made up or published for tests.
  private static func values(_ field: Field, _ definition: CustomFieldDefinition?) -> (allowed: String, example: String)
  {
    switch field.kind {
    case .customerNumber: ("Bokstäver, siffror och - + / _. Inledande nollor räknas.", "00123")
    case .text(let length, let multiline):
      ("Text, högst \(length) tecken\(multiline ? ", får ha radbrytningar" : "").", examples[field.name] ?? "")
    case .choice(let words):
      (
        "En av: \((TemplateWords.choices[field.name] ?? words).joined(separator: ", ")).",
        (TemplateWords.choices[field.name] ?? words)[0]
      )
    case .identityNumber:
      (
        "Organisationsnummer NNNNNN-NNNN eller personnummer ÅÅÅÅMMDD-NNNN. Kontrollsiffran måste stämma.",
        field == .associationNumber ? "769999-0003" : "559999-0008"
      )
    case .identityNumberSet: ("Personnummer ÅÅÅÅMMDD-NNNN, flera åtskilda av semikolon.", "19121212-1212")
    case .vatNumber: ("Landskod och nummer utan blanksteg.", "SE559999000801")
    case .percent: ("Ett tal från 0 till 100, utan procenttecken.", "12,5")
    case .boolean: ("Ja eller Nej.", field == .active ? "Ja" : "Nej")
    case .language: ("Språkkod med två bokstäver (ISO 639-1).", "sv")
    case .country: ("Landskod med två bokstäver (ISO 3166-1).", "SE")
    case .postalCode: ("Fem siffror för Sverige, annars som landet skriver det.", "123 45")
    case .email: ("En e-postadress.", "anna@example.se")
    case .phone: ("Ett telefonnummer, gärna med + och landskod.", "070-174 06 05")
    case .website: ("En webbadress.", "https://example.se")
    case .reference: ("Ett namn ur registrets lista.", examples[field.name] ?? "")
    case .set: ("Namn, flera åtskilda av semikolon.", examples[field.name] ?? "")
    case .records: ("En lista i JSON, så som registret exporterar den.", "")
    case .custom: values(definition)
    case .timestamp: ("Skrivs av registret.", "")
    }
  }

  private static func values(_ definition: CustomFieldDefinition?) -> (allowed: String, example: String) {
    switch definition?.kind {
    case .number: ("Ett tal.", "12,5")
    case .date: ("Ett datum, ÅÅÅÅ-MM-DD.", "2026-11-23")
    case .boolean: ("Ja eller Nej.", "Ja")
    case .choice:
      ("En av: \(definition?.choices.joined(separator: ", ") ?? "").", definition?.choices.first ?? "")
    case .text, nil: ("Text.", "")
    }
  }

  /// The sentences of fields that their heading does not explain.
  private static let sentences = [
    "number": "Kundens nummer, här och i ekonomisystemet. Ändras aldrig av en import.",
    "name": "Företagets eller personens namn.",
    "type": "Om kunden är ett företag eller en privatperson. Utan typ gäller registrets förval.",
    "identityNumber":
      "Företagets organisationsnummer eller personens personnummer. En enskild firma har ägarens personnummer.",
    "vatNumber": "Momsregistreringsnummer. Ett svenskt måste stämma med organisationsnumret.",
    "vatType": "Hur moms visas på order och utskrifter.",
    "vatPercent": "Momssatsen när momstypen är egen.",
    "discountLetters": "Kundens rabattbrev.",
    "language": "Språket i meddelanden till kunden.",
    "orderNumber": "Kundens eget beställningsnummer, som följer med till order.",
    "costCenter": "Kostnadsställe ur registrets lista.",
    "comments": "Intern kommentar: syns aldrig på utskrifter eller för kundens användare.",
    "tags": "Taggar att söka och gruppera på.",
    "subgroups": "Undergrupper som kunden hör till.",
    "facilitiesDisabled": "Kunden har inga anläggningar. Går inte ihop med att anläggning krävs.",
    "facilityRequired": "Varje order måste ange en anläggning.",
    "costCenterRequired": "Varje order för kunden måste ange ett kostnadsställe.",
    "alwaysSendAsInvoice": "Order skickas alltid till ekonomisystemet som faktura.",
    "assigned": "Användare som får kundens nya order och felanmälningar.",
    "active": "Nej gör kunden inaktiv: den kan inte väljas för nya order, men allt som är gjort finns kvar.",
    "contactPersons[].sendServiceProtocol": "Kontaktpersonen får serviceprotokoll. Kräver e-post.",
    "contactPersons[].sendWorkOrder": "Kontaktpersonen får arbetsorder. Kräver e-post.",
    "contactPersons[].mainContact": "Huvudkontakt, till upplysning.",
    "taxReduction.propertyDesignation": "Fastighetens beteckning för ROT-avdrag.",
    "taxReduction.associationNumber": "Bostadsrättsföreningens organisationsnummer för ROT-avdrag.",
    "taxReduction.apartmentNumber": "Lägenhetens nummer i bostadsrättsföreningen.",
    "taxReduction.coApplicants": "Medsökandes personnummer för ROT, RUT och grön teknik.",
  ]

  private static let groupSentences = [
    "invoiceAddress": "Adressen dit fakturan går.",
    "visitingAddress": "Adressen där arbetet utförs.",
    "mailAddress": "Adressen för vanlig post.",
  ]

  private static let examples = [
    "name": "Storstads Fastigheter AB", "orderNumber": "PO-2026-17", "costCenter": "Nord", "discountLetters": "A",
    "comments": "Ring före besök.", "tags": "VIP; Avtal", "subgroups": "Bostäder", "assigned": "anna",
    "invoiceAddress.line1": "Storgatan 1", "invoiceAddress.city": "Storstad",
    "visitingAddress.line1": "Verkstadsgatan 2", "visitingAddress.city": "Storstad",
    "mailAddress.line1": "Box 123", "mailAddress.city": "Storstad", "contactPersons[].name": "Anna Svensson",
    "taxReduction.propertyDesignation": "Storstad Eken 1:2", "taxReduction.apartmentNumber": "1101",
  ]

  private static let requirements = [
    "number": "Ja, om registret inte skapar nummer självt",
    "name": "Ja, för en ny kund",
    "vatPercent": "Ja, när momstypen är egen; annars tomt",
    "contactPersons[].email": "Ja, när kontaktpersonen får dokument",
  ]
}
