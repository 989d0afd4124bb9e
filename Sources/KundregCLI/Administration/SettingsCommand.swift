import ArgumentParser
import CustomerModel
import RegisterStore
import Runs

/// `kundreg settings …`
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "The register's settings.",
    discussion: """
      EXAMPLE
        kundreg settings list
        kundreg settings set useTaxReductions yes
      """,
    subcommands: [List.self, Set.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Every setting, its value and its effect.",
      discussion: """
        EXAMPLE
          kundreg settings list
        """)
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let settings = try global.openRegister().read { register in
        // Whoever may see a card may know what it is made of.
        _ = try global.actor(in: register).sight(in: register)
        return try register.settings()
      }
      var table = TextTable(["setting", "value", "effect"])
      for setting in Setting.allCases {
        table.append([setting.rawValue, Set.shown(settings[setting], setting), setting.explanation])
      }
      table.write(as: global.reportFormat)
    }
  }

  struct Set: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Change a setting. Takes an administrator.",
      discussion: """
        EXAMPLE
          kundreg settings set numberMaximumLength 8
        """)
    @Argument(help: "The setting's name.")
    var key: String
    @Argument(help: "yes or no, or a number of characters.")
    var value: String
    @OptionGroup var global: GlobalOptions

    func run() throws {
      guard let setting = Setting(rawValue: key) else {
        let names = Setting.allCases.map(\.rawValue).joined(separator: ", ")
        throw KundregError(.usage, code: "setting.unknown", "There is no setting \(key). The settings are \(names).")
      }
      let number = try Self.number(value, setting)
      try global.openRegister().write { register in
        try global.actor(in: register).require(.administrator, in: register, to: "change settings")
        var settings = try register.settings()
        settings[setting] = number
        guard settings[.numberMinimumLength] <= settings[.numberMaximumLength] else {
          throw KundregError(
            .usage, code: "setting.limits",
            "The minimum length of customer numbers, \(settings[.numberMinimumLength]), must not be above the maximum, "
              + "\(settings[.numberMaximumLength]).")
        }
        try register.set(setting, to: number)
      }
      let shown = Self.shown(number, setting)
      let effect = number == 0 ? "When it is yes: \(setting.explanation)" : setting.explanation
      Output.done(
        "\(key) is \(shown). \(effect)", ["setting": key, "value": shown], as: global.reportFormat)
    }

    /// A setting's value as people write it.
    static func shown(_ number: Int, _ setting: Setting) -> String {
      setting.isBoolean ? (number == 0 ? "no" : "yes") : "\(number)"
    }

    private static func number(_ value: String, _ setting: Setting) throws -> Int {
      if setting.isBoolean {
        switch value.lowercased() {
        case "yes", "true", "1", "on", "ja": return 1
        case "no", "false", "0", "off", "nej": return 0
        default: throw KundregError(.usage, code: "setting.value", "\(setting.rawValue) is yes or no, not \(value).")
        }
      }
      guard let number = Int(value), (1...Setting.longestNumber).contains(number) else {
        throw KundregError(
          .usage, code: "setting.value",
          "\(setting.rawValue) is a number of characters from 1 to \(Setting.longestNumber), not \(value).")
      }
      return number
    }
  }
}
