import SwedishIdentity

extension CompanyFacts {
  /// The lines of an address text, without outer and double blanks; none for `---`, by which VIES says that it is not told.
  ///
  /// Source: VIES technical information, checkVat: address lines are separated by line feeds.
  static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { line in
      let visible = String(
        String.UnicodeScalarView(line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
      return visible.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    .filter { !$0.isEmpty && $0 != "---" }
  }
}

extension CompanyFacts.Address {
  private static let countries: Set<String> = ["SVERIGE", "SWEDEN", "SE"]

  /// Reads lines whose last is postal code and city, `123 45 STORSTAD`; a country after it is passed over. A text of one
  /// line may have commas in place of line breaks.
  ///
  /// Nil for any other: a part that had to be guessed is worse than none.
  /// Source of the form: PostNord, *Adressera rätt*: postal code of five digits, blank after the third, then the city.
  init?(told: [String]) {
    var lines = told
    if lines.count == 1 {
      lines = lines[0].split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
    }
    if let last = lines.last, Self.countries.contains(last.uppercased()) { lines.removeLast() }
    guard let last = lines.popLast(), let (postalCode, city) = Self.place(last) else { return nil }
    self.init(lines: lines, postalCode: postalCode, city: city)
  }

  private static func place(_ line: String) -> (postalCode: String, city: String)? {
    var words = line.split(separator: " ")
    guard let first = words.first else { return nil }
    words.removeFirst()
    var code = String(first)
    // A code of five digits stands in one word or in two.
    if code.utf8.reversed().prefix(while: isDigit).count == 3, let rest = words.first, rest.utf8.count == 2 {
      code += " " + rest
      words.removeFirst()
    }
    let read = Array(code.utf8).withUnsafeBufferPointer { PostalCode($0) }
    guard let read, let start = words.first?.first, start.isLetter else { return nil }
    let digits = String(read.digits)
    return ("\(digits.prefix(3)) \(digits.suffix(2))", words.joined(separator: " "))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
