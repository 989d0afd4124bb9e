import Texts

/// What stands around every page.
enum FrameTexts {
  static let name = Text(verbatim: "Kundreg")

  static func title(_ page: Text) -> Text {
    Text(en: "\(page.english) – Kundreg", sv: "\(page.swedish) – Kundreg")
  }

  static let skip = Text(en: "To the content", sv: "Till innehållet")
  static let ways = Text(en: "Pages", sv: "Sidor")
  static let start = Text(en: "Start", sv: "Start")
  static let customers = Text(en: "Customers", sv: "Kunder")
  static let runs = Text(en: "Runs", sv: "Körningar")
  static let sessions = Text(en: "Logins", sv: "Inloggningar")

  /// A language by its own name, whoever reads it.
  static func language(_ language: Language) -> Text {
    switch language {
    case .english: Text(verbatim: "English")
    case .swedish: Text(verbatim: "Svenska")
    }
  }
}
