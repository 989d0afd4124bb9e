package import Texts

extension CustomFieldDefinition.Kind {
  /// What a person calls it.
  package var label: Text {
    switch self {
    case .text: Text(verbatim: "text")
    case .number: Text(en: "number", sv: "tal")
    case .date: Text(en: "date", sv: "datum")
    case .boolean: Text(en: "yes or no", sv: "ja eller nej")
    case .choice: Text(en: "choice", sv: "val")
    }
  }
}
