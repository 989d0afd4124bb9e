import CustomerModel
import Texts

/// What is told of imports in which a customer may stand on several rows.
enum SeveralRowsTexts {
  static func noLookups(mapping: String) -> Text {
    Text(
      en:
        "The mapping \(mapping) takes several rows of a customer, which does not go with lookups. Import without them.",
      sv: "Mappningen \(mapping) tar flera rader per kund, och det går inte ihop med uppslag. Importera utan dem.")
  }

  /// - Parameter isOfMapping: true where the mapping says that there are several rows, and not whoever imports.
  static func noColumns(mapping: String, input: String, isOfMapping: Bool) -> Text {
    isOfMapping
      ? Text(
        en:
          "Further rows of a customer are to bring contact persons, but the mapping \(mapping) takes none from \(input). Name the columns "
          + "of contactPersons[0] in the mapping, or take \"severalRows\" out of it.",
        sv:
          "Flera rader per kund ska ge kontaktpersoner, men mappningen \(mapping) tar inga från \(input). Ange kolumnerna för "
          + "contactPersons[0] i mappningen, eller ta bort \"severalRows\" ur den.")
      : Text(
        en:
          "Further rows of a customer are to bring contact persons, but the mapping \(mapping) takes none from \(input). Name the columns "
          + "of contactPersons[0] in the mapping, or import one row a customer.",
        sv:
          "Flera rader per kund ska ge kontaktpersoner, men mappningen \(mapping) tar inga från \(input). Ange kolumnerna för "
          + "contactPersons[0] i mappningen, eller importera en rad per kund.")
  }
}

extension ErrorCode {
  static let ofSeveralRows = [severalRowsFillMissing, severalRowsNoColumns]

  static let severalRowsFillMissing = ErrorCode(
    "severalRows.fillMissing", .usage, "Lookups were asked for, and the mapping takes several rows of a customer.")
  static let severalRowsNoColumns = ErrorCode(
    "severalRows.noColumns", .configuration,
    "Further rows of a customer are to bring contact persons, and the mapping takes none.")
}
