import CustomerModel
import Texts

/// What is told of the register's lists of names and of its users.
enum NameTexts {
  // MARK: Lists of names

  /// - Parameter near: a name of the list that was probably meant.
  static func unknown(_ name: String, in kind: ReferenceKind, near: String?) -> Text {
    near.map { near in
      Text(
        en: "The register has no \(kind.label.english) \(name). Did you mean \(near)? Nothing was changed.",
        sv: "\(name) finns inte i \(kind.listLabel.swedish). Menade du \(near)? Inget har ändrats.")
    }
      ?? Text(
        en: "The register has no \(kind.label.english) \(name). Nothing was changed.",
        sv: "\(name) finns inte i \(kind.listLabel.swedish). Inget har ändrats.")
  }

  static func unlisted(_ name: String, in kind: ReferenceKind) -> Text {
    Text(
      en: "There is no \(kind.label.english) \(name). Nothing was changed.",
      sv: "Det finns ingen post \(name) i \(kind.listLabel.swedish). Inget har ändrats.")
  }

  static func inUse(_ name: String, of kind: ReferenceKind, customers: Int) -> Text {
    Text(
      en:
        "The \(kind.label.english) \(name) is not removed, since customers have it (\(customers)). Nothing was changed.",
      sv:
        "\(name) tas inte bort ur \(kind.listLabel.swedish), eftersom kunder har det (\(customers)). Inget har ändrats."
    )
  }

  static let empty = Text(
    en: "A name must not be empty. Nothing was changed.", sv: "Ett namn får inte vara tomt. Inget har ändrats.")

  // MARK: Users

  static func nobodyToAssign(_ user: String) -> Text {
    Text(
      en: "\(user) is not a user of this register, so no customers can be assigned. Nothing was changed.",
      sv: "\(user) är inte användare i det här registret, så inga kunder kan tilldelas. Inget har ändrats.")
  }

  static let badUserName = Text(
    en: "A user's name must not be empty, nor have ; , or | in it: they stand between names.",
    sv: "En användares namn får inte vara tomt, och inte innehålla ; , eller |: de står mellan namn.")

  static func userIsThere(_ name: String) -> Text {
    Text(en: "\(name) is registered already.", sv: "\(name) är redan upplagd.")
  }

  static func lastAdministrator(_ name: String) -> Text {
    Text(
      en: "\(name) is the register's last administrator and stays one.",
      sv: "\(name) är registrets sista administratör och förblir det.")
  }
}

extension ErrorCode {
  static let ofNames = [
    referenceUnknown, namesUnknown, namesInUse, namesEmpty, assignUnknownUser, userName, userExists,
    userNotRegistered, userLastAdministrator,
  ]

  static let referenceUnknown = ErrorCode("reference.unknown", .failed, "A list of the register lacks the name.")
  static let namesUnknown = ErrorCode("names.unknown", .failed, "The list that the name is to be taken from lacks it.")
  static let namesInUse = ErrorCode("names.inUse", .failed, "Customers have the name that is to be removed.")
  static let namesEmpty = ErrorCode("names.empty", .usage, "A name is empty.")
  static let assignUnknownUser = ErrorCode(
    "assign.unknownUser", .failed, "Customers were to be assigned to somebody who is no user.")
  static let userName = ErrorCode("user.name", .usage, "A user cannot have that name.")
  static let userExists = ErrorCode("user.exists", .failed, "There is a user of that name.")
  static let userNotRegistered = ErrorCode("user.notRegistered", .failed, "There is no user of that name.")
  static let userLastAdministrator = ErrorCode(
    "user.lastAdministrator", .failed, "The register's last administrator stays one.")
}
