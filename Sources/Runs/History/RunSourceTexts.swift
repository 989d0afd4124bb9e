import Texts

/// What runs were made of, as people read it: a file's name as it is, the command of an edit in words.
enum RunSourceTexts {
  /// - Parameter isOfFile: true for a file's name, which no language changes.
  static func told(_ source: String, isOfFile: Bool) -> Text {
    guard !isOfFile else { return Text(verbatim: source) }
    if let deed = swedishDeeds.first(where: { source == $0.command || source.hasPrefix($0.command + " ") }) {
      let rest = source.dropFirst(deed.command.count)
      // Whom a command named who was forgotten since.
      let isForgotten = rest == " " + ForgottenTexts.kept
      return Text(en: source, sv: deed.swedish + (isForgotten ? " " + ForgottenTexts.shown.swedish : rest))
    }
    // What an undo takes back.
    if let undone = source.wholeMatch(
      of: /run (?<run>[0-9]+)(, customer (?<customer>.+)|, (?<forgotten>\(forgotten\)))?/)
    {
      let customer =
        undone.output.customer.map { ", kund \($0)" } ?? undone.output.forgotten.map { _ in
          ", \(ForgottenTexts.shown.swedish)"
        } ?? ""
      return Text(en: source, sv: "körning \(undone.output.run)\(customer)")
    }
    return Text(verbatim: source)
  }

  /// The commands of edits and what stands for them in Swedish, before the rest of the command.
  private static let swedishDeeds: [(command: String, swedish: String)] = [
    ("customer add", "ny kund"),
    ("customer edit", "ändrad kund"),
    ("customer set", "ändrade fält"),
    ("customer activate", "aktiverade kunder"),
    ("customer inactivate", "inaktiverade kunder"),
    ("customer assign", "tilldelade kunder"),
    ("customer unassign", "borttagna tilldelningar"),
    ("customer delete", "borttagna kunder"),
    ("customer merge", "sammanslagna kunder"),
    ("customer renumber", "nytt kundnummer"),
    ("customer forget", "raderade personuppgifter"),
    ("customer lookup --fill", "hämtade uppgifter om kund"),
    ("customer article add", "ny artikel för kund"),
    ("customer article edit", "ändrad artikel för kund"),
    ("customer article remove", "borttagen artikel för kund"),
    ("customer facility add", "ny anläggning för kund"),
    ("customer facility edit", "ändrad anläggning för kund"),
    ("customer facility remove", "borttagen anläggning för kund"),
    ("customer reference add", "ny referens för kund"),
    ("customer reference edit", "ändrad referens för kund"),
    ("customer reference remove", "borttagen referens för kund"),
    ("customer document add", "nytt dokument för kund"),
    ("customer document remove", "borttaget dokument för kund"),
    ("customer user add", "ny kundanvändare för kund"),
    ("customer user invite", "inbjuden kundanvändare hos kund"),
    ("customer user rights", "ändrade rättigheter hos kund"),
    ("customer user remove", "borttagen kundanvändare hos kund"),
    ("conflicts resolve", "avgjord konflikt för kund"),
  ]
}
