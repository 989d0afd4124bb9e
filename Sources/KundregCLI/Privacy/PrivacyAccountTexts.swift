import Texts

/// What is told of a person's data that is handed over or removed.
enum PrivacyAccountTexts {
  // MARK: Disclosing

  /// - Parameter documents: how many documents the customer has, whose contents are no part of the file.
  static func disclosed(_ number: String, in file: String, documents: Int) -> Text {
    documents == 0
      ? Text(
        en:
          "Everything held on customer \(number) is in \(file). Only you may read it: hand it over safely and delete it then.",
        sv:
          "Allt som finns om kund \(number) står i \(file). Bara du får läsa den: lämna över den på ett säkert sätt och ta sedan bort den."
      )
      : Text(
        en:
          "Everything held on customer \(number) is in \(file), except the contents of \(documents.counted("document")): the file lists them under documentFiles. Only you may read it: hand it over safely and delete it then.",
        sv:
          "Allt som finns om kund \(number) står i \(file), utom innehållet i \(documents.counted("dokument", "dokument")): filerna räknas upp under documentFiles. Bara du får läsa den: lämna över den på ett säkert sätt och ta sedan bort den."
      )
  }

  // MARK: Removing

  /// - Parameter merged: the customers that go with it, since they were merged into it.
  static func unconfirmed(_ number: String, with merged: [String]) -> Text {
    let names = merged.joined(separator: ", ")
    return merged.isEmpty
      ? Text(
        en: "This cannot be undone. Say --yes to remove everything held on customer \(number).",
        sv: "Det går inte att ångra. Ange --yes för att ta bort allt som finns om kund \(number).")
      : Text(
        en:
          "This cannot be undone. Say --yes to remove everything held on customer \(number) (and on \(names), merged into it).",
        sv:
          "Det går inte att ångra. Ange --yes för att ta bort allt som finns om kund \(number) (och om \(names), som slagits ihop med den)."
      )
  }

  static func removed(run: Int, with merged: [String], documents: Int) -> Text {
    let names = merged.joined(separator: ", ")
    let files =
      documents == 0
      ? (en: "", sv: "")
      : (
        en: ", with \(documents.counted("document file"))",
        sv: ", med \(documents.counted("dokumentfil", "dokumentfiler"))"
      )
    return merged.isEmpty
      ? Text(
        en: "Run \(run): everything that the register held on the customer was removed\(files.en).",
        sv: "Körning \(run): allt som registret hade om kunden är borttaget\(files.sv).")
      : Text(
        en:
          "Run \(run): everything that the register held on the customer (and on \(names), merged into it) was removed\(files.en).",
        sv:
          "Körning \(run): allt som registret hade om kunden (och om \(names), som slagits ihop med den) är borttaget\(files.sv)."
      )
  }

  static let byHand = Text(
    en: "To be removed by hand, where it holds the person:", sv: "Ta bort för hand, där personen finns med:")
}
