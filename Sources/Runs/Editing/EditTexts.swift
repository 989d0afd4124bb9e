import Texts

/// What is told of customers that are edited by hand.
enum EditTexts {
  /// - Parameters:
  ///   - reason: what is wrong, in complete sentences.
  ///   - number: the customer's; empty for a new customer without one.
  static func refused(_ reason: Text, number: String) -> Text {
    number.isEmpty
      ? Text(
        en: "The new customer: \(reason.english) Nothing was changed.",
        sv: "Den nya kunden: \(reason.swedish) Inget har ändrats.")
      : Text(
        en: "Customer \(number): \(reason.english) Nothing was changed.",
        sv: "Kund \(number): \(reason.swedish) Inget har ändrats.")
  }
}
