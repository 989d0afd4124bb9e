/// Check digits of VAT numbers whose countries publish how they are made, but which are no reason to refuse a number.
///
/// Sources: European Commission, *VAT number construction rules* for VIES. GB and XI: HMRC, *VAT registration number*
/// (modulus 97, with and without 55 added). NO, DK, FI: ``CheckDigits``. CH: eCH-0097 (modulus 11 with the weights 5 4 3 2 7 6 5 4).
/// The numbers of the other countries are not judged.
enum VATCheckDigits {
  /// False when the check digits of a national part, which has its country's shape, are wrong.
  static func agree(_ national: UnsafeBufferPointer<UInt8>, of country: UInt16) -> Bool {
    switch country {
    case VATNumberShape.norway: CheckDigits.norwegian(national)
    case VATNumberShape.denmark: CheckDigits.danish(national)
    case VATNumberShape.finland: CheckDigits.finnish(national)
    case VATNumberShape.switzerland: swiss(UnsafeBufferPointer(rebasing: national[1...]))
    case VATNumberShape.unitedKingdom, VATNumberShape.northernIreland: british(national)
    case germany: modulus11And10(national)
    case croatia: modulus11And10(national)
    case austria: austrian(UnsafeBufferPointer(rebasing: national[1...]))
    case belgium: value(national, 0..<8) % 97 == 97 - value(national, 8..<10)
    case estonia: CheckDigits.weightedSum(national, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 == 0
    case greece:
      CheckDigits.weightedSum(national, [256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10 == value(national, 8..<9)
    case hungary: CheckDigits.weightedSum(national, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 == 0
    case italy: Luhn.isValid(UInt64(value(national, 0..<11)))
    case luxembourg: value(national, 0..<6) % 89 == value(national, 6..<8)
    case poland: CheckDigits.weightedSum(national, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 == value(national, 9..<10)
    case portugal: portuguese(national)
    case slovakia: value(national, 0..<10) % 11 == 0
    default: true
    }
  }

  private static let austria = VATNumberShape.country("AT")
  private static let belgium = VATNumberShape.country("BE")
  private static let croatia = VATNumberShape.country("HR")
  private static let estonia = VATNumberShape.country("EE")
  private static let germany = VATNumberShape.country("DE")
  private static let greece = VATNumberShape.country("EL")
  private static let hungary = VATNumberShape.country("HU")
  private static let italy = VATNumberShape.country("IT")
  private static let luxembourg = VATNumberShape.country("LU")
  private static let poland = VATNumberShape.country("PL")
  private static let portugal = VATNumberShape.country("PT")
  private static let slovakia = VATNumberShape.country("SK")

  /// Nine digits, perhaps a branch behind them. Public bodies' numbers have no check digit.
  private static func british(_ national: UnsafeBufferPointer<UInt8>) -> Bool {
    guard national.count >= 9 else { return true }
    let rest = (CheckDigits.weightedSum(national, [8, 7, 6, 5, 4, 3, 2]) + value(national, 7..<9)) % 97
    return rest == 0 || rest == 42
  }

  private static func swiss(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = CheckDigits.weightedSum(digits, [5, 4, 3, 2, 7, 6, 5, 4]) % 11
    return rest != 1 && value(digits, 8..<9) == (11 - rest) % 11
  }

  /// ISO/IEC 7064, MOD 11,10.
  private static func modulus11And10(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    var product = 10
    for byte in digits.dropLast() {
      let sum = (Int(byte) - 0x30 + product) % 10
      product = (sum == 0 ? 10 : sum) * 2 % 11
    }
    return value(digits, digits.count - 1..<digits.count) == (11 - product) % 10
  }

  private static func austrian(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    var sum = 4
    for place in 0..<7 {
      let digit = value(digits, place..<place + 1)
      sum += place % 2 == 0 ? digit : digit / 5 + digit * 2 % 10
    }
    return value(digits, 7..<8) == (10 - sum % 10) % 10
  }

  private static func portuguese(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    let check = 11 - CheckDigits.weightedSum(digits, [9, 8, 7, 6, 5, 4, 3, 2]) % 11
    return value(digits, 8..<9) == (check > 9 ? 0 : check)
  }

  private static func value(_ digits: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    range.reduce(0) { $0 * 10 + Int(digits[$1]) - 0x30 }
  }
}
