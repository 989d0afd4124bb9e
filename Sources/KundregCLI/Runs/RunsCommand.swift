import AccountingSystems
import ArgumentParser
import ConfigurationFile
import Documents
import RegisterStore
import Runs
import Texts

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
        try ShownRun.latest(limit, in: register, as: global.actor(in: register))
      }
      switch global.reportFormat {
      case .table: RunTable.short(runs).write(as: .table)
      case .csv: RunTable.full(runs).write(as: .csv)
      case .json: Output.json(.array(runs.map(\.node)), masked: false)
      }
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
      if !code.isEmpty, !problems { throw ValidationError(OptionTexts.codeOfProblems) }
    }

    func run() throws {
      let configuration = try global.configuration()
      try global.openRegister(configuration).read { register in
        let actor = try global.actor(in: register)
        if problems {
          let kept = try RunProblems(ofRun: number, codes: Set(code), in: register, as: actor)
          return try ProblemListing(kept).write(as: global.reportFormat)
        }
        let view = try RunView(number, in: register, as: actor)
        RunViewAccount(view, labels: configuration.erps.mapValues(\.label)).write(as: global.reportFormat)
      }
    }
  }
}

/// Runs as rows.
enum RunTable {
  /// Everything that is known of each run.
  static func full(_ runs: [ShownRun]) -> TextTable {
    let columns = [
      "run", "kind", "source", "mapping", "user", "started", "seconds", "rows", "created", "updated", "unchanged",
      "reactivated", "inactivated", "deleted", "rejected", "warnings", "rejects", "reverts", "revertedBy",
      "revertsPart", "skipped",
    ]
    let texts: Set = ["kind", "source", "mapping", "user", "started", "rejects"]
    var kinds = Dictionary(
      uniqueKeysWithValues: columns.filter { !texts.contains($0) }.map { ($0, TextTable.Kind.number) })
    kinds["rejects"] = .path
    kinds["started"] = .time
    kinds["kind"] = .choice(kind)
    var table = TextTable(columns, kinds: kinds)
    for run in runs {
      let counts = run.counts
      let before: [Text?] = [Text(verbatim: "\(run.id)"), Text(verbatim: run.kind.rawValue), run.toldSource]
      let after: [String?] = [
        run.mapping, run.user, run.startedAt, run.seconds.seconds, "\(counts.rows)", "\(counts.created)",
        "\(counts.updated)", "\(counts.unchanged)", "\(counts.reactivated)", "\(counts.inactivated)",
        "\(counts.deleted)", "\(run.rejected)", "\(counts.warnings)", run.rejects, run.reverts.map(String.init),
        run.revertedBy.map(String.init), run.revertsPart.map(String.init), "\(run.skipped)",
      ]
      var cells = before + after.map { $0.map(Text.init(verbatim:)) }
      cells[columns.firstIndex(of: "seconds")!] = Text(
        en: run.seconds.seconds, sv: run.seconds.seconds.replacing(".", with: ","))
      table.append(
        cells, own: run.isOfFile ? ["source": .path] : [:])
    }
    return table
  }

  /// What a person looks for, in the width of a terminal.
  static func short(_ runs: [ShownRun]) -> TextTable {
    var table = TextTable(["run", "started", "user", "what", "result"], kinds: ["started": .time])
    for run in runs {
      table.append(
        [
          Text(verbatim: "\(run.id)"), Text(verbatim: run.startedAt), Text(verbatim: run.user),
          RunTexts.what(run.kind == .edit ? nil : run.kind.label, run.toldSource), run.told,
        ], own: run.isOfFile ? ["what": .path] : [:])
    }
    return table
  }

  private static func kind(_ word: String) -> Text {
    RunRecord.Kind(rawValue: word)?.label ?? Text(verbatim: word)
  }
}
