import Rows
import Synchronization

/// A source whose texts are looked at for damage that was there before: it is passed on as it is, but never without a word.
struct DamageWatch: TableSource {
  private let source: any TableSource
  private let found = Found()

  init(_ source: any TableSource) { self.source = source }

  var format: SourceFormat { source.format }
  var tables: [TableInfo] { source.tables }

  func rows(ofTable index: Int) throws -> any RowReader {
    Reader(reader: try source.rows(ofTable: index), table: index, found: found)
  }

  func notes(ofTable index: Int) -> [String] {
    source.notes(ofTable: index) + (found[index].map { [$0.sentence] } ?? [])
  }

  /// What the latest full pass over each table found. Shared by all passes.
  private final class Found: Sendable {
    private let rows = Mutex<[Int: DamagedRows]>([:])

    subscript(table: Int) -> DamagedRows? {
      get { rows.withLock { $0[table] } }
      set { rows.withLock { $0[table] = newValue } }
    }
  }

  /// Rows with damaged text.
  private struct DamagedRows: Sendable {
    /// How many rows a note names.
    private static let shown = 5

    private var count = 0
    private var first: [UInt32] = []

    var isEmpty: Bool { count == 0 }

    /// A row that is rejected for what could not be read has its own sentence.
    mutating func look(at batch: borrowing RowBatch) {
      batch.arena.withUnsafeBufferPointer { arena in
        // Nearly all batches are told so, without a look at their cells.
        guard DamagedText.isFound(in: arena) else { return }
        for row in batch.rows where row.fault == .none {
          let cells = batch.cells[Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)]
          let isDamaged = cells.contains {
            !$0.isMissing && DamagedText.isFound(in: UnsafeBufferPointer(rebasing: arena[$0.range]))
          }
          guard isDamaged else { continue }
          count += 1
          if first.count < Self.shown { first.append(row.position) }
        }
      }
    }

    var sentence: String {
      let places = first.map(String.init).joined(separator: ", ") + (count > first.count ? " …" : "")
      return (count == 1 ? "1 row (\(places)) holds" : "\(count) rows (\(places)) hold")
        + " text that was damaged before it came here, such as “Ã¥” for “å” or “�”. It was taken as it stands. Export the list "
        + "again as UTF-8 from where it is right, or correct the texts in that system and import it again."
    }
  }

  private struct Reader: RowReader {
    var reader: any RowReader
    let table: Int
    let found: Found
    private var rows = DamagedRows()

    init(reader: any RowReader, table: Int, found: Found) {
      self.reader = reader
      self.table = table
      self.found = found
    }

    mutating func read(into batch: inout RowBatch, maximumRows: Int) throws -> Bool {
      guard try reader.read(into: &batch, maximumRows: maximumRows) else {
        found[table] = rows.isEmpty ? nil : rows
        return false
      }
      rows.look(at: batch)
      return true
    }
  }
}
