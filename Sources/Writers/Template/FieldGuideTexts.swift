import CustomerModel
import Texts

/// What the template's guide says.
enum FieldGuideTexts {
  // MARK: The sheet

  static let sheet = Text(en: "Guide", sv: "Anvisningar")
  static let heading = Text(en: "Heading", sv: "Rubrik")
  static let explanation = Text(en: "What it is", sv: "Vad det är")
  static let allowed = Text(en: "Allowed values", sv: "Tillåtna värden")
  static let example = Text(en: "Example", sv: "Exempel")
  static let requirement = Text(en: "Must be filled in", sv: "Måste fyllas i")
  static let fieldName = Text(en: "Field name", sv: "Fältnamn")

  static func rowIsCustomer(sheet: Text) -> Text {
    Text(
      en:
        "A row is a customer. Fill in the sheet \(sheet.english); the order of the columns does not matter, and columns that are not "
        + "needed can be removed.",
      sv:
        "En rad är en kund. Fyll i bladet \(sheet.swedish); ordningen på kolumnerna spelar ingen roll, och kolumner som inte behövs kan "
        + "tas bort.")
  }

  static let emptyCell = Text(
    en: "An empty cell leaves the field as it is in the register.",
    sv: "En tom cell lämnar fältet som det är i registret.")
  static let rejects = Text(
    en:
      "Rows that cannot be imported end up in a file of their own with the reason. Mend them there and import that file.",
    sv: "Rader som inte kan läsas in hamnar i en egen fil med skälet. Rätta dem där och läs in den filen.")
  static let dryRun = Text(
    en: "Try it with a dry run first: it shows what would change, and writes nothing.",
    sv: "Gör en provkörning först: den visar vad som skulle ändras, och inget sparas.")

  // MARK: What a field is

  /// The sentences of fields that their heading does not explain, by their names.
  static let sentences: [String: Text] = [
    "number": Text(
      en: "The customer's number, here and in the accounting system. An import never changes it.",
      sv: "Kundens nummer, här och i ekonomisystemet. Ändras aldrig av en import."),
    "name": Text(en: "The name of the company or the person.", sv: "Företagets eller personens namn."),
    "type": Text(
      en: "Whether the customer is a company or a private person. Without a type the register's default holds.",
      sv: "Om kunden är ett företag eller en privatperson. Utan typ gäller registrets förval."),
    "identityNumber": Text(
      en:
        "The company's organisation number or the person's personal identity number. A sole trader has the owner's personal "
        + "identity number.",
      sv: "Företagets organisationsnummer eller personens personnummer. En enskild firma har ägarens personnummer."),
    "vatNumber": Text(
      en: "VAT registration number. A Swedish one must agree with the organisation number.",
      sv: "Momsregistreringsnummer. Ett svenskt måste stämma med organisationsnumret."),
    "vatType": Text(en: "How VAT is shown on orders and prints.", sv: "Hur moms visas på order och utskrifter."),
    "vatPercent": Text(en: "The VAT rate where the VAT type is custom.", sv: "Momssatsen när momstypen är egen."),
    "discountLetters": Text(en: "The customer's discount letters.", sv: "Kundens rabattbrev."),
    "language": Text(en: "The language of messages to the customer.", sv: "Språket i meddelanden till kunden."),
    "orderNumber": Text(
      en: "The customer's own order number, which goes with orders.",
      sv: "Kundens eget beställningsnummer, som följer med till order."),
    "costCenter": Text(en: "A cost center of the register's list.", sv: "Kostnadsställe ur registrets lista."),
    "comments": Text(
      en: "An internal comment: never seen on prints or by the customer's users.",
      sv: "Intern kommentar: syns aldrig på utskrifter eller för kundens användare."),
    "tags": Text(en: "Tags to search and group by.", sv: "Taggar att söka och gruppera på."),
    "subgroups": Text(en: "The subgroups that the customer belongs to.", sv: "Undergrupper som kunden hör till."),
    "facilitiesDisabled": Text(
      en: "The customer has no facilities. Does not go with a facility being required.",
      sv: "Kunden har inga anläggningar. Går inte ihop med att anläggning krävs."),
    "facilityRequired": Text(en: "Every order must name a facility.", sv: "Varje order måste ange en anläggning."),
    "costCenterRequired": Text(
      en: "Every order of the customer must name a cost center.",
      sv: "Varje order för kunden måste ange ett kostnadsställe."),
    "alwaysSendAsInvoice": Text(
      en: "Orders are always sent to the accounting system as invoices.",
      sv: "Order skickas alltid till ekonomisystemet som faktura."),
    "assigned": Text(
      en: "Users who get the customer's new orders and error reports.",
      sv: "Användare som får kundens nya order och felanmälningar."),
    "active": Text(
      en: "Nej makes the customer inactive: it cannot be chosen for new orders, but all that was done stays.",
      sv: "Nej gör kunden inaktiv: den kan inte väljas för nya order, men allt som är gjort finns kvar."),
    "contactPersons[].sendServiceProtocol": Text(
      en: "The contact person gets service protocols. Requires an e-mail address.",
      sv: "Kontaktpersonen får serviceprotokoll. Kräver e-post."),
    "contactPersons[].sendWorkOrder": Text(
      en: "The contact person gets work orders. Requires an e-mail address.",
      sv: "Kontaktpersonen får arbetsorder. Kräver e-post."),
    "contactPersons[].mainContact": Text(en: "Main contact, for information.", sv: "Huvudkontakt, till upplysning."),
    "taxReduction.propertyDesignation": Text(
      en: "The property's designation for the ROT deduction.", sv: "Fastighetens beteckning för ROT-avdrag."),
    "taxReduction.associationNumber": Text(
      en: "The housing association's organisation number for the ROT deduction.",
      sv: "Bostadsrättsföreningens organisationsnummer för ROT-avdrag."),
    "taxReduction.apartmentNumber": Text(
      en: "The apartment's number in the housing association.", sv: "Lägenhetens nummer i bostadsrättsföreningen."),
    "taxReduction.coApplicants": Text(
      en: "The co-applicants' personal identity numbers for ROT, RUT and green technology.",
      sv: "Medsökandes personnummer för ROT, RUT och grön teknik."),
  ]

