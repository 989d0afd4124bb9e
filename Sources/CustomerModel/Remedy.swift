/// What a person can do about an error or a finding: each door words it in its own way, the command line as a command.
package enum Remedy: Sendable, Hashable {
  /// To look at all runs.
  case listRuns
  /// To see which runs changed a customer.
  case showHistory(number: String)
  /// To take a run back as a whole.
  case undo(run: Int)
}
