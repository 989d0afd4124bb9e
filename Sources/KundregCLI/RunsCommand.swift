import ArgumentParser
import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs
import Writers

/// `kundreg runs`, `kundreg runs show RUN`
struct RunsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: "What was done, by whom, and what came of it.",
    discussion: """
      EXAMPLE
        kundreg runs
        kundreg runs show 12
      """,
    subcommands: [List.self, Show.self], defaultSubcommand: List.self)

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The runs, newest first.",
      discussion: """
        EXAMPLE
          kundreg runs list
        """)
    @Option(help: "How many runs to show.")
    var limit = 50
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let runs = try global.openRegister().read { register in
        try global.actor.require(.view, in: register, to: "see the runs")
        return try register.runs(limit: limit)
      }
      var table = TextTable(RunsCommand.columns)
      for run in runs { table.append(RunsCommand.row(run)) }
      table.write(as: global.reportFormat)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "One run with its report and the customers it changed.",
      discussion: """
        EXAMPLE
          kundreg runs show 12
        """)
    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"))
    var number: Int
    @OptionGroup var global: GlobalOptions

    func run() throws {
      try global.openRegister().read { register in
        try global.actor.require(.view, in: register, to: "see the runs")
        guard let run = try register.run(number) else {
          throw KundregError(.failed, code: "run.unknown", "There is no run \(number). `kundreg runs` lists them.")
        }
        var table = TextTable(["", "value"])
        for (name, value) in zip(RunsCommand.columns, RunsCommand.row(run)) { table.append([name, value]) }
        if global.reportFormat == .table {
          table.write(as: .table)
          if let report = run.report { Output.line("\nReport: \(report)") }
          for change in try register.changes(ofRun: number) {
            Output.line("\n\(change.action.rawValue) \(change.number)")
            for field in change.fields {
              Output.line(
                "    \(field.path): \(ChangeListing.shown(field.old, field.path)) → "
                  + ChangeListing.shown(field.new, field.path))
            }
          }
        } else {
          var single = TextTable(RunsCommand.columns + ["report"])
          single.append(RunsCommand.row(run) + [run.report])
          single.write(as: global.reportFormat)
        }
      }
    }
  }

  static let columns = [
    "run", "kind", "source", "mapping", "user", "started", "rows", "created", "updated", "unchanged", "reactivated",
    "inactivated", "deleted", "rejected", "reverts", "reverted by",
  ]

  static func row(_ run: RunRecord) -> [String?] {
    let counts = run.counts
    return [
      "\(run.id)", run.kind.rawValue, run.source, run.mapping, run.user, run.startedAt, "\(counts.rows)",
      "\(counts.created)", "\(counts.updated)", "\(counts.unchanged)", "\(counts.reactivated)",
      "\(counts.inactivated)", "\(counts.deleted)", "\(counts.rejected)", run.reverts.map(String.init),
      run.revertedBy.map(String.init),
    ]
  }
}
