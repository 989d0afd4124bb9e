import Texts

/// What stands on the pages of runs.
enum RunPageTexts {
  static let none = Text(en: "Nothing has been done yet.", sv: "Inget har gjorts än.")

  static func caption(zone: String) -> Text {
    Text(en: "Newest first; times are in \(zone)", sv: "Nyast först, tider i \(zone)")
  }

  static let headings = [
    Text(en: "Run", sv: "Körning"), Text(en: "Started", sv: "Startad"), Text(en: "User", sv: "Användare"),
    Text(en: "Kind", sv: "Typ"), Text(en: "Source", sv: "Källa"), Text(en: "Result", sv: "Resultat"),
  ]

  static func latest(_ count: Int) -> Text {
    Text(
      en: "The latest \(count). `kundreg runs --limit` shows more.",
      sv: "De senaste \(count). `kundreg runs --limit` visar fler.")
  }

  static func title(_ run: Int) -> Text { Text(en: "Run \(run)", sv: "Körning \(run)") }

  static let started = Text(en: "Started", sv: "Startad")
  static let user = Text(en: "By", sv: "Av")
  static let kind = Text(en: "Kind", sv: "Typ")
  static let source = Text(en: "Source", sv: "Källa")
  static let mapping = Text(en: "Mapping", sv: "Mappning")
  static let result = Text(en: "Result", sv: "Resultat")
  static let rejects = Text(en: "File of rejected rows", sv: "Fil med avvisade rader")
  static let reverts = Text(en: "Takes back run", sv: "Ångrar körning")
  static let revertsPart = Text(en: "Takes back one customer of run", sv: "Ångrar en kund i körning")

  static let changes = Text(en: "What it changed", sv: "Vad den ändrade")
  static let noChanges = Text(
    en: "No values of customers that were there before.", sv: "Inga värden hos kunder som redan fanns.")

  /// - Parameter hasMore: true when these are not all; how many there are stands in the result.
  static func changesCaption(_ shown: Int, hasMore: Bool) -> Text {
    hasMore
      ? Text(
        en: "The first \(shown.counted("changed customer")); `kundreg runs show` has all",
        sv: "De första \(shown) ändrade kunderna. `kundreg runs show` har alla")
      : Text(en: shown.counted("changed customer"), sv: shown.counted("ändrad kund", "ändrade kunder"))
  }

  static let customer = Text(en: "Customer", sv: "Kund")
  static let action = Text(en: "Action", sv: "Åtgärd")
  static let field = Text(en: "Field", sv: "Fält")
  static let old = Text(en: "Before", sv: "Före")
  static let new = Text(en: "After", sv: "Efter")
}
