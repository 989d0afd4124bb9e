package import Texts

extension Setting {
  /// What the setting does, in a sentence.
  package var explanation: Text {
    switch self {
    case .numberMinimumLength:
      Text(
        en: "New and changed customer numbers have at least this many characters.",
        sv: "Nya och ändrade kundnummer har minst så här många tecken.")
    case .numberMaximumLength:
      Text(
        en: "New and changed customer numbers have at most this many characters.",
        sv: "Nya och ändrade kundnummer har högst så här många tecken.")
    case .generateNumber:
      Text(
        en:
          "A new customer without a number gets the next one of those that most have: 1002 after 1001, K-1002 after K-1001.",
        sv: "En ny kund utan nummer får nästa i den serie som flest har: 1002 efter 1001, K-1002 efter K-1001.")
    case .numberInDisplayName:
      Text(
        en: "The card and tables of customers show the customer's number before the name.",
        sv: "Kundkortet och kundlistor visar kundnumret före namnet.")
    case .facilityNameInLists:
      Text(
        en: "Tables of customers show the names of a customer's facilities instead of its own.",
        sv: "Kundlistor visar namnen på kundens anläggningar i stället för kundens eget.")
    case .showCostCenter:
      Text(en: "The card shows the cost center.", sv: "Kundkortet visar kostnadsstället.")
    case .showOrderNumber:
      Text(
        en: "The card shows the customer's own order number.", sv: "Kundkortet visar kundens eget beställningsnummer.")
    case .orderNumberRequired:
      Text(
        en: "Every order needs an order number: a new one without is refused, and a customer without one is reported.",
        sv:
          "Varje order måste ha ett beställningsnummer: en ny utan avvisas, och en kund utan ger en anmärkning.")
    case .costCenterRequired:
      Text(
        en: "Every order needs a cost center: a new one without is refused, and a customer without one is reported.",
        sv: "Varje order måste ha ett kostnadsställe: en ny utan avvisas, och en kund utan ger en anmärkning.")
    case .showLanguage:
      Text(
        en: "The card shows the language of messages to the customer.",
        sv: "Kundkortet visar språket i meddelanden till kunden.")
    case .showVATType:
      Text(
        en: "The card shows VAT type and VAT percent, and they can be set.",
        sv: "Kundkortet visar momstyp och momsprocent, och de går att ange.")
    case .privateAsDefault:
      Text(
        en: "A new customer without a type becomes private instead of company.",
        sv: "En ny kund utan kundtyp blir privat i stället för företag.")
    case .showServiceArticles:
      Text(en: "The card shows the customer's service articles.", sv: "Kundkortet visar kundens serviceartiklar.")
    case .showWorkOrderArticles:
      Text(
        en: "The card shows the customer's work order articles.", sv: "Kundkortet visar kundens arbetsorderartiklar.")
    case .useTaxReductions:
      Text(
        en: "The card shows the fields for ROT, RUT and green technology.",
        sv: "Kundkortet visar fälten för ROT, RUT och grön teknik.")
    case .vatPerArticleRow:
      Text(
        en: "Articles show a VAT percent of their own, which holds for their row alone.",
        sv: "Artiklar visar en egen momsprocent, som bara gäller deras rad.")
    case .saveRequester:
      Text(
        en: "The requester of a new reference is saved on its facility, and as a contact person of the customer.",
        sv: "Anmälaren på en ny referens sparas på dess anläggning och som kontaktperson hos kunden.")
    }
  }
}
