import CustomerModel
import Texts

/// What is told of passwords.
enum PasswordTexts {
  static func tooShort(least: Int) -> Text {
    Text(
      en: "A password has at least \(least) characters. Several words are easy to remember: use four.",
      sv: "Ett lösenord ska ha minst \(least) tecken. Flera ord är lätta att minnas: använd fyra.")
  }

  static func tooLong(most: Int) -> Text {
    Text(
      en: "A password has at most \(most) characters, all on one line.",
      sv: "Ett lösenord får ha högst \(most) tecken, alla på en rad.")
  }

  /// Letters that arrived in another encoding are all read as the same sign, in anybody's password.
  static let notReadable = Text(
    en:
      "Letters of the password did not arrive as UTF-8. Set the terminal, or the program that hands it over, to UTF-8.",
    sv:
      "Bokstäver i lösenordet kom inte fram som UTF-8. Ställ in terminalen, eller programmet som lämnar lösenordet, på UTF-8."
  )

  static func isName(_ name: String) -> Text {
    Text(
      en: "A password must not be the user's own name. Choose another for \(name).",
      sv: "Ett lösenord får inte vara användarens eget namn. Välj ett annat för \(name).")
  }

  static func none(_ name: String) -> Text {
    Text(en: "\(name) has no password.", sv: "\(name) har inget lösenord.")
  }
}

extension ErrorCode {
  static let ofPasswords = [passwordUnfit, passwordNone]

  static let passwordUnfit = ErrorCode(
    "password.unfit", .usage, "A password is too short, too long, not UTF-8, or the user's name.")
  static let passwordNone = ErrorCode("password.none", .failed, "A password is to be taken away, and there is none.")
}
