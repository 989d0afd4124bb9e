import RegisterStore
package import Texts

extension ShownRun {
  /// What came of the run, in the length of a line: `36 created, 4 rejected`.
  package var told: Text {
    let parts: [CountTexts.Part] = [
      (counts.created, CountTexts.created), (counts.updated, CountTexts.updated),
      (counts.unchanged, CountTexts.unchanged), (counts.reactivated, CountTexts.reactivated),
      (counts.inactivated, CountTexts.inactivated), (counts.deleted, CountTexts.deleted),
      (rejected, CountTexts.rejected), (skipped, CountTexts.skipped),
    ]
    let told =
      [CountTexts.list(parts)].filter { !$0.isEmpty } + (revertedBy.map { [RunLineTexts.undone(by: $0)] } ?? [])
    return told.isEmpty ? RunLineTexts.nothingChanged : told.joined(by: ", ")
  }
}
