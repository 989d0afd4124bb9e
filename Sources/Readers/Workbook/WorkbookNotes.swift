import Synchronization
import Texts

/// What was noted of each sheet in its latest full pass. Shared by all passes over a workbook.
final class WorkbookNotes: Sendable {
  private let notes = Mutex<[Int: [Text]]>([:])

  subscript(sheet: Int) -> [Text] {
    get { notes.withLock { $0[sheet] ?? [] } }
    set { notes.withLock { $0[sheet] = newValue } }
  }
}
