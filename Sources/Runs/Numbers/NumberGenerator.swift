import Texts
import CustomerModel
import Mapping
import RegisterStore
import Rows
import Validation

/// Gives new customers the next number of the register's series: plain numbers, or those with the prefix that most customers
/// have, such as `K-1001`, with as many digits as they are used to.
///
/// A number is never given that any customer has or had, nor one of the input itself: a number that comes further down in
/// the file must still be free when it comes.
struct NumberGenerator {
  private var series: NumberSeries
  private let maximumLength: Int
  /// Nil when the register never had a customer, so that no number can be taken.
  private let register: RegisterReader?
  private(set) var generated = 0

  /// For a file: its numbers count too, and in an empty register they say what the series is.
  init(
    _ register: RegisterReader, settings: RegisterSettings, source: ImportSource, mapping: SheetMappings
  ) throws {
    let maximumLength = settings[.numberMaximumLength]
    let used = try register.mostUsedNumberSeries(maximumLength: maximumLength)
    let coming = try Self.series(
      in: source, mapping: mapping, prefix: used.map { Array($0.prefix.utf8) }, maximumLength: maximumLength)
    var series = used ?? coming
    if let coming, let used, coming.highest > used.highest { series = coming }
    self.init(series, register: used == nil ? nil : register, settings: settings)
  }

  /// For customers that are added by hand.
  init(_ register: RegisterReader, settings: RegisterSettings) throws {
    self.init(
      try register.mostUsedNumberSeries(maximumLength: settings[.numberMaximumLength]), register: register,
      settings: settings)
  }

  private init(_ series: NumberSeries?, register: RegisterReader?, settings: RegisterSettings) {
    var series = series ?? NumberSeries(prefix: "", highest: 0, width: 1)
    // The least number that is long enough.
    let digits = min(settings[.numberMinimumLength] - series.prefix.unicodeScalars.count, NumberSeries.mostDigits)
    let least = (1..<max(digits, 1)).reduce(1) { number, _ in number * 10 }
    if series.width < digits { series.highest = max(series.highest, least - 1) }
    self.series = series
    self.register = register
    maximumLength = settings[.numberMaximumLength]
  }

  /// - Throws: ``KundregError`` with status 1 when the next number would be longer than numbers may be.
  mutating func generate() throws -> String {
    while true {
      series.highest += 1
      let number = series.number(at: series.highest)
      let length = number.unicodeScalars.count
      guard length <= maximumLength else {
        let mayBeLonger = length <= Setting.longestNumber
        throw KundregError(
          .numberExhausted, NumberTexts.exhausted(number, longest: maximumLength, mayBeLonger: mayBeLonger),
          remedies: mayBeLonger ? [.change(.numberMaximumLength, to: "\(length)")] : [])
      }
      // Numbers too long to count from may still stand in the way.
      if let register, try register.isNumberUsed(number) { continue }
      generated += 1
      return number
    }
  }

  /// The series of the input, by a pass over all of it: what number a row has, its mapping says.
  ///
  /// - Parameter prefix: the prefix that the register's series has; nil to take the one that most rows have.
  private static func series(
    in source: ImportSource, mapping: SheetMappings, prefix: [UInt8]?, maximumLength: Int
  ) throws -> NumberSeries? {
    guard let column = mapping.columns.firstIndex(where: { $0.path.field == .number }) else { return nil }
    let name = mapping.columns.firstIndex { $0.path.field == .customerName }
    var reader = try source.rows()
    var tally = SeriesTally(prefix: prefix)
    while true {
      var rows = RowBatch()
      guard try reader.read(into: &rows, maximumRows: 4096) else { return tally.mostUsed }
      let records = mapping.map(rows)
      let doubtful = Set(records.rows.oddCells.map(\.cell) + records.rows.errorCells)
      let source = records.columns[column].sources.first ?? 0
      records.rows.arena.withUnsafeBytes { arena in
        for row in 0..<records.count {
          let value = records[column: column, row: row]
          guard value.isPresent, value.length <= maximumLength else { continue }
          let header = records.rows.rows[row]
          guard header.fault == .none, doubtful.isEmpty || !doubtful.contains(header.firstCell + UInt32(source)) else {
            continue
          }
          let isNamed = name.map { records[column: $0, row: row].isPresent } ?? true
          arena[value.range].withMemoryRebound(to: UInt8.self) { number in
            guard Validator.mayBeNumber(number) else { return }
            tally.add(number, ofCustomer: isNamed)
          }
        }
      }
    }
  }
}

/// Counts the numbers of a file by what stands before their last digits.
private struct SeriesTally {
  private struct Count {
    var uses = 0, highest = 0, width = 1
    mutating func add(_ number: Int, width: Int, ofCustomer isCustomer: Bool) {
      if isCustomer { uses += 1 }
      if number >= highest { (highest, self.width) = (number, width) }
    }
  }

  /// The only prefix that is counted; nil counts all.
  private let prefix: [UInt8]?
  private var plain = Count()
  private var prefixed: [[UInt8]: Count] = [:]

  init(prefix: [UInt8]?) { self.prefix = prefix }

  /// - Parameter isCustomer: false for the number of a row that certainly makes no customer. It is not given to another, but
  ///   says nothing of what numbers look like.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, ofCustomer isCustomer: Bool) {
    var start = text.count
    while start > 0, text[start - 1] >= 0x30, text[start - 1] <= 0x39 { start -= 1 }
    let digits = text[start...]
    guard !digits.isEmpty, digits.count <= NumberSeries.mostDigits else { return }
    if let prefix, !prefix.elementsEqual(text[..<start]) { return }
    let number = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    if start == 0 {
      plain.add(number, width: digits.count, ofCustomer: isCustomer)
    } else {
      prefixed[Array(text[..<start]), default: Count()].add(number, width: digits.count, ofCustomer: isCustomer)
    }
  }

  /// Plain numbers win a draw; among prefixes the first by their bytes.
  var mostUsed: NumberSeries? {
    let best = prefixed.max { a, b in
      a.value.uses != b.value.uses ? a.value.uses < b.value.uses : b.key.lexicographicallyPrecedes(a.key)
    }
    if let best, best.value.uses > plain.uses {
      return NumberSeries(
        prefix: String(decoding: best.key, as: UTF8.self), highest: best.value.highest, width: best.value.width)
    }
    return plain.highest > 0 || plain.uses > 0
      ? NumberSeries(prefix: "", highest: plain.highest, width: plain.width) : nil
  }
}
