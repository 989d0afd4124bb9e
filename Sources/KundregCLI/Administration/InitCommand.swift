import ArgumentParser
import Foundation
import Runs

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
    let outcome = try RegisterCreation.perform(
      at: global.registerPath(configuration), configuration, folder: FileManager.default.currentDirectoryPath)
    let facts: KeyValuePairs =
      outcome.configuration.map { ["register": outcome.register, "config": $0] } ?? ["register": outcome.register]
    Output.done(
      RegisterCommandTexts.created(outcome.register, configuration: outcome.configuration.map { _ in "config.json" }),
      facts,
      kinds: ["register": .path, "config": .path], as: global.reportFormat)
  }
}
