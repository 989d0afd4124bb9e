import Texts
import ArgumentParser
import CustomerModel
import Documents
import RegisterStore
import Runs
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
      throw KundregError(
        .usage, code: "forget.unconfirmed",
        "This cannot be undone. Say --yes to remove everything held on customer \(number)\(Self.with(merged)).")
    }
    let outcome = try ForgetRun.perform(number, on: register, as: actor)
    let left = Self.left(outcome)
    switch global.reportFormat {
    case .json: Output.json(node(outcome, left))
    case .csv: Output.write(TextTable.csv([["run", "left"]] + left.map { ["\(outcome.run)", $0] }))
    case .table:
      Output.line(
        "Run \(outcome.run): everything that the register held on the customer\(Self.with(outcome.merged)) was removed, with "
          + "\(outcome.deletedDocuments.counted("document file")).")
      Output.line("To be removed by hand, where it holds the person:")
      for line in left { Output.line("    \(line)") }
    }
    let shortcomings = Self.shortcomings(outcome)
    guard !shortcomings.isEmpty else { return }
    let message = "The data was removed from the register, but \(shortcomings.joined(separator: "; and "))."
    if case .inUse = outcome.erasure, shortcomings.count == 1 {
      throw KundregError(.busy, code: "forget.traces", message)
    }
    Output.error(message)
    throw ExitStatus.someRejected
  }

  /// What was to be done besides and was not, each with its remedy.
  private static func shortcomings(_ outcome: ForgetRun.Outcome) -> [String] {
    let copy =
      "run `kundreg backup COPY.db`: the copy has none, and can take the register's place"
    var found: [String] = []
    if !outcome.undeletedFiles.isEmpty {
      let paths = outcome.undeletedFiles.joined(separator: ", ")
      found.append(
        "\(paths) cannot be deleted: check the permissions of the folder, and delete what stands there by hand")
    }
    switch outcome.erasure {
    case .done: break
    case .inUse:
      found.append(
        "another program uses the register, so that its file may still have traces: close that program and \(copy)")
    case .failed(let reason): found.append("the register's file may still have traces, since \(reason): \(copy)")
    }
    return found
  }

  /// The customers that go with another.
  private static func with(_ merged: [String]) -> String {
    merged.isEmpty ? "" : " (and on \(merged.joined(separator: ", ")), merged into it)"
  }

  /// What this program cannot remove: files that it does not know, and other systems.
  private static func left(_ outcome: ForgetRun.Outcome) -> [String] {
    outcome.mergedInto.map { "customer \($0), which it was merged into: kundreg customer forget \($0)" }
      + outcome.remoteRecords.map { "\($0.system): customer \($0.number), or the next sync brings the customer back" }
      + outcome.contactsElsewhere.map(Self.contact)
      + outcome.undeletedFiles.map { "\($0): it could not be deleted" }
      + outcome.rejectsFiles.map { "\($0): rows that an import rejected" }
      + outcome.savedFilters.map { "the saved filter \"\($0)\", which looks for the person" }
      + ["imported files, plans (--plan), exports, disclosures and backups made before now"]
  }

  /// Where the person stands as another customer's contact person, and the command that removes the person there.
  private static func contact(_ contact: ContactElsewhere) -> String {
    let fields = contact.details.map { "'\($0.path)='" }.joined(separator: " ")
    return
      "contact person \(contact.position + 1) of customer \(contact.number), who has the \(contact.reason.rawValue): "
      + "kundreg customer edit \(contact.number) \(fields)"
  }

  private func node(_ outcome: ForgetRun.Outcome, _ left: [String]) -> JSONNode {
    .object([
      .init(key: "run", value: .number(String(outcome.run))),
      .init(key: "customers", value: .array(outcome.customers.map { .number(String($0)) })),
      .init(key: "deletedDocuments", value: .number(String(outcome.deletedDocuments))),
      .init(key: "erased", value: .boolean(outcome.erasure == .done)),
      .init(key: "left", value: .array(left.map { .text($0) })),
    ])
  }
}
