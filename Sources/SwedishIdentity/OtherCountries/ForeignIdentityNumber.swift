/// What can be said of a registration number of another country. It is kept as it is in any case.
///
/// Only companies' numbers are judged: what has the digits of a Norwegian, Danish or Finnish person's number is not looked
/// at, and a right Swedish number may be a Swedish company's with an office abroad.
package enum ForeignIdentityNumber {
  /// The countries whose numbers are judged.
  package enum Country: Sendable {
    case norway, denmark, finland
  }

  /// What is wrong with a number.
  package enum Doubt: Sendable, Equatable {
    /// It has not the digits of such a number.
    case shape
    /// Its check digit does not agree.
    case checksum
  }

  /// Nil for a number that nothing speaks against. DigitMarks, hyphens, points, the country's letters before the number and
  /// Norway's `MVA` behind it are passed over.
  ///
  /// Sources stand at ``CheckDigits``.
  package static func doubt(_ bytes: UnsafeBufferPointer<UInt8>, in country: Country) -> Doubt? {
    var digits: [UInt8] = []
    var letters: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let mark = max(DigitMarks.width(bytes, at: place), DigitMarks.hyphenWidth(bytes, at: place))
      if mark > 0 || bytes[place] == UInt8(ascii: ".") {
        place += max(mark, 1)
        continue
      }
      if bytes[place] >= 0x30, bytes[place] <= 0x39 {
        digits.append(bytes[place])
      } else {
        letters.append(bytes[place])
      }
      place += 1
    }
    let spelled = String(decoding: letters, as: UTF8.self).uppercased()
    guard country.letters.contains(spelled) else { return country.isPerson(digits.count, spelled) ? nil : .shape }
    guard digits.count == country.digits else { return country.isPerson(digits.count, spelled) ? nil : .shape }
    return digits.withUnsafeBufferPointer(country.agrees) ? nil : .checksum
  }
}

extension ForeignIdentityNumber.Country {
  fileprivate var digits: Int { self == .norway ? 9 : 8 }

  /// What may stand beside the digits.
  fileprivate var letters: Set<String> {
    switch self {
    case .norway: ["", "NO", "MVA", "NOMVA"]
    case .denmark: ["", "DK", "CVR"]
    case .finland: ["", "FI"]
    }
  }

  /// True for the digits and letters of a person's number: fødselsnummer (11 digits), CPR (10 digits), henkilötunnus
  /// (`DDMMYY`, a letter or a sign, three digits and a check character).
  fileprivate func isPerson(_ digits: Int, _ letters: String) -> Bool {
    switch self {
    case .norway: digits == 11 && letters.isEmpty
    case .denmark: digits == 10 && letters.isEmpty
    case .finland: (9...10).contains(digits) && letters.count <= 2
    }
  }

  fileprivate func agrees(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .norway: CheckDigits.norwegian(digits)
    case .denmark: CheckDigits.danish(digits)
    case .finland: CheckDigits.finnish(digits)
    }
  }
}
