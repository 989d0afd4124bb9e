/// The number formats of a workbook's cells, by the style index that a cell names. Immutable; lives as long as readers do.
final class NumberFormats: Sendable {
  /// The sections of one style's format.
  struct Format: BitwiseCopyable {
    var firstSection: UInt32
    var sectionCount: UInt8
    /// True when every section shows plain digits, which is what most cells do.
    var isPlain: Bool
  }

  private let formats: [Format]
  private let sections: [NumberFormatSection]
  private let patterns: [UInt8]
  let uses1904: Bool

  /// Makes the table of the styles.
  ///
  /// - Parameters:
  ///   - styleFormats: the format id of each style (`cellXfs`), in order.
  ///   - codes: the format codes that the workbook defines, by id; over those that are built in.
  ///   - uses1904: the date system.
  init(styleFormats: [Int], codes: [Int: String], uses1904: Bool) {
    var formats: [Format] = []
    var sections: [NumberFormatSection] = []
    var patterns: [UInt8] = []
    var known: [Int: Format] = [:]
    formats.reserveCapacity(styleFormats.count)
    for id in styleFormats {
      if let format = known[id] {
        formats.append(format)
        continue
      }
      let read = NumberFormatParser.sections(
        of: codes[id] ?? BuiltInNumberFormats.code(id) ?? "General", patterns: &patterns)
      let format = Format(
        firstSection: UInt32(sections.count), sectionCount: UInt8(read.count),
        isPlain: read.allSatisfy { $0.kind == .plain })
      sections += read
      known[id] = format
      formats.append(format)
    }
    self.formats = formats
    self.sections = sections
    self.patterns = patterns
    self.uses1904 = uses1904
  }

  /// True when cells of the style show plain digits. A style that the workbook does not have is General.
  @inline(__always) func isPlain(style: Int) -> Bool { style >= formats.count || formats[style].isPlain }

  /// Which section of a style's format a number is shown by.
  ///
  /// - Returns: the section, and true when it shows the sign of a negative number itself.
  func section(style: Int, value: Double) -> (section: NumberFormatSection, showsSign: Bool) {
    guard style < formats.count else { return (NumberFormatSection(), false) }
    let format = formats[style]
    let first = Int(format.firstSection)
    let count = Int(format.sectionCount)
    let hasConditions = (first..<first + count).contains { sections[$0].comparison != .none }
    if hasConditions {
      for place in first..<first + count where sections[place].admits(value) { return (sections[place], false) }
      return (sections[first + count - 1], false)
    }
    if count >= 2, value < 0 { return (sections[first + 1], true) }
    if count == 3, value == 0 { return (sections[first + 2], false) }
    return (sections[first], false)
  }

  /// The layout of a pattern section.
  func withLayout(of section: NumberFormatSection, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    patterns.withUnsafeBufferPointer { bytes in
      let start = Int(section.patternStart)
      body(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(section.patternLength)]))
    }
  }
}
