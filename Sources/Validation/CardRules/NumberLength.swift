import CustomerModel
import Texts

/// A customer number keeps within the register's limits. Tightened limits bind new and changed numbers; old ones are warned
/// of, which is why this is a rule on cards.
struct NumberLength: CardRule {
  static let infos = [length]
  static let fields: [Field] = [.number]

  private static let length = RuleInfo(
    "number.length", .reject, "A customer number keeps within the register's limits."
  ) {
    [outsideLimits($0), remedy($0)].joined()
  }

  private static func outsideLimits(_ place: RulePlace) -> Text {
    let minimum = place.settings[.numberMinimumLength]
    let maximum = place.settings[.numberMaximumLength]
    return minimum == maximum
      ? Text(
        en:
          "\(place.column.english) holds a customer number outside the register's limits, exactly \(minimum) characters.",
        sv:
          "\(place.column.swedish) innehåller ett kundnummer som inte har exakt \(minimum) tecken, som registret kräver."
      )
      : Text(
        en:
          "\(place.column.english) holds a customer number outside the register's limits, from \(minimum) to \(maximum) "
          + "characters.",
        sv:
          "\(place.column.swedish) innehåller ett kundnummer som inte har mellan \(minimum) och \(maximum) tecken, som "
          + "registret kräver.")
  }

  private static func remedy(_ place: RulePlace) -> Text {
    switch (place.mark, place.origin) {
    case (tooShort, .text), (tooShort, .workbook):
      Text(
        en: "Leading zeros lost in a spreadsheet are a common cause; format the column as text.",
        sv: "Ofta har inledande nollor gått förlorade i ett kalkylprogram: formatera kolumnen som text.")
    case (tooShort, _): Text(en: "Write it in full.", sv: "Skriv hela numret.")
    default: Text(en: "Shorten it, or change the limit.", sv: "Förkorta det, eller ändra gränsen.")
    }
  }

  /// The mark of a number that is shorter than the least; others are longer than the most.
  private static let tooShort = "short"

  private let minimum: Int
  private let maximum: Int

  init?(settings: RegisterSettings) {
    minimum = settings[.numberMinimumLength]
    maximum = settings[.numberMaximumLength]
  }

  func check(_ table: JudgedCards, _ findings: inout CardFindings) {
    let number = table[.number]
    guard number.exists else { return }
    for row in 0..<table.rowCount {
      guard let bytes = number.bytes(row) else { continue }
      let count = CharacterCount.of(bytes)
      if count < minimum || count > maximum {
        findings.report(row, Self.length, at: number, mark: count < minimum ? Self.tooShort : "")
      }
    }
  }
}
