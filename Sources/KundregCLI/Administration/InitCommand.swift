import ArgumentParser
import ConfigurationFile
import CustomerModel
import Foundation
import RegisterStore

/// `kundreg init`
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Create an empty register, and config.json if there is none.",
    discussion: """
      EXAMPLE
        kundreg init
        kundreg init --register kunder.db
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let path = global.registerPath(configuration)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw KundregError(
        .failed, code: "register.exists", "There is a register at \(path) already. It is left as it is.")
    }
    _ = try Register.create(at: path)
    var made = [path]
    var facts: KeyValuePairs = ["register": path]
    let file = FileManager.default.currentDirectoryPath + "/config.json"
    if configuration.path == nil, !FileManager.default.fileExists(atPath: file) {
      try Data(Configuration.example.utf8).write(to: URL(fileURLWithPath: file))
      made.append("config.json")
      facts = ["register": path, "config": file]
    }
    let next = "See what an import would do with: kundreg import FILE --dry-run"
    Output.done(
      "Created \(made.joined(separator: " and ")). \(next)", facts,
      kinds: ["register": .path, "config": .path], as: global.reportFormat)
  }
}
