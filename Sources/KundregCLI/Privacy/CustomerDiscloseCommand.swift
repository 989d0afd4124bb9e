import ArgumentParser
import CustomerModel
import Documents
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
    let document = try Disclosure.document(of: number, in: register, as: actor)
    guard let out else { return Output.json(document, masked: false) }
    try Disclosure.write(document, to: out)
    let documents = Disclosure.documentCount(of: document)
    Output.done(
      PrivacyAccountTexts.disclosed(number, in: out, documents: documents),
      ["number": number, "file": out], kinds: ["file": .path], as: global.reportFormat)
  }
}
