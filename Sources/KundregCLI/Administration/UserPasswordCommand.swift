import ArgumentParser
import CustomerModel
import Runs

/// `kundreg user password NAME`
struct UserPasswordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password",
    abstract: "Give a user a password for the page, or take it away.",
    discussion: """
      It is asked for at the terminal, or is the first line of standard input. Administrators may give one to everybody, users to \
      themselves. Another password ends the logins by the one before it.

      EXAMPLE
        kundreg user password anna
        kundreg user password anna --remove
      """)
  @Argument(help: "The user's name.")
  var name: String
  @Flag(help: "Take the password away.")
  var remove = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let (register, actor) = try global.enter()
    let passwords = PasswordAdministration(register, as: actor)
    if remove {
      try passwords.remove(of: name)
      return Output.done(RegisterCommandTexts.removedPassword(name), ["name": name], as: global.reportFormat)
    }
    // Before anybody types one for nothing.
    try passwords.requireSetting(for: name)
    try passwords.set(PasswordInput.read(for: name), for: name)
    Output.done(RegisterCommandTexts.setPassword(name), ["name": name], as: global.reportFormat)
  }
}
