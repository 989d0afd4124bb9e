import CustomerModel
import Texts

/// What is told of the register as a whole, of settings, custom fields and logins.
enum AdministrationTexts {
  static func registerIsThere(_ path: String) -> Text {
    Text(
      en: "There is a register at \(path) already. It is left as it is.",
      sv: "Det finns redan ett register på \(path). Det lämnas som det är.")
  }

  static let noServiceAccounts = Text(
    en: "Only Fortnox has service accounts.", sv: "Bara Fortnox har tjänstekonton.")

  static let noCompanyID = Text(
    en:
      "Fortnox did not tell the company's id. Add the scope companyinformation to the configuration.",
    sv:
      "Fortnox angav inte företagets id. Lägg till rättigheten companyinformation i konfigurationen.")

  static func unknownSetting(_ name: String, known: [String]) -> Text {
    let names = known.joined(separator: ", ")
    return Text(
      en: "There is no setting \(name). The settings are \(names).",
      sv: "Det finns ingen inställning \(name). Inställningarna är \(names).")
  }

  static func lengthsCross(least: Int, most: Int) -> Text {
    Text(
      en: "The minimum length of customer numbers, \(least), must not be above the maximum, \(most).",
      sv: "Kundnumrens minsta längd, \(least), får inte vara större än den största, \(most).")
  }

  static func noYesOrNo(_ value: String, setting: String) -> Text {
    Text(en: "\(setting) is yes or no, not \(value).", sv: "\(setting) är ja eller nej, inte \(value).")
  }

  static func noLength(_ value: String, setting: String) -> Text {
    Text(
      en: "\(setting) is a number of characters from 1 to \(Setting.longestNumber), not \(value).",
      sv: "\(setting) är ett antal tecken från 1 till \(Setting.longestNumber), inte \(value).")
  }

  static func fieldIsThere(_ name: String) -> Text {
    Text(en: "There is a custom field \(name) already.", sv: "Det finns redan ett eget fält \(name).")
  }

  static func fieldWasOther(_ name: String) -> Text {
    Text(
      en: "There was a custom field \(name) of another kind, and customers may still have values in it.",
      sv: "Det har funnits ett eget fält \(name) av ett annat slag, och kunder kan ha kvar värden i det.")
  }

  static func fieldIsNear(_ name: String, _ near: String) -> Text {
    Text(
      en: "There is a custom field \(near) already, and nobody could tell a column \(name) from it.",
      sv: "Det finns redan ett eget fält \(near), och ingen kan skilja en kolumn \(name) från det.")
  }

  static func fieldWasNear(_ name: String, _ near: String) -> Text {
    Text(
      en: "There was a custom field \(near), and nobody could tell a column \(name) from it.",
      sv: "Det har funnits ett eget fält \(near), och ingen kan skilja en kolumn \(name) från det.")
  }

  static func unknownField(_ name: String) -> Text {
    Text(en: "There is no custom field \(name).", sv: "Det finns inget eget fält \(name).")
  }

  static let fieldNeedsName = Text(
    en: "A custom field's name must not be empty or *.", sv: "Ett eget fält får inte ha namnet * eller sakna namn.")

  static let choiceNeedsWords = Text(
    en: "A choice needs the words to choose among.", sv: "Ett fält av slaget choice behöver ord att välja bland.")

  static func onlyChoicesHaveWords(_ kind: String) -> Text {
    Text(
      en: "Words to choose among go with the kind choice, not with \(kind).",
      sv: "Ord att välja bland hör till slaget choice, inte till \(kind).")
  }

  static func wordIsTwice(_ word: String) -> Text {
    Text(
      en: "The word \(word) is given twice. Give each once.",
      sv: "Ordet \(word) är angivet två gånger. Ange det en gång.")
  }
}

extension ErrorCode {
  static let ofAdministration = [
    settingUnknown, settingValue, settingLimits, fieldExists, fieldUnknownCustom, fieldMalformed, registerExists,
    erpNoServiceAccounts, erpNoTenant,
  ]

  static let registerExists = ErrorCode(
    "register.exists", .failed, "There is a register where one is to be created.")
  static let erpNoServiceAccounts = ErrorCode(
    "erp.noServiceAccounts", .usage, "The accounting system has no service accounts.")
  static let erpNoTenant = ErrorCode("erp.noTenant", .unavailable, "Fortnox did not tell the company's id.")

  static let settingUnknown = ErrorCode("setting.unknown", .usage, "There is no setting of that name.")
  static let settingValue = ErrorCode("setting.value", .usage, "The setting cannot have the value.")
  static let settingLimits = ErrorCode(
    "setting.limits", .usage, "The minimum length of customer numbers would be above the maximum.")
  static let fieldExists = ErrorCode(
    "field.exists", .failed, "There is, or was, a custom field of that name or of one that nobody could tell from it.")
  static let fieldUnknownCustom = ErrorCode("field.unknownCustom", .failed, "There is no custom field of that name.")
  static let fieldMalformed = ErrorCode(
    "field.malformed", .usage, "A custom field cannot have the name, or its words do not go with its kind.")
}
