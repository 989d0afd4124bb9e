import Glibc

/// A number as its decimal digits, so that nothing passes through binary floating point: what Excel stored as
/// `5.56677889E9` or `0.30000000000000004` becomes `5566778899` and `0.3` without float noise.
///
/// The value is 0.DIGITS × 10^point.
struct DecimalDigits: ~Copyable {
  /// The significant digits that Excel keeps of a number (Excel specifications and limits: number precision).
  static let precision = 15
  /// More digits than a double needs; what follows is read as zeros.
  private static let capacity = 40

  /// The digits as values 0 to 9, without zeros at either end.
  let digits: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private(set) var point = 0
  private(set) var isNegative = false

  init() { digits = .allocate(capacity: Self.capacity) }
  deinit { digits.deallocate() }

  var isZero: Bool { count == 0 }
  var isWhole: Bool { count <= point || count == 0 }
  /// True when the whole part has more digits than Excel keeps.
  var exceedsPrecision: Bool { point > Self.precision }

  /// Reads `-12.5E+3`, blanks around it allowed.
  ///
  /// - Returns: false when the text is no number.
  mutating func parse(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    count = 0
    point = 0
    isNegative = false
    var place = 0
    var end = length
    while place < end, bytes[place] <= 0x20 { place += 1 }
    while end > place, bytes[end - 1] <= 0x20 { end -= 1 }
    if place < end, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      isNegative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    var seen = false
    var afterPoint = false
    scan: while place < end {
      switch bytes[place] {
      case 0x30...0x39:
        seen = true
        let digit = bytes[place] - 0x30
        if digit == 0, count == 0 {
          if afterPoint { point -= 1 }
        } else {
          if count < Self.capacity {
            digits[count] = digit
            count += 1
          }
          if !afterPoint { point += 1 }
        }
      case UInt8(ascii: ".") where !afterPoint: afterPoint = true
      default: break scan
      }
      place += 1
    }
    guard seen else { return false }
    if place < end {
      guard bytes[place] & 0xDF == UInt8(ascii: "E"), let exponent = Self.exponent(bytes + place + 1, end - place - 1)
      else { return false }
      point += exponent
    }
    normalise()
    return true
  }

  private static func exponent(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int? {
    var place = 0
    var value = 0
    var negative = false
    if place < length, bytes[place] == UInt8(ascii: "-") || bytes[place] == UInt8(ascii: "+") {
      negative = bytes[place] == UInt8(ascii: "-")
      place += 1
    }
    guard place < length, length - place <= 5 else { return nil }
    while place < length {
      guard case 0x30...0x39 = bytes[place] else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
      place += 1
    }
    return negative ? -value : value
  }

  private mutating func normalise() {
    while count > 0, digits[count - 1] == 0 { count -= 1 }
    if count == 0 {
      point = 0
      isNegative = false
    }
  }

  /// Rounds to the digits that Excel keeps. A longer whole part is left as the file has it.
  mutating func roundToPrecision() {
    guard count > Self.precision, !exceedsPrecision else { return }
    let isTie = count == Self.precision + 1 && digits[Self.precision] == 5
    let roundsUp = isTie ? tieRoundsUp() : digits[Self.precision] > 4
    count = Self.precision
    if roundsUp {
      while count > 0, digits[count - 1] == 9 { count -= 1 }
      if count == 0 {
        digits[0] = 1
        count = 1
        point += 1
      } else {
        digits[count - 1] += 1
      }
    }
    normalise()
  }

  /// Whether a number whose sixteenth and last digit is a five rounds up. Programs write the shortest digits that lead
  /// back to their double, and when they show it they round the double itself, which may lie below the five.
  private func tieRoundsUp() -> Bool {
    let places = count - point
    // Beyond this a power of ten is no exact double; numbers that small are no data of a register.
    guard places <= 22 else { return true }
    var whole: Int64 = 0
    for place in 0..<count { whole = whole * 10 + Int64(digits[place]) }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    // The product of the double and the power, exactly: its rounded value and what the rounding left out.
    let double = nearestDouble()
    let product = double * power
    let left = (-product).addingProduct(double, power)
    let floor = product.rounded(.down)
    return Double(Int64(floor) - whole) + (product - floor) + left >= 0
  }

  /// The double that the digits lead to, without the sign.
  private func nearestDouble() -> Double {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: Self.capacity + 8) { text in
      for place in 0..<count { text[place] = CChar(0x30 + digits[place]) }
      text[count] = CChar(UInt8(ascii: "e"))
      text[count + 1] = CChar(point < count ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      let exponent = abs(point - count)
      text[count + 2] = CChar(0x30 + exponent / 100 % 10)
      text[count + 3] = CChar(0x30 + exponent / 10 % 10)
      text[count + 4] = CChar(0x30 + exponent % 10)
      text[count + 5] = 0
      return text.baseAddress.map { strtod($0, nil) } ?? 0
    }
  }

  /// Multiplies by a power of ten.
  mutating func shift(_ places: Int) {
    if count > 0 { point += places }
  }

  /// The nearest double, or one of its neighbours: good enough to compare and to split a date.
  var doubleValue: Double {
    var mantissa: UInt64 = 0
    let used = min(count, 18)
    for place in 0..<used { mantissa = mantissa * 10 + UInt64(digits[place]) }
    var value = Double(mantissa)
    var scale = point - used
    guard scale.magnitude < 400 else { return scale < 0 ? 0 : isNegative ? -.infinity : .infinity }
    while scale >= 10 {
      value *= 1e10
      scale -= 10
    }
    while scale > 0 {
      value *= 10
      scale -= 1
    }
    // One division by an exact power of ten rounds once.
    while scale < 0 {
      let step = min(-scale, 22)
      var divisor = 1.0
      for _ in 0..<step { divisor *= 10 }
      value /= divisor
      scale += step
    }
    return isNegative ? -value : value
  }

  /// Appends the number in plain digits with a decimal point; only numbers that no register holds keep an exponent.
  func write(to output: inout GrowingBuffer<UInt8>) {
    if isZero { return output.append("0") }
    if isNegative { output.append("-") }
    if point > 21 || point < -20 { return writeScientific(to: &output) }
    if point <= 0 {
      output.append("0.")
      output.append(repeating: UInt8(ascii: "0"), count: -point)
      writeDigits(0..<count, to: &output)
    } else {
      writeDigits(0..<min(point, count), to: &output)
      if point > count { output.append(repeating: UInt8(ascii: "0"), count: point - count) }
      if point < count {
        output.append(".")
        writeDigits(point..<count, to: &output)
      }
    }
  }

  private func writeScientific(to output: inout GrowingBuffer<UInt8>) {
    writeDigits(0..<1, to: &output)
    if count > 1 {
      output.append(".")
      writeDigits(1..<count, to: &output)
    }
    output.append(point > 0 ? "E+" : "E-")
    output.append(number: abs(point - 1))
  }

  private func writeDigits(_ range: Range<Int>, to output: inout GrowingBuffer<UInt8>) {
    for place in range { output.append(UInt8(ascii: "0") + digits[place]) }
  }
}
