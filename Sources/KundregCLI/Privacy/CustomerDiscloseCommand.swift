import ArgumentParser
import Runs

/// `kundreg customer disclose NUMBER`
struct CustomerDiscloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "disclose",
    abstract: "Everything held on one person, as JSON and unmasked; for administrators.",
    discussion: """
      The card, its history, what syncs keep, notifications, documents, and the runs that touched it. A file is made for \
      its owner alone.

      EXAMPLE
        kundreg customer disclose 1001 --out anna.json
      """)

  @Argument(help: "The customer number; a deleted customer's too.")
  var number: String
  @Option(help: ArgumentHelp("A new file; standard output unless given.", valueName: "file"))
  var out: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let (register, actor) = try global.enter()
    guard let out else {
      return Output.json(try Disclosure.document(of: number, in: register, as: actor), masked: false)
    }
    let outcome = try Disclosure.write(everythingOn: number, in: register, as: actor, to: out)
    Output.result(
      outcome, PrivacyAccountTexts.disclosed(outcome.number, in: outcome.file, documents: outcome.documents),
      paths: [outcome.file], as: global.reportFormat)
  }
}
