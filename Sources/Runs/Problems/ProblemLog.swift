import CustomerModel
import RegisterStore
import Validation
import Writers

/// Takes every reject and warning of a run as it is found: into the register, where it is kept with the run, and into the
/// file that was asked for. Keeps nothing itself.
final class ProblemLog {
  /// Nil in a dry run.
  private let ledger: ProblemLedger?
  private let file: ProblemsFile?

  /// Nil when nobody is to be told: in a dry run without a file.
  init?(ledger: ProblemLedger?, file: ProblemsFile?) {
    if ledger == nil, file == nil { return nil }
    self.ledger = ledger
    self.file = file
  }

  /// - Parameters:
  ///   - source: the file, as it was named.
  ///   - headers: its headings.
  ///   - heading: what the row's sheet calls the column at fault, where that is not what the input calls it.
  ///   - row: the row's place in it; nil for a column as a whole.
  func add(
    _ problem: Problem, source: String, headers: [String], heading: String? = nil, row: Int?, sheet: String?,
    of owner: ProblemOwner
  ) throws {
    let shown = ShownProblem(problem, headers: headers, heading: heading, row: row, sheet: sheet)
    try ledger?.add(shown, file: source, of: owner)
    try file?.append(shown, source: source)
  }

  /// Adds what is to be said of columns as a whole.
  func add(notices: [Problem], source: String, headers: [String], sheet: String?) throws {
    for notice in notices {
      try add(notice, source: source, headers: headers, row: nil, sheet: sheet, of: .nobody)
    }
  }

  /// Puts the file in its place. Returns its path; nil when none was asked for.
  func finish() throws -> String? {
    try file?.finish()
    return file?.path
  }
}
