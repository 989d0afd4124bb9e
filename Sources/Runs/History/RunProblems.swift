package import CustomerModel
package import RegisterStore

/// Every reject and warning that is kept of a run, as people and programs are shown it: personal identity numbers are masked.
package struct RunProblems {
  /// Why problems of a run are not here.
  package enum Remark: Sendable {
    /// A sync tells what it found in its report.
    case ofSync
    /// What other runs than imports warned of was told when they were done.
    case noImport
    /// The run is older than the keeping, or its customers were forgotten.
    case notKept
  }

  package let run: Int
  /// Nil where all is here that there was.
  package let remark: Remark?
  private let codes: Set<String>
  private let register: RegisterReader

  /// - Parameter codes: the codes that are looked for; all when empty.
  /// - Throws: ``KundregError`` `run.unknown`, and with status 77 for whom may not see the runs.
  package init(ofRun id: Int, codes: Set<String> = [], in register: RegisterReader, as actor: ActingUser) throws {
    let record = try RunView.record(id, in: register, as: actor)
    run = id
    self.codes = codes
    self.register = register
    let hadSome = record.counts.rejected + record.counts.warnings > 0
    if record.kind == .pull {
      remark = .ofSync
    } else if try hadSome && register.problemCount(ofRun: id) == 0 {
      remark = record.kind == .import ? .notKept : .noImport
    } else {
      remark = nil
    }
  }

  /// Shows the problems one at a time, since there may be a million, each with the file in which its row stands.
  package func forEach(_ body: (ShownProblem, _ file: String) throws -> Void) throws {
    try register.forEachProblem(ofRun: run, codes: codes) { problem, file in
      // Values and messages were masked when they were written down, as their fields ask for.
      try body(
        ShownProblem(
          code: problem.code, severity: problem.severity, row: problem.row,
          sheet: problem.sheet.map(TextKind.words.shown), column: problem.column.map(TextKind.words.shown),
          value: problem.value, text: ForgottenTexts.told(problem.text), detail: problem.detail), file)
    }
  }
}
