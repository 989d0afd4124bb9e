import Texts

/// What is told of a decision that a person made between a register and an accounting system.
enum DecisionTexts {
  static func isTaken(_ field: Text, number: String, system: String) -> Text {
    Text(
      en: "\(field.english) of customer \(number) is now as in \(system).",
      sv: "\(field.swedish) för kund \(number) är nu som i \(system).")
  }

  static func isSent(_ field: Text, number: String, system: String) -> Text {
    Text(
      en: "\(field.english) of customer \(number) goes to \(system) with the next sync.",
      sv: "\(field.swedish) för kund \(number) skickas till \(system) med nästa synk.")
  }

  // MARK: One customer

  static func arePaired(_ number: String, _ there: String, system: String) -> Text {
    Text(
      en: "Customer \(number) and \(system)'s customer \(there) are paired by the next sync.",
      sv: "Kund \(number) och kund \(there) i \(system) kopplas ihop av nästa synk.")
  }

  static func arePairedByAComparison(_ number: String, _ there: String, system: String) -> Text {
    Text(
      en: "Customer \(number) and \(system)'s customer \(there) are paired by the next sync that compares everything.",
      sv: "Kund \(number) och kund \(there) i \(system) kopplas ihop av nästa synk som jämför allt.")
  }

  /// - Parameter ours: the customer here who is none of them.
  static func othersThere(_ numbers: [String], than ours: String, system: String) -> Text {
    let list = numbers.joined(separator: ", ")
    return numbers.count == 1
      ? Text(
        en: "So \(system)'s customer \(list) is not customer \(ours).",
        sv: "Därmed är kund \(list) i \(system) en annan kund än \(ours).")
      : Text(
        en: "So none of \(system)'s customers \(list) is customer \(ours).",
        sv: "Därmed är kunderna \(list) i \(system) andra kunder än \(ours).")
  }

  /// - Parameter theirs: the customer there who is none of them.
  static func othersHere(_ numbers: [String], than theirs: String, system: String) -> Text {
    let list = numbers.joined(separator: ", ")
    return numbers.count == 1
      ? Text(
        en: "So customer \(list) here is not \(system)'s customer \(theirs).",
        sv: "Därmed är kund \(list) här en annan kund än \(theirs) i \(system).")
      : Text(
        en: "So none of the customers \(list) here is \(system)'s customer \(theirs).",
        sv: "Därmed är kunderna \(list) här andra kunder än \(theirs) i \(system).")
  }

  // MARK: Two customers

  static func isLeftAlone(_ there: String, system: String, whileOurs number: String) -> Text {
    Text(
      en: "\(system)'s customer \(there) is left alone for as long as customer \(number) has its number.",
      sv: "Så länge kund \(number) har dess nummer lämnas kund \(there) i \(system) orörd.")
  }

  static func areKeptApart(_ number: String, _ there: String, system: String) -> Text {
    Text(
      en:
        "Customer \(number) and \(system)'s customer \(there) are kept apart: neither is synced while they have the same number.",
      sv:
        "Kund \(number) och kund \(there) i \(system) hålls isär: ingen av dem synkas så länge de har samma nummer.")
  }

  static func areTwo(_ number: String, _ there: String, system: String) -> Text {
    Text(
      en:
        "Customer \(number) and \(system)'s customer \(there) are two: each is synced as a customer of its own from the next sync on.",
      sv:
        "Kund \(number) och kund \(there) i \(system) är två: var och en synkas som en egen kund från och med nästa synk."
    )
  }

  static func areTwoAndMoreIsAsked(_ number: String, _ there: String, system: String) -> Text {
    Text(
      en:
        "Customer \(number) and \(system)'s customer \(there) are two. There are more questions about them: once those are answered, each is synced as a customer of its own.",
      sv:
        "Kund \(number) och kund \(there) i \(system) är två. Det finns fler frågor om dem: när de är besvarade synkas var och en som en egen kund."
    )
  }
}
