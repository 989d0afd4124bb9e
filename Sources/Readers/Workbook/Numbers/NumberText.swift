import Rows

/// Turns the number of a cell into what a person sees in it.
///
/// Excel is full of numbers that are names: customer numbers, organisation numbers, telephone numbers. What counts is
/// their digits, so grouping, decimals' padding and exponents of the format are dropped, and the zeros and dashes of
/// formats such as `000000-0000` kept.
enum NumberText {
  /// What became of a number, for the notes.
  enum Outcome: Equatable {
    case ordinary
    /// More digits than Excel keeps: the last ones were lost before the file was written.
    case exceedsPrecision
    /// A date, a time or a percentage.
    case shown(OddCell.Kind)
  }

  /// Replaces the number that stands in `output` from `start` on by its text. What is no number stays.
  @inline(__always) static func rewrite(
    _ output: inout GrowingBuffer<UInt8>, from start: Int, style: Int, formats: NumberFormats,
    digits: inout DecimalDigits
  ) -> Outcome {
    let isPlain = formats.isPlain(style: style)
    if isPlain, isPlainAlready(output.base + start, output.count - start) { return .ordinary }
    return rewriteSlowly(&output, from: start, style: style, formats: formats, digits: &digits, isPlain: isPlain)
  }

  /// True for an ordinary number of at most fifteen digits that is written as it would come out.
  @inline(__always) static func isPlainAlready(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    guard count > 0, count <= DecimalDigits.precision else { return false }
    let sign = bytes[0] == UInt8(ascii: "-") ? 1 : 0
    var points = 0
    for place in sign..<count {
      let byte = bytes[place]
      if byte &- 0x30 < 10 { continue }
      guard byte == UInt8(ascii: "."), points == 0, place > sign else { return false }
      points = place
    }
    let last = bytes[count - 1]
    if points > 0 {
      guard last != UInt8(ascii: "0"), last != UInt8(ascii: ".") else { return false }
      return bytes[sign] != UInt8(ascii: "0") || points == sign + 1
    }
    guard sign < count else { return false }
    return bytes[sign] != UInt8(ascii: "0") || count == 1
  }

  @inline(never) private static func rewriteSlowly(
    _ output: inout GrowingBuffer<UInt8>, from start: Int, style: Int, formats: NumberFormats,
    digits: inout DecimalDigits, isPlain: Bool
  ) -> Outcome {
    guard digits.parse(output.base + start, output.count - start) else { return .ordinary }
    output.count = start
    let outcome: Outcome = digits.exceedsPrecision ? .exceedsPrecision : .ordinary
    if isPlain {
      writePlain(&digits, to: &output)
      return outcome
    }
    let value = digits.doubleValue
    let (section, showsSign) = formats.section(style: style, value: value)
    switch section.kind {
    case .plain: writePlain(&digits, to: &output)
    case .percent:
      digits.shift(2)
      writePlain(&digits, to: &output)
      output.append("%")
      if outcome == .ordinary { return .shown(.percent) }
    case .pattern:
      digits.roundToPrecision()
      if digits.isWhole, digits.point <= 21 {
        formats.withLayout(of: section) { layout in
          NumberPattern.write(digits, layout: layout, signed: !showsSign, to: &output)
        }
      } else {
        digits.write(to: &output)
      }
    case .duration:
      if value >= 0, value < 1_000_000_000 {
        SerialDate.writeClock(Int((value * 86_400).rounded()), to: &output, alwaysSeconds: false)
        return .shown(.time)
      }
      writePlain(&digits, to: &output)
    case .date, .dateTime, .time:
      guard let kind = writeDate(value, section.kind, formats, to: &output) else {
        writePlain(&digits, to: &output)
        return outcome
      }
      return .shown(kind)
    }
    return outcome
  }

  private static func writePlain(_ digits: inout DecimalDigits, to output: inout GrowingBuffer<UInt8>) {
    digits.roundToPrecision()
    digits.write(to: &output)
  }

  /// - Returns: what was written; nil when the number is no date that Excel could show.
  private static func writeDate(
    _ value: Double, _ kind: NumberFormatSection.Kind, _ formats: NumberFormats, to output: inout GrowingBuffer<UInt8>
  ) -> OddCell.Kind? {
    guard let date = SerialDate(value, uses1904: formats.uses1904), kind != .date || !date.isTimeOnly else {
      return nil
    }
    if kind == .time || date.isTimeOnly {
      date.writeTime(to: &output, alwaysSeconds: false)
      return .time
    }
    date.writeDate(to: &output)
    if kind == .dateTime {
      output.append("T")
      date.writeTime(to: &output, alwaysSeconds: true)
    }
    return .date
  }
}
