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
    source.notes(ofTable: index) + (found[index]?.sentences ?? [])
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

    /// How many rows, and the first of them.
    private struct Places {
      var count = 0
      var first: [UInt32] = []

      mutating func add(_ row: RowBatch.Row) {
        count += 1
        if first.count < DamagedRows.shown { first.append(row.position) }
      }

      /// `1 row (7) holds`, `9 rows (1, 2 …) hold`.
      var subject: String {
        let places = first.map(String.init).joined(separator: ", ") + (count > first.count ? " …" : "")
        return count == 1 ? "1 row (\(places)) holds" : "\(count) rows (\(places)) hold"
      }
    }

    private var damaged = Places()
    private var lost = Places()
    /// How many letters rows have lost.
    private var lostCount = 0
    private var sevenBit = Places()
    /// How many times the rows have letters in UTF-7.
    private var sevenBitCount = 0

    var isEmpty: Bool { sentences.isEmpty }

    /// A row that is rejected for what could not be read has its own sentence.
    mutating func look(at batch: borrowing RowBatch) {
      batch.arena.withUnsafeBufferPointer { arena in
        // Nearly all batches are told so, without a look at their cells.
        let isDamaged = DamagedText.isFound(in: arena)
        let isSevenBit = SevenBitText.count(in: arena) > 0
        let mayHaveLost = LostLetters.mayBe(in: arena)
        guard isDamaged || isSevenBit || mayHaveLost else { return }
        for row in batch.rows where row.fault == .none {
          let cells = batch.cells[Int(row.firstCell)..<Int(row.firstCell) + Int(row.cellCount)].lazy.filter {
            !$0.isMissing
          }.map { UnsafeBufferPointer(rebasing: arena[$0.range]) }
          if isDamaged, cells.contains(where: DamagedText.isFound) { damaged.add(row) }
          if mayHaveLost {
            let count = cells.reduce(0) { $0 + LostLetters.count(in: $1) }
            if count > 0 { lost.add(row) }
            lostCount += count
          }
          guard isSevenBit else { continue }
          let count = cells.reduce(0) { $0 + SevenBitText.count(in: $1) }
          if count > 0 { sevenBit.add(row) }
          sevenBitCount += count
        }
      }
    }

    /// One that stands alone may be anything.
    var sentences: [String] {
      (damaged.count > 0 ? [damagedSentence] : []) + (lostCount > 1 ? [lostSentence] : [])
        + (sevenBitCount > 1 ? [sevenBitSentence] : [])
    }

    private var sevenBitSentence: String {
      sevenBit.subject
        + " letters that look like UTF-7, \(sevenBitCount) in all, such as “+APY-” for “ö”. They were taken as they "
        + "stand. Export the list again as UTF-8, or open it in a program that reads UTF-7, save it as UTF-8, and import that."
    }

    private var lostSentence: String {
      lost.subject
        + " question marks inside words, \(lostCount) in all, such as “V?stra” for “Västra”: letters that were lost before the list came "
        + "here. They were taken as they stand. Export the list again as UTF-8 from where it is right, and import it again."
    }

    private var damagedSentence: String {
      damaged.subject
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
