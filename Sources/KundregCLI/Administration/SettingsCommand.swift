import ArgumentParser
import CustomerModel
import Runs
import Texts

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
      let (register, actor) = try global.enter()
      let settings = try SettingsAdministration(register, as: actor).settings()
      var table = TextTable(["setting", "value", "effect"])
      for setting in Setting.allCases {
        let value = SettingsCommand.told(settings[setting], of: setting)
        table.append([Text(verbatim: setting.rawValue), value, setting.explanation])
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
      let (register, actor) = try global.enter()
      let (setting, number) = try SettingsAdministration(register, as: actor).set(key, to: value)
      let value = SettingsCommand.told(number, of: setting)
      Output.done(
        RegisterCommandTexts.set(setting, to: value, isOff: number == 0),
        ["setting": key, "value": value.english], as: global.reportFormat)
    }
  }

  private static func told(_ value: Int, of setting: Setting) -> Text {
    setting.isBoolean ? DisplayTexts.yesOrNo(value != 0) : Text(verbatim: String(value))
  }
}
