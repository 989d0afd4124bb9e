import CustomerModel
package import Texts

/// What is told of a mapping that is kept.
package enum KeptMappingTexts {
  static func badName(_ name: String) -> Text {
    Text(
      en: "“\(name)” cannot be the name of a mapping: it is a file's name, without folder and ending.",
      sv: "”\(name)” kan inte vara en mappnings namn: det är ett filnamn, utan mapp och filändelse.")
  }

  static func isThere(_ path: String) -> Text {
    Text(
      en: "There is a mapping of that name: \(path). Take another name, or delete the file first.",
      sv: "Det finns redan en mappning med det namnet: \(path). Välj ett annat namn, eller ta bort filen först.")
  }

  static func noFolder(_ folders: [String]) -> Text {
    let list = folders.joined(separator: ", ")
    return Text(
      en: "No mapping folder can be written to: \(list).", sv: "Ingen mapp med mappningar går att skriva i: \(list).")
  }

  package static func isKept(_ name: String, path: String) -> Text {
    Text(
      en: "The mapping \(name) is kept in \(path). Lists with these headings are imported with it.",
      sv: "Mappningen \(name) är sparad i \(path). Listor med de här rubrikerna importeras med den.")
  }
}

extension ErrorCode {
  static let ofKeptMappings = [mappingBadName, mappingIsThere, mappingNoFolder]

  static let mappingBadName = ErrorCode("mapping.badName", .usage, "A mapping cannot be kept under such a name.")
  static let mappingIsThere = ErrorCode("mapping.isThere", .usage, "There is a mapping of that name already.")
  static let mappingNoFolder = ErrorCode(
    "mapping.noFolder", .configuration, "No mapping folder can be written to.")
}
