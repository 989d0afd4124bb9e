import ArgumentParser
import CustomerModel
import Differ
import Documents
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
      commandName: "list",
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
        try global.actor(in: register).require(.view, in: register, to: "see the runs")
        return try register.runs(limit: limit)
      }
      guard global.reportFormat == .table else { return RunTable.full(runs).write(as: global.reportFormat) }
      RunTable.short(runs).write(as: .table)
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show",
      abstract: "One run with its report and the customers it changed.",
      discussion: """
        EXAMPLE
          kundreg runs show 12
          kundreg runs show 12 --problems
          kundreg runs show 12 --problems --code country.unknown --format csv
        """)
    @Argument(help: ArgumentHelp("The run's number.", valueName: "run"))
    var number: Int
    @Flag(help: "Every reject and warning of every row, instead.")
    var problems = false
    @Option(
      help: ArgumentHelp("With --problems, only those of this code. May be given several times.", valueName: "code"))
    var code: [String] = []
    @OptionGroup var global: GlobalOptions

    func validate() throws {
      if !code.isEmpty, !problems { throw ValidationError("--code goes with --problems.") }
    }

    func run() throws {
      try global.openRegister().read { register in
        try global.actor(in: register).require(.view, in: register, to: "see the runs")
        guard let run = try register.run(number) else {
          throw KundregError.unknownRun(number)
        }
        if problems {
          return try ProblemListing(register, of: run, codes: Set(code)).write(as: global.reportFormat)
        }
        let changes = try register.changes(ofRun: number).map(ShownChange.init)
        let full = RunTable.full([run])
        switch global.reportFormat {
        case .table:
          var table = TextTable(["of the run", "value"])
          for (name, value) in zip(full.columns, full.rows[0]) where !value.isEmpty {
            table.append([name, value], own: ["value": .masked])
          }
          table.write(as: .table)
          if let report = run.report { Output.write("\nReport: \(Self.masked(report))\n") }
          for change in changes {
            Output.write("\n\(change.action.rawValue) \(change.number)\n")
            for field in change.fields { Output.write("    \(ChangeListing.line(field))\n") }
          }
        case .csv: full.write(as: .csv)
        case .json: writeJSON(full.members(full.rows[0]), run.report.map(Self.masked), changes)
        }
      }
    }

    /// A report with personal identity numbers masked, text by text: the names of files among them stay, blanks and all. What
    /// cannot be read is masked as one text.
    private static func masked(_ report: String) -> String {
      guard let node = (try? JSONParser.parse(Array(report.utf8))).map(JSONNode.init) else {
        return IdentityMask.masked(report)
      }
      var bytes: [UInt8] = []
      node.masked(kinds: ["source": .path, "rejects": .path]).write(to: &bytes, indent: nil)
      return String(decoding: bytes, as: UTF8.self)
    }

    /// The run's members, and after them its report, which is JSON already, and its changes.
    private func writeJSON(_ members: [JSONNode.Member], _ report: String?, _ changes: [ShownChange]) {
      var bytes: [UInt8] = []
      JSONNode.object(members).write(to: &bytes, indent: nil)
      bytes.removeLast()
      bytes += ",\n\"report\": \(report ?? "null"),\n\"changes\": [".utf8
      for (index, change) in changes.enumerated() {
        bytes += (index == 0 ? "\n" : ",\n").utf8
        change.node.write(to: &bytes, indent: nil)
      }
      Output.write(bytes + Array("]}\n".utf8))
    }
  }
}

/// Runs as rows.
enum RunTable {
  /// Everything that is known of each run, for programs.
  static func full(_ runs: [RunRecord]) -> TextTable {
    let columns = [
      "run", "kind", "source", "mapping", "user", "started", "seconds", "rows", "created", "updated", "unchanged",
      "reactivated", "inactivated", "deleted", "rejected", "warnings", "rejects", "reverts", "revertedBy",
      "revertsPart",
    ]
    let texts: Set = ["kind", "source", "mapping", "user", "started", "rejects"]
    var kinds = Dictionary(
      uniqueKeysWithValues: columns.filter { !texts.contains($0) }.map { ($0, TextTable.Kind.number) })
    kinds["rejects"] = .path
    var table = TextTable(columns, kinds: kinds)
    for run in runs {
      let counts = run.counts
      table.append(
        [
          "\(run.id)", run.kind.rawValue, run.source, run.mapping, run.user, run.startedAt,
          run.seconds.seconds, "\(counts.rows)", "\(counts.created)", "\(counts.updated)",
          "\(counts.unchanged)", "\(counts.reactivated)", "\(counts.inactivated)", "\(counts.deleted)",
          "\(counts.rejected)", "\(counts.warnings)", run.rejects, run.reverts.map(String.init),
          run.revertedBy.map(String.init), run.revertsPart.map(String.init),
        ], own: run.isOfFile ? ["source": .path] : [:])
    }
    return table
  }

  /// What a person looks for, in the width of a terminal.
  static func short(_ runs: [RunRecord]) -> TextTable {
    var table = TextTable(["run", "started", "user", "what", "result"])
    for run in runs {
      let counts = run.counts
      let parts = [
        (counts.created, "created"), (counts.updated, "updated"), (counts.unchanged, "unchanged"),
        (counts.reactivated, "reactivated"), (counts.inactivated, "inactivated"), (counts.deleted, "deleted"),
        (counts.rejected, "rejected"),
      ]
      var result = parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
      if let later = run.revertedBy { result.append("undone by run \(later)") }
      table.append(
        [
          "\(run.id)", run.startedAt, run.user, "\(run.kind.rawValue) \(run.source)",
          result.isEmpty ? "nothing changed" : result.joined(separator: ", "),
        ], own: run.isOfFile ? ["what": .path] : [:])
    }
    return table
  }
}
