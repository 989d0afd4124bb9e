import CustomerModel
import Texts

/// What is told of mappings as a whole.
enum MappingTexts {
  /// - Parameter meant: the name that was probably meant.
  static func unknown(_ name: String, meant: String) -> Text {
    Text(
      en: "There is no mapping “\(name)”. Did you mean “\(meant)”?",
      sv: "Det finns ingen mappning ”\(name)”. Menade du ”\(meant)”?")
  }

  /// - Parameter names: those that there are.
  static func unknown(_ name: String, among names: [String]) -> Text {
    if names.isEmpty {
      return Text(
        en: "There is no mapping “\(name)”. No mapping was found in the mapping folders.",
        sv: "Det finns ingen mappning ”\(name)”. Ingen mappning hittades i mappningsmapparna.")
    }
    let list = names.joined(separator: ", ")
    return Text(
      en: "There is no mapping “\(name)”. There are \(list).",
      sv: "Det finns ingen mappning ”\(name)”. De som finns är \(list).")
  }

  static func unreadable(_ path: String, _ reason: Text) -> Text {
    Text(
      en: "The mapping \(path) cannot be read: \(reason.english). Check that the file exists and that you may read it.",
      sv:
        "Det går inte att läsa mappningen \(path): \(reason.swedish). Kontrollera att filen finns och att du får läsa den."
    )
  }

  /// - Parameters:
  ///   - tried: the headings that were looked for.
  ///   - found: the headings that the file has.
  static func requiredMissing(_ mapping: String, field: String, tried: [String], found: [String]) -> Text {
    let tried = headings(tried, more: Text(en: " and others", sv: " med flera"))
    let found =
      found.isEmpty ? Text(en: "no headings", sv: "inga rubriker") : headings(found, more: Text(verbatim: ""))
    return Text(
      en:
        "The mapping \(mapping) requires \(field), but no column has a heading for it. Looked for \(tried.english); the file has "
        + "\(found.english). Add the file's heading to the mapping, or choose another mapping.",
      sv:
        "Mappningen \(mapping) kräver \(field), men ingen kolumn har en rubrik för det. Sökta rubriker: \(tried.swedish). Filen "
        + "har \(found.swedish). Lägg till filens rubrik i mappningen, eller välj en annan mappning.")
  }

  private static func headings(_ names: [String], more: Text) -> Text {
    let shown = names.prefix(ShownLimits.headingsOfMissingOne)
    let more = names.count > shown.count ? more : Text(verbatim: "")
    return Text(
      en: shown.map { "“\($0)”" }.joined(separator: ", ") + more.english,
      sv: shown.map { "”\($0)”" }.joined(separator: ", ") + more.swedish)
  }
}
