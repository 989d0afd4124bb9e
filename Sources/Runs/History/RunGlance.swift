import Differ
package import RegisterStore

/// One run and the first customers that it changed: what a run of a million shows as quickly as one of ten.
package struct RunGlance: Sendable {
  package let run: ShownRun
  package let changes: [ShownChange]
  /// True when the run changed more customers than ``changes`` has.
  package let hasMore: Bool

  /// - Parameter most: how many changed customers are read.
  /// - Throws: ``KundregError`` `run.unknown`, and with status 77 for whom may not see the runs.
  package init(_ id: Int, most: Int, in register: RegisterReader, as actor: ActingUser) throws {
    run = ShownRun(try RunView.record(id, in: register, as: actor))
    let recorded = try register.changes(ofRun: id, most: most + 1)
    changes = recorded.prefix(most).map(ShownChange.init)
    hasMore = recorded.count > most
  }
}
