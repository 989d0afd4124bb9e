extension VATNumber {
  /// The Swedish VAT number that a text is without its `SE`: the ten digits of a right organisation or personal number and
  /// `01`. Nil for any other text.
  package static func completed(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let text = "SE" + String(decoding: bytes, as: UTF8.self)
    guard let number = canonical(text), number.isSwedish else { return nil }
    return number.text
  }

  /// The VAT number of another country that a text is but for the letters that it should begin with: its form proves the country, as
  /// Norway's `MVA` does and Switzerland's `MWST`. Or the whole number, of any country, behind a word for VAT numbers, as in
  /// `USt-IdNr. DE123456789`. Nil for any other text.
  ///
  /// Sources stand at ``VATNumberShape``.
  package static func provenByForm(_ bytes: UnsafeBufferPointer<UInt8>) -> (text: String, isSwedish: Bool)? {
    guard let characters = plainCharacters(bytes) else { return nil }
    let form = characters.withUnsafeBufferPointer { characters in forms.first { $0.0.matches(characters) } }
    if let letters = form?.1 {
      return canonical(letters + String(decoding: characters, as: UTF8.self))
    }
    for word in words where characters.starts(with: word.utf8) {
      let rest = String(decoding: characters.dropFirst(word.utf8.count), as: UTF8.self)
      let letters = lettersOfWords[word] ?? ""
      if let number = canonical(rest) ?? (letters.isEmpty ? nil : canonical(letters + rest)) { return number }
    }
    return nil
  }

  private static func canonical(_ text: String) -> (text: String, isSwedish: Bool)? {
    var text = text
    return text.withUTF8 { text in
      guard case .success(let number) = read(text) else { return nil }
      var canonical: [UInt8] = []
      number.appendCanonical(to: &canonical)
      return (String(decoding: canonical, as: UTF8.self), number.isSwedish)
    }
  }

  /// The forms that no other country's numbers have, and the letters that they lack. What has digits only, or letters that may be any
  /// company's, proves nothing.
  private static let forms: [(VATNumberShape, String)] = [
    (VATNumberShape("999999999MVA"), "NO"), (VATNumberShape("U99999999"), "AT"),
    (VATNumberShape("999999999B99"), "NL"), (VATNumberShape("E999999999MWST"), "CH"),
    (VATNumberShape("E999999999TVA"), "CH"), (VATNumberShape("E999999999IVA"), "CH"),
    (VATNumberShape("E999999999TPV"), "CH"),
  ]

  /// Words for VAT numbers that people write before them, without blanks and points; the longer before those that they begin with.
  private static let words = [
    "MOMSREGISTRERINGSNUMMER", "MOMSREGNR", "MOMSNUMMER", "MOMSNR", "MOMS", "VATREGNO", "VATNUMBER", "VATNO", "VATNR",
    "VATID", "VAT", "USTIDNR", "USTID", "UIDNR", "UID", "MWSTNR", "MWST", "TVA", "IVA", "BTWNR", "BTW", "ALVNRO", "ALV",
    "CVRNR", "CVR", "MVANR", "MVA", "ORGNR",
  ]

  /// Words that are one country's.
  private static let lettersOfWords = ["CVRNR": "DK", "CVR": "DK", "MVANR": "NO", "MVA": "NO"]

  /// Letters as capitals and digits, without what people write between them; nil for a text that has others, or more than such a
  /// number and its word.
  private static func plainCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard bytes.count <= 64 else { return nil }
    var characters: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let mark = max(DigitMarks.width(bytes, at: place), DigitMarks.hyphenWidth(bytes, at: place))
      if mark > 0 || ".:/".utf8.contains(byte) {
        place += max(mark, 1)
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): characters.append(byte)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): characters.append(byte - 0x20)
      default: return nil
      }
      place += 1
    }
    return characters
  }
}
