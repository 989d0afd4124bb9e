import ArgumentParser
import CustomerModel
import Documents
import RegisterStore
import Runs
import Texts
import Writers

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
    let left = Self.left(outcome)
    switch global.reportFormat {
    case .json: Output.json(node(outcome, left))
    case .csv: Output.write(TextTable.csv([["run", "left"]] + left.map { ["\(outcome.run)", $0.english] }))
    case .table:
      Output.line(
        PrivacyAccountTexts.removed(run: outcome.run, with: outcome.merged, documents: outcome.deletedDocuments))
      Output.line(PrivacyAccountTexts.byHand)
      for line in left { Output.line("    \(line[Output.language])") }
    }
    let shortcomings = Self.shortcomings(outcome)
    guard !shortcomings.isEmpty else { return }
    if case .inUse = outcome.erasure, outcome.undeletedFiles.isEmpty {
      throw KundregError(.forgetTraces, shortcomings.joined())
    }
    Output.error(shortcomings.joined())
    throw ExitStatus.someRejected
  }

  /// What was to be done besides and was not, each with its remedy.
  private static func shortcomings(_ outcome: ForgetRun.Outcome) -> [Text] {
    let undeleted = outcome.undeletedFiles.isEmpty ? [] : [PrivacyAccountTexts.undeleted(outcome.undeletedFiles)]
    return switch outcome.erasure {
    case .done: undeleted
    case .inUse: undeleted + [PrivacyAccountTexts.inUse, PrivacyAccountTexts.copy]
    case .failed(let reason): undeleted + [PrivacyAccountTexts.traces(reason), PrivacyAccountTexts.copy]
    }
  }

  /// What this program cannot remove: files that it does not know, and other systems.
  private static func left(_ outcome: ForgetRun.Outcome) -> [Text] {
    outcome.mergedInto.map(PrivacyAccountTexts.mergedInto)
      + outcome.remoteRecords.map { PrivacyAccountTexts.remote($0.number, in: $0.system) }
      + outcome.contactsElsewhere.map(PrivacyAccountTexts.contact)
      + outcome.undeletedFiles.map { PrivacyAccountTexts.undeleted($0) }
      + outcome.rejectsFiles.map(PrivacyAccountTexts.rejects)
      + outcome.savedFilters.map(PrivacyAccountTexts.filter)
      + [PrivacyAccountTexts.otherFiles]
  }

  private func node(_ outcome: ForgetRun.Outcome, _ left: [Text]) -> JSONNode {
    .object([
      .init(key: "run", value: .number(String(outcome.run))),
      .init(key: "customers", value: .array(outcome.customers.map { .number(String($0)) })),
      .init(key: "deletedDocuments", value: .number(String(outcome.deletedDocuments))),
      .init(key: "erased", value: .boolean(outcome.erasure == .done)),
      .init(key: "left", value: .array(left.map { .text($0.english) })),
    ])
  }
}