  /// The sentences of groups of fields, by the first part of their names.
  static let groups: [String: Text] = [
    "invoiceAddress": Text(en: "The address that invoices go to.", sv: "Adressen dit fakturan går."),
    "visitingAddress": Text(en: "The address where the work is done.", sv: "Adressen där arbetet utförs."),
    "mailAddress": Text(en: "The address of ordinary mail.", sv: "Adressen för vanlig post."),
  ]

  static func ofHeading(_ heading: Text) -> Text { Text(en: "\(heading.english).", sv: "\(heading.swedish).") }
  static let customField = Text(
    en: "A custom field that the register has added.", sv: "Ett eget fält som registret har lagt till.")

  static func shown(by setting: String) -> Text {
    Text(en: "Shown when the setting \(setting) is on.", sv: "Visas när inställningen \(setting) är på.")
  }

  // MARK: What may stand in it

  static let customerNumber = Text(
    en: "Letters, digits and - + / _. Leading zeros count.",
    sv: "Bokstäver, siffror och - + / _. Inledande nollor räknas.")
  static let anyText = Text(verbatim: "Text.")
  static let identityNumber = Text(
    en:
      "Organisation number NNNNNN-NNNN or personal identity number YYYYMMDD-NNNN. The check digit must be right.",
    sv: "Organisationsnummer NNNNNN-NNNN eller personnummer ÅÅÅÅMMDD-NNNN. Kontrollsiffran måste stämma.")
  static let identityNumbers = Text(
    en: "Personal identity numbers YYYYMMDD-NNNN, several separated by semicolons.",
    sv: "Personnummer ÅÅÅÅMMDD-NNNN, flera åtskilda av semikolon.")
  static let vatNumber = Text(
    en: "Country code and number without blanks.", sv: "Landskod och nummer utan blanksteg.")
  static let percent = Text(
    en: "A number from 0 to 100, without a percent sign.", sv: "Ett tal från 0 till 100, utan procenttecken.")
  static let yesOrNo = Text(en: "Yes or No.", sv: "Ja eller Nej.")
  static let language = Text(
    en: "A language code of two letters (ISO 639-1).", sv: "Språkkod med två bokstäver (ISO 639-1).")
  static let country = Text(
    en: "A country code of two letters (ISO 3166-1).", sv: "Landskod med två bokstäver (ISO 3166-1).")
  static let postalCode = Text(
    en: "Five digits for Sweden, otherwise as the country writes it.",
    sv: "Fem siffror för Sverige, annars som landet skriver det.")
  static let email = Text(en: "An e-mail address.", sv: "En e-postadress.")
  static let phone = Text(
    en: "A telephone number, preferably with + and country code.", sv: "Ett telefonnummer, gärna med + och landsnummer."
  )
  static let website = Text(en: "A web address.", sv: "En webbadress.")
  static let reference = Text(en: "A name of the register's list.", sv: "Ett namn ur registrets lista.")
  static let names = Text(
    en: "Names, several separated by semicolons.", sv: "Namn, flera åtskilda av semikolon.")
  static let records = Text(
    en: "A list in JSON, as the register exports it.", sv: "En lista i JSON, så som registret exporterar den.")
  static let ofRegister = Text(en: "Written by the register.", sv: "Skrivs av registret.")
  static let number = Text(en: "A number.", sv: "Ett tal.")
  static let date = Text(en: "A date, YYYY-MM-DD.", sv: "Ett datum, ÅÅÅÅ-MM-DD.")

  static func text(length: Int, multiline: Bool) -> Text {
    multiline
      ? Text(
        en: "Text, at most \(length) characters, may have line breaks.",
        sv: "Text, högst \(length) tecken, får ha radbrytningar.")
      : Text(en: "Text, at most \(length) characters.", sv: "Text, högst \(length) tecken.")
  }

  static func oneOf(_ words: [Text]) -> Text {
    let words = words.joined(by: ", ")
    return Text(en: "One of: \(words.english).", sv: "En av: \(words.swedish).")
  }

  // MARK: Whether it must be there

  static let isOptional = Text(en: "No", sv: "Nej")

  /// When a field must be there, by its name.
  static let requirements: [String: Text] = [
    "number": Text(
      en: "Yes, unless the register makes numbers itself", sv: "Ja, om registret inte skapar nummer självt"),
    "name": Text(en: "Yes, for a new customer", sv: "Ja, för en ny kund"),
    "vatPercent": Text(
      en: "Yes, where the VAT type is custom; otherwise empty", sv: "Ja, när momstypen är egen; annars tomt"),
    "contactPersons[].email": Text(
      en: "Yes, where the contact person gets documents", sv: "Ja, när kontaktpersonen får dokument"),
  ]
}
