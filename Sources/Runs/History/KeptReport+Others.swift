import RegisterStore
import Texts

extension RunOutcome {
  /// What any other run told when it was done, by what the register keeps of it; which fields an undo left, it does not keep.
  init(_ run: RunRecord, _ node: BilingualNode?) {
    let skipped = (node?["skipped"]?.elements ?? []).compactMap { change in
      change["message"]?.text.map {
        SkippedChange(number: change["number"]?.word ?? "", code: change["code"]?.word ?? "", text: $0)
      }
    }
    self.init(
      run: run.id, source: run.source, isOfFile: run.isOfFile, counts: run.counts, skipped: skipped,
      skippedCount: node?["skippedCount"]?.count ?? 0, addedCustomFields: node?["addedCustomFields"]?.words ?? [],
      seconds: run.seconds)
  }
}
