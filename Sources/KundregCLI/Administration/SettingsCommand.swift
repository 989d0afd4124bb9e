import ArgumentParser
import CustomerModel
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
      let (register, actor) = try global.enter()
      let settings = try SettingsAdministration(register, as: actor).settings()
      var table = TextTable(["setting", "value", "effect"])
      for setting in Setting.allCases {
        table.append([setting.rawValue, setting.written(settings[setting]), setting.explanation])
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
      let shown = setting.written(number)
      let effect = number == 0 ? "When it is yes: \(setting.explanation)" : setting.explanation
      Output.done(
        "\(key) is \(shown). \(effect)", ["setting": key, "value": shown], as: global.reportFormat)
    }
  }
}
