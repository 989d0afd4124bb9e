import Texts

/// What is told of a password that is typed.
enum PasswordInputTexts {
  static func ask(_ name: String) -> Text {
    Text(en: "New password for \(name):", sv: "Nytt lösenord för \(name):")
  }

  static let askAgain = Text(en: "The same once more:", sv: "Samma en gång till:")
  static let mistyped = Text(
    en: "The two differ. Nothing was changed.", sv: "De två är olika. Inget har ändrats.")
}
