import Rows

/// Dates that a cell holds as text in ISO 8601 (type `d`; ECMA-376 part 1, 18.17.4): brought into the same forms as dates
/// that are numbers.
enum ISODateText {
  /// Rewrites the text from `start` on. What is no such date stays.
  ///
  /// - Returns: what the cell shows: also a date that cannot be read is none of the texts that people type.
  static func rewrite(
    _ output: inout GrowingBuffer<UInt8>, from start: Int, style: Int, formats: NumberFormats
  ) -> OddCell.Kind {
    let text = Array(output.elements(from: start))
    let hasDate = text.count >= 10 && text[4] == UInt8(ascii: "-") && text[7] == UInt8(ascii: "-")
    var clock = hasDate ? text[10...] : text[...]
    if clock.first == UInt8(ascii: "T") || clock.first == UInt8(ascii: " ") { clock = clock.dropFirst() }
    let time = clockTime(clock)
    guard hasDate || time != nil, clock.isEmpty || time != nil else { return .date }
    output.count = start
    let kind = formats.section(style: style, value: 1).section.kind
    if hasDate, kind != .time {
      text.withUnsafeBufferPointer { output.append($0.baseAddress!, 10) }
      guard let time, kind != .date else { return .date }
      output.append("T")
      SerialDate.writeClock(time, to: &output, alwaysSeconds: true)
      return .date
    }
    SerialDate.writeClock(time ?? 0, to: &output, alwaysSeconds: false)
    return .time
  }

  /// The seconds of `HH:MM`, `HH:MM:SS` with or without a fraction and a zone; nil when it is none of these.
  private static func clockTime(_ text: ArraySlice<UInt8>) -> Int? {
    func pair(_ offset: Int) -> Int? {
      guard text.count >= offset + 2 else { return nil }
      let tens = text[text.startIndex + offset] &- 0x30
      let ones = text[text.startIndex + offset + 1] &- 0x30
      return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
    func isColon(_ offset: Int) -> Bool {
      text.count > offset && text[text.startIndex + offset] == UInt8(ascii: ":")
    }
    guard let hour = pair(0), isColon(2), let minute = pair(3) else { return nil }
    return hour * 3600 + minute * 60 + (isColon(5) ? pair(6) ?? 0 : 0)
  }
}
