import CustomerModel
import Glibc
import Mapping
import RegisterStore
import Rows

/// Gives new customers the next number after the highest numeric one, of the register, of deleted customers, and of the
/// input itself: a number that comes further down in the file must still be free when it comes.
struct NumberGenerator {
  private var next: Int
  private(set) var generated = 0

  init(_ register: RegisterReader, source: ImportSource, mapping: CompiledMapping) throws {
    let highest = try max(register.highestNumericNumber() ?? 0, Self.highest(in: source, mapping: mapping))
    next = highest + 1
  }

  mutating func generate() -> String {
    defer { next += 1 }
    generated += 1
    return String(next)
  }

  /// The highest numeric number of the input, by a pass over its number column alone.
  private static func highest(in source: ImportSource, mapping: CompiledMapping) throws -> Int {
    guard let column = mapping.columns.first(where: { $0.path.field == .number })?.sources.first else { return 0 }
    var reader = try source.rows()
    var batch = RowBatch()
    var highest = 0
    while try reader.read(into: &batch, maximumRows: 4096) {
      batch.arena.withUnsafeBytes { arena in
        for row in batch.rows where column < Int(row.cellCount) {
          let cell = batch.cells[Int(row.firstCell) + column]
          guard cell.start != .max else { continue }
          highest = max(highest, number(UnsafeRawBufferPointer(rebasing: arena[cell.range])) ?? 0)
        }
      }
    }
    return highest
  }

  /// The number that a cell holds, blanks around it aside; nil when it is not all digits or has more than 18 of them.
  private static func number(_ cell: UnsafeRawBufferPointer) -> Int? {
    var value = 0
    var digits = 0
    for byte in cell {
      if byte == 0x20 { continue }
      guard byte >= 0x30, byte <= 0x39, digits < 18 else { return nil }
      value = value * 10 + Int(byte - 0x30)
      digits += 1
    }
    return digits == 0 ? nil : value
  }
}
