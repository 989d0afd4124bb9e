import Foundation
import Testing

@Suite struct HelpTests {
  /// Every command and subcommand, as the program itself lists them.
  static func commands() throws -> [[String]] {
    let dump = try Program.run(["--experimental-dump-help"], in: "/").json()
    func walk(_ command: JSON, _ path: [String]) -> [[String]] {
      let children = (command["subcommands"]?.elements ?? []).filter { $0["commandName"] != .string("help") }
      return [path] + children.flatMap { walk($0, path + [$0["commandName"]?.text ?? ""]) }
    }
    return try walk(#require(dump["command"]), [])
  }

  @Test func everyCommandsHelpShowsAnExample() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 25)
    for command in commands {
      let outcome = try Program.run(command + ["--help"], in: "/")
      #expect(outcome.status == 0)
      let lines = outcome.stdout.split(separator: "\n").map(String.init)
      let commands = lines.filter { $0.drop { $0 == " " }.hasPrefix("kundreg ") }
      #expect(commands.allSatisfy { $0.hasPrefix("  kundreg ") }, "examples are indented alike: \(commands)")
      let example = lines.drop { $0 != "EXAMPLE" }.dropFirst().prefix { $0.hasPrefix("  kundreg ") }
      let name = (["kundreg"] + command).joined(separator: " ")
      #expect(example.contains { ($0 + " ").hasPrefix("  \(name) ") }, "the example of \(name) is: \(example)")
    }
  }

  @Test func manualPageNamesEveryCommandAndOption() throws {
    let manual = try String(contentsOfFile: Program.checkout + "/docs/kundreg.1", encoding: .utf8)
      .replacing("\\-", with: "-").replacing("\\fR", with: "").replacing("\\fB", with: "")
    for command in try Self.commands() where !command.isEmpty {
      #expect(manual.contains("kundreg " + command.joined(separator: " ")), "\(command)")
      let help = try Program.run(command + ["--help"], in: "/").stdout
      for option in help.matches(of: /\n  (--[a-z-]+)/).map(\.1) { #expect(manual.contains(option), "\(option)") }
    }
  }

  @Test func versionIsTheNewestOfWhichTheChangesTell() throws {
    let outcome = try Program.run(["--version"], in: "/")
    #expect(outcome.status == 0)
    let changes = try String(contentsOfFile: Program.checkout + "/CHANGELOG.md", encoding: .utf8)
    let newest = try #require(changes.firstMatch(of: /\n## ([0-9.]+)/)).1
    #expect(outcome.stdout == "kundreg \(newest)\n")
  }

  @Test func helpNamesEveryCommand() throws {
    let outcome = try Program.run(["help"], in: "/")
    #expect(outcome.status == 0)
    #expect(outcome.stdout.contains("SUBCOMMANDS:"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsKnowTheCommands(shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell], in: "/")
    #expect(outcome.status == 0)
    for command in try Self.commands() where command.count == 1 { #expect(outcome.stdout.contains(command[0])) }
  }
}
