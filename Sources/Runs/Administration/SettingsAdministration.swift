package import CustomerModel
package import RegisterStore

/// What the register's settings are, and how an administrator changes them.
package struct SettingsAdministration: Sendable {
  private let register: Register
  private let actor: ActingUser

  package init(_ register: Register, as actor: ActingUser) {
    self.register = register
    self.actor = actor
  }

  /// The settings, for whoever may see a card: they say what it is made of.
  ///
  /// - Throws: ``KundregError`` with status 77 for whom may see no customers.
  package func settings() throws -> RegisterSettings {
    try register.read { reader in
      _ = try actor.sight(in: reader)
      return try reader.settings()
    }
  }

  /// Changes one setting.
  ///
  /// - Parameter value: as a person writes it: yes or no, in either language, or a number of characters.
  /// - Returns: the setting and its value, 1 for yes.
  /// - Throws: ``KundregError``: `setting.unknown`, `setting.value` and `setting.limits` with status 64, 77 for whom is no
  ///   administrator.
  package func set(_ name: String, to value: String) throws -> (setting: Setting, value: Int) {
    guard let setting = Setting(rawValue: name) else {
      throw KundregError(
        .settingUnknown, AdministrationTexts.unknownSetting(name, known: Setting.allCases.map(\.rawValue)))
    }
    let number = try Self.number(value, setting)
    try register.write { writer in
      try actor.require(.administrator, in: writer, to: DeedTexts.changeSettings)
      var settings = try writer.settings()
      settings[setting] = number
      let (least, most) = (settings[.numberMinimumLength], settings[.numberMaximumLength])
      guard least <= most else {
        throw KundregError(.settingLimits, AdministrationTexts.lengthsCross(least: least, most: most))
      }
      try writer.set(setting, to: number)
    }
    return (setting, number)
  }

  private static func number(_ value: String, _ setting: Setting) throws -> Int {
    guard setting.isBoolean else {
      guard let number = Int(value), (1...Setting.longestNumber).contains(number) else {
        throw KundregError(.settingValue, AdministrationTexts.noLength(value, setting: setting.rawValue))
      }
      return number
    }
    switch value.lowercased() {
    case "yes", "true", "1", "on", "ja": return 1
    case "no", "false", "0", "off", "nej": return 0
    default: throw KundregError(.settingValue, AdministrationTexts.noYesOrNo(value, setting: setting.rawValue))
    }
  }
}

extension Setting {
  /// A value as programs and people read it: `yes`, `no` or a number.
  package func written(_ value: Int) -> String { isBoolean ? (value == 0 ? "no" : "yes") : "\(value)" }
}
