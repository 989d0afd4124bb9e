import ArgumentParser
import CustomerModel
import Runs
import Texts

/// `kundreg customer forget NUMBER`
struct CustomerForgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Remove a person's data from the register for good; for administrators.",
    discussion: """
      The card, its history, and what syncs keep are removed and overwritten in the file; so are those of customers that \
      were merged into it. It stays that a customer was there, when it was removed and by whom. No undo brings it back. \
      Files outside the register are listed, to be removed by hand. See docs/privacy.md.

      EXAMPLE
        kundreg customer forget 1001 --yes
      """)

  @Argument(help: "The customer number; a deleted customer's too.")
  var number: String
  @Flag(help: "Do it: nothing brings the data back.")
  var yes = false
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let configuration = try global.configuration()
    let (register, actor) = try global.enter(configuration)
    guard yes else {
      let merged = try ForgetRun.merged(with: number, in: register, as: actor)
      throw KundregError(.forgetUnconfirmed, PrivacyAccountTexts.unconfirmed(number, with: merged))
    }
    let outcome = try ForgetRun.perform(number, on: register, as: actor)
    switch global.reportFormat {
    case .json: Output.json(outcome.node { $0.worded }, masked: false)
    case .csv:
      Output.write(
        TextTable.csv([["run", "left"]] + outcome.left.map { ["\(outcome.run)", $0.worded.english] }))
    case .table:
      Output.line(
        PrivacyAccountTexts.removed(run: outcome.run, with: outcome.merged, documents: outcome.deletedDocuments))
      Output.line(PrivacyAccountTexts.byHand)
      for note in outcome.left { Output.write("    \(note.worded[Output.language])\n") }
    }
    if let failure = outcome.failure { throw failure }
    guard outcome.needsAttention else { return }
    Output.error(outcome.shortcomings.map(\.worded).joined())
    throw ExitStatus.someRejected
  }
}

extension ResultNote {
  /// What is to be known, and what to type.
  var worded: Text { ([text] + remedies.map(\.worded)).joined() }
}
