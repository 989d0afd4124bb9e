import Texts

/// What stands on the pages of customers.
enum CustomerPageTexts {
  static let search = Text(
    en: "Name, number, contact person or e-mail", sv: "Namn, nummer, kontaktperson eller e-post")
  static let inactiveToo = Text(en: "Inactive ones, too", sv: "Även inaktiva")
  static let find = Text(en: "Search", sv: "Sök")

  /// - Parameters:
  ///   - isSearch: true when words were looked for.
  ///   - page: the page, from 1, which may be behind the last.
  static func nobody(isSearch: Bool, page: Int) -> Text {
    if page > 1 {
      return Text(en: "There are no more customers.", sv: "Det finns inga fler kunder.")
    }
    return isSearch
      ? Text(
        en: "No customer has these words. Try fewer words, or look among inactive ones, too.",
        sv: "Ingen kund har de här orden. Pröva med färre ord, eller sök även bland inaktiva.")
      : Text(
        en: "There are no active customers here that you may see.",
        sv: "Det finns inga aktiva kunder här som du får se.")
  }

  static func caption(first: Int, last: Int, isAll: Bool) -> Text {
    isAll
      ? Text(en: last.counted("customer"), sv: last.counted("kund", "kunder"))
      : Text(en: "Customers \(first) to \(last)", sv: "Kund \(first) till \(last)")
  }

  static let nameless = Text(en: "(no name)", sv: "(inget namn)")
  static let pages = Text(en: "More customers", sv: "Fler kunder")
  static let previous = Text(en: "Previous page", sv: "Föregående sida")
  static let next = Text(en: "Next page", sv: "Nästa sida")

  // MARK: The card

  static let hidden = Text(
    en: "The register's settings hide some of what this customer has:",
    sv: "Registrets inställningar döljer en del av det som kunden har:")

  /// What stands over a list of the card's records.
  static func records(_ count: Int) -> Text {
    Text(en: count.counted("entry", "entries"), sv: count.counted("post", "poster"))
  }

  static let mergedInto = Text(en: "Merged into", sv: "Sammanslagen med")
}
