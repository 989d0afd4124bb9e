import CustomerModel
import Texts

/// What is told of a list that lacks what every customer needs.
enum UnderstoodListTexts {
  /// - Parameter columns: each heading with the labels of its fields.
  static func readAs(_ columns: [(heading: String, fields: [Text])]) -> Text {
    func list(_ language: Language, _ quoted: (String) -> String) -> String {
      columns.map { "\(quoted($0.heading.cutForSentence)) \($0.fields.map { $0[language] }.joined(separator: " + "))" }
        .joined(separator: ", ")
    }
    let english = list(.english) { "“\($0)” is" }
    let swedish = list(.swedish) { "”\($0)” är" }
    return Text(
      en:
        "No mapping fits these headings; they were read by their words and cells: \(english). See that it is right, and keep it as a mapping for the lists to come.",
      sv:
        "Ingen mappning passar rubrikerna; de lästes efter ord och celler: \(swedish). Se efter att det stämmer, och spara det som en mappning för kommande listor."
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
  static let ofUnderstoodLists = [mappingNoNumbers, mappingNoNames]

  static let mappingNoNumbers = ErrorCode(
    "mapping.noNumbers", .configuration,
    "No column of a list was taken for the customer number, and nothing stands in for it.")
  static let mappingNoNames = ErrorCode(
    "mapping.noNames", .configuration,
    "No column of a list was taken for the name, and the register has no customers yet.")
}
