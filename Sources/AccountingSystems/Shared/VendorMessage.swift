import CustomerModel

/// What an accounting system says in its own words, made fit for our sentences.
enum VendorMessage {
  /// The message on one line, without personal identity numbers.
  static func line(_ message: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in masked(message).unicodeScalars {
      text.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    let words = String(text).split(separator: " ").joined(separator: " ")
    return words.count > ShownLimits.vendorMessage ? words.prefix(ShownLimits.vendorMessage) + "…" : words
  }

  /// The message with stars for the digits of all that may be a personal identity number: ten digits or more in a row, or
  /// six or eight followed by `-`, `+`, a dash or a blank and three digits or more.
  ///
  /// Coarser than the mask of a known field, because the systems repeat just those numbers that are mistyped, and nothing
  /// tells them from an organisation's or a telephone's in a free text. GUIDs stay.
  static func masked(_ message: String) -> String {
    var scalars = Array(message.unicodeScalars)
    var start = 0
    while start < scalars.count {
      let guid = GUIDText.end(from: start, count: scalars.count) {
        scalars[$0].isASCII ? UInt8(scalars[$0].value) : 0xFF
      }
      if let guid {
        start = guid
        continue
      }
      let end = digitsEnd(scalars, from: start)
      guard end > start else {
        start += 1
        continue
      }
      var last = end
      if end - start == 6 || end - start == 8, end < scalars.count,
        "-+ –\u{2011}\u{A0}".unicodeScalars.contains(scalars[end])
      {
        let tail = digitsEnd(scalars, from: end + 1)
        if tail - end - 1 >= 3 { last = tail }
      }
      if last > end || end - start >= 10 {
        for place in start..<last where isDigit(scalars[place]) { scalars[place] = "*" }
      }
      start = last
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar >= "0" && scalar <= "9" }

  private static func digitsEnd(_ scalars: [Unicode.Scalar], from start: Int) -> Int {
    scalars[start...].firstIndex { !isDigit($0) } ?? scalars.count
  }
}
