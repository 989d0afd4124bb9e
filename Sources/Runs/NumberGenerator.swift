import CustomerModel
import Mapping
import RegisterStore
import Rows

/// Gives new customers the next number after the highest numeric one, of the register, of deleted customers, and of the
/// input itself: a number that comes further down in the file must still be free when it comes.
struct NumberGenerator {
  private var next: Int
  private let maximumLength: Int
  /// Nil when the register had no customer, so that no number can be taken.
  private let register: RegisterReader?
  private(set) var generated = 0

  init(
    _ register: RegisterReader, settings: RegisterSettings, source: ImportSource, mapping: CompiledMapping
  ) throws {
    maximumLength = settings[.numberMaximumLength]
    let taken = try max(
      register.highestNumericNumber(maximumLength: maximumLength) ?? 0,
      Self.highest(in: source, mapping: mapping, maximumLength: maximumLength))
    // The least number that is long enough.
    let least = (1..<min(max(settings[.numberMinimumLength], 1), 18)).reduce(1) { number, _ in number * 10 }
    next = max(taken + 1, least)
    self.register = try register.hasCustomers() ? register : nil
  }

  /// - Throws: ``KundregError`` with status 1 when the next number would be longer than numbers may be.
  mutating func generate() throws -> String {
    while true {
      let number = String(next)
      guard number.utf8.count <= maximumLength else {
        throw KundregError(
          .failed, code: "number.exhausted",
          """
          The next customer number would be \(number), but numbers have at most \(maximumLength) characters. Nothing was \
          written: allow longer ones with `kundreg settings set numberMaximumLength \(number.utf8.count)`.
          """)
      }
      next += 1
      // Numbers too long to count from may still stand in the way.
      if let register, try register.key(ofNumber: number) != nil { continue }
      generated += 1
      return number
    }
  }

  /// The highest numeric number of the input, by a pass over all of it: what number a row has, its mapping says.
  private static func highest(in source: ImportSource, mapping: CompiledMapping, maximumLength: Int) throws -> Int {
    guard let column = mapping.columns.firstIndex(where: { $0.path.field == .number }) else { return 0 }
    var reader = try source.rows()
    var highest = 0
    while true {
      var rows = RowBatch()
      guard try reader.read(into: &rows, maximumRows: 4096) else { return highest }
      let records = mapping.map(rows)
      records.rows.arena.withUnsafeBytes { arena in
        for row in 0..<records.count {
          let value = records[column: column, row: row]
          guard value.isPresent, value.length <= maximumLength else { continue }
          highest = max(highest, number(UnsafeRawBufferPointer(rebasing: arena[value.range])) ?? 0)
        }
      }
    }
  }

  /// Nil when the text is not all digits or has more than 18 of them.
  private static func number(_ text: UnsafeRawBufferPointer) -> Int? {
    guard !text.isEmpty, text.count <= 18, text.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return text.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
