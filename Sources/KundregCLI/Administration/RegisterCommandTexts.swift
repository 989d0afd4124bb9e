import CustomerModel
import Runs
import Texts

/// What is told of the register itself: its files, fields, names, filters, settings and users.
enum RegisterCommandTexts {
  // MARK: Files

  static func wrote(_ path: String) -> Text { Text(en: "Wrote \(path).", sv: "Skrev \(path).") }

  static func created(_ register: String, configuration: String?) -> Text {
    guard let configuration else {
      return Text(
        en: "Created \(register). See what an import would do with: kundreg import FILE --dry-run",
        sv: "Skapade \(register). Se vad en import skulle göra med: kundreg import FIL --dry-run")
    }
    return Text(
      en: "Created \(register) and \(configuration). See what an import would do with: kundreg import FILE --dry-run",
      sv: "Skapade \(register) och \(configuration). Se vad en import skulle göra med: kundreg import FIL --dry-run")
  }

  // MARK: Custom fields

  static func addedField(_ name: String) -> Text {
    Text(
      en: "Added the custom field \(name). In files and lists it is customFields.\(name).",
      sv: "La till det egna fältet \(name). I filer och listor heter det customFields.\(name).")
  }

  /// - Parameter customers: how many have a value in it.
  static func removedField(_ name: String, customers: Int) -> Text {
    customers == 0
      ? Text(en: "Removed the custom field \(name).", sv: "Tog bort det egna fältet \(name).")
      : Text(
        en: "Removed the custom field \(name). The value stays with \(customers.counted("customer")).",
        sv: "Tog bort det egna fältet \(name). Värdet finns kvar hos \(customers.counted("kund", "kunder")).")
  }

  // MARK: Lists of names

  static func addedNames(_ names: [String], to field: Field) -> Text {
    let list = names.joined(separator: ", ")
    let name = FieldPath(field).columnHeading
    return names.isEmpty
      ? Text(
        en: "Nothing to add: \(name.english) has these names already.",
        sv: "Inget att lägga till: namnen finns redan i \(name.swedish).")
      : Text(en: "Added to \(name.english): \(list).", sv: "La till i \(name.swedish): \(list).")
  }

  static func removedNames(_ names: [String], from field: Field) -> Text {
    let list = names.joined(separator: ", ")
    let name = FieldPath(field).columnHeading
    return Text(en: "Removed from \(name.english): \(list).", sv: "Tog bort ur \(name.swedish): \(list).")
  }

  // MARK: Filters

  static func savedFilter(_ name: String, customers: Int) -> Text {
    Text(
      en: "Saved the filter \(name); \(customers.counted("customer matches", "customers match")) it now.",
      sv: "Sparade filtret \(name); \(customers.counted("kund passar", "kunder passar")) in på det nu.")
  }

  static func deletedFilter(_ name: String) -> Text {
    Text(en: "Deleted the filter \(name).", sv: "Tog bort filtret \(name).")
  }

  // MARK: Settings

  static func set(_ setting: Setting, to value: Text, isOff: Bool) -> Text {
    let effect = setting.explanation
    return isOff
      ? Text(
        en: "\(setting.rawValue) is \(value.english). When it is yes: \(effect.english)",
        sv: "\(setting.rawValue) är \(value.swedish). När den är ja: \(effect.swedish)")
      : Text(
        en: "\(setting.rawValue) is \(value.english). \(effect.english)",
        sv: "\(setting.rawValue) är \(value.swedish). \(effect.swedish)")
  }

  // MARK: Users

  static func registered(_ name: String, with permissions: String) -> Text {
    permissions.isEmpty
      ? Text(en: "Registered \(name) with no permissions.", sv: "La till \(name) utan behörigheter.")
      : Text(en: "Registered \(name) with \(permissions).", sv: "La till \(name) med \(permissions).")
  }

  static func setPassword(_ name: String) -> Text {
    Text(en: "\(name) has a new password.", sv: "\(name) har ett nytt lösenord.")
  }

  static func removedPassword(_ name: String) -> Text {
    Text(en: "Took the password of \(name) away.", sv: "Tog bort lösenordet för \(name).")
  }

  static func has(_ name: String, _ permissions: String) -> Text {
    permissions.isEmpty
      ? Text(en: "\(name) has no permissions.", sv: "\(name) har inga behörigheter.")
      : Text(en: "\(name) has \(permissions).", sv: "\(name) har \(permissions).")
  }

  /// - Parameters:
  ///   - customers: how many stay assigned to the name.
  ///   - command: what takes them away.
  static func removedUser(_ name: String, customers: Int, takenAwayBy command: String) -> Text {
    customers == 0
      ? Text(en: "Removed \(name), who may no longer act.", sv: "Tog bort \(name), som inte längre får göra något.")
      : Text(
        en:
          "Removed \(name), who may no longer act. \(customers.counted("customer stays", "customers stay")) assigned to the name: `\(command)` takes them away.",
        sv:
          "Tog bort \(name), som inte längre får göra något. \(customers.counted("kund är", "kunder är")) fortfarande tilldelade namnet: `\(command)` tar bort dem."
      )
  }
}
