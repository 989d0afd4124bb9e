import CustomerModel
import Texts

/// What is told of a list whose headings were read by their words, and of one that lacks what every customer needs.
enum UnderstoodListTexts {
  /// - Parameter columns: each heading with the labels of its fields.
  static func readAs(_ columns: [(heading: String, fields: [Text])]) -> Text {
    let list = list(columns)
    return Text(
      en:
        "No mapping fits these headings; they were read by their words and cells: \(list.english). Check that it is right, and keep it as a mapping for the lists to come.",
      sv:
        "Ingen mappning passar rubrikerna; de lästes efter ord och celler: \(list.swedish). Kontrollera att det stämmer, och spara det som en mappning för kommande listor."
    )
  }

  /// - Parameter mapping: the one that fits, but for names.
  static func readForNames(_ columns: [(heading: String, fields: [Text])], mapping: String) -> Text {
    let list = list(columns)
    return Text(
      en:
        "The mapping \(mapping) finds no names among these headings; they were read by their words and cells: \(list.english). Customers that are there get only what the mapping knows. Check that it is right, and keep it as a mapping for the lists to come.",
      sv:
        "Mappningen \(mapping) hittar inga namn bland rubrikerna; de lästes efter ord och celler: \(list.swedish). Kunder som redan finns får bara det som mappningen känner till. Kontrollera att det stämmer, och spara det som en mappning för kommande listor."
    )
  }

  /// - Parameter mapping: the one that fits and does not know these columns.
  static func readBeside(_ columns: [(heading: String, fields: [Text])], mapping: String) -> Text {
    let list = list(columns)
    return Text(
      en:
        "The mapping \(mapping) does not know these headings; they were read by their words, for new customers only: \(list.english). To give it to customers that are there, too, keep a mapping of this list.",
      sv:
        "Mappningen \(mapping) känner inte igen rubrikerna, som därför tolkades efter sina ord, bara för nya kunder: \(list.swedish). Spara en mappning av listan om även kunder som redan finns ska få det."
    )
  }

  /// - Parameter headings: those of the columns that the mapping does not know.
  static func rowIsReadByMapping(without headings: [String]) -> Text {
    let list = { (quoted: (String) -> String) in headings.map { quoted($0.cutForSentence) }.joined(separator: ", ") }
    return Text(
      en: "The row was imported without the columns that the mapping does not know: \(list { "“\($0)”" }).",
      sv: "Raden importerades utan de kolumner som mappningen inte känner till: \(list { "”\($0)”" }).")
  }

  /// - Parameters:
  ///   - country: two letters.
  ///   - isByNumbers: false where postal codes tell it.
  ///   - coversRowsWithout: false where rows without such a number get no country.
  static func countryIsProven(
    _ country: String, heading: String, isByNumbers: Bool, coversRowsWithout: Bool
  ) -> Text {
    let (english, englishName, swedish, swedishName) =
      switch country {
      case "NO": ("Norwegian", "Norway", "norska", "Norge")
      case "DK": ("Danish", "Denmark", "danska", "Danmark")
      case "FI": ("Finnish", "Finland", "finska", "Finland")
      default: ("British", "Great Britain", "brittiska", "Storbritannien")
      }
    let heading = heading.cutForSentence
    guard coversRowsWithout else {
      return Text(
        en:
          "The list has no column of countries: most numbers under “\(heading)” are \(english), so the rows that have such a number are taken to be in \(englishName), and no others. Customers that are there keep the country they have.",
        sv:
          "Land saknas i listan: de flesta numren i ”\(heading)” är \(swedish), så rader som har ett sådant nummer räknas till \(swedishName), men inga andra. Kunder som redan finns behåller sitt land."
      )
    }
    return Text(
      en:
        "The list has no column of countries: the \(isByNumbers ? "numbers" : "postal codes") under “\(heading)” are \(english), so rows are taken to be in \(englishName) unless their own says otherwise. Customers that are there keep the country they have.",
      sv:
        "Land saknas i listan: \(isByNumbers ? "numren" : "postnumren") i ”\(heading)” är \(swedish), så rader utan land räknas till \(swedishName), utom de vars eget \(isByNumbers ? "nummer" : "postnummer") säger något annat. Kunder som redan finns behåller sitt land."
    )
  }

  private static func list(_ columns: [(heading: String, fields: [Text])]) -> Text {
    func list(_ language: Language, _ quoted: (String) -> String) -> String {
      columns.map { "\(quoted($0.heading.cutForSentence)) \($0.fields.map { $0[language] }.joined(separator: " + "))" }
        .joined(separator: ", ")
    }
    return Text(en: list(.english) { "“\($0)” is" }, sv: list(.swedish) { "”\($0)” är" })
  }

  static func noHeadings(_ input: String) -> Text {
    Text(
      en:
        "\(input) begins with customers and has no row of headings. Write headings above them, or refer to its columns by position in a mapping.",
      sv:
        "\(input) börjar med kunder och har ingen rubrikrad. Skriv rubriker ovanför dem, eller ange kolumnerna efter deras plats i en mappning."
    )
  }

  static func noNumbers(_ input: String, _ headings: Text, likeliest: String?) -> Text {
    let start = Text(
      en: "No column of \(input) was taken for the customer number. The headings are: \(headings.english).",
      sv: "Ingen kolumn i \(input) togs för kundnummer. Rubrikerna är: \(headings.swedish).")
    return [start, likeliest.map(probably)].compactMap(\.self).joined()
  }

  static func noNames(_ input: String, _ headings: Text, likeliest: String?) -> Text {
    let start = Text(
      en:
        "No column of \(input) was taken for the name, which new customers need. The headings are: \(headings.english).",
      sv: "Ingen kolumn i \(input) togs för namn, som nya kunder behöver. Rubrikerna är: \(headings.swedish).")
    return [start, likeliest.map(probably)].compactMap(\.self).joined()
  }

  private static func probably(_ heading: String) -> Text {
    Text(
      en: "The likeliest is “\(heading)”: say so in a mapping.",
      sv: "Troligast är ”\(heading)”: ange det i en mappning.")
  }
}

extension ErrorCode {
  static let ofUnderstoodLists = [mappingNoHeadings, mappingNoNumbers, mappingNoNames]

  static let mappingNoHeadings = ErrorCode(
    "mapping.noHeadings", .configuration, "A list begins with customers: it has no row of headings.")

  static let mappingNoNumbers = ErrorCode(
    "mapping.noNumbers", .configuration,
    "No column of a list was taken for the customer number, and nothing stands in for it.")
  static let mappingNoNames = ErrorCode(
    "mapping.noNames", .configuration,
    "No column of a list was taken for the name, and the register has no customers yet.")
}
