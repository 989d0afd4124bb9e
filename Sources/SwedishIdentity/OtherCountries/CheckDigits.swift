/// The check digits of the registration numbers of other countries that are best known here. Each takes digits only.
///
/// Sources: Norway: Brønnøysundregistrene, *Organisasjonsnummeret* (modulus 11 with the weights 3 2 7 6 5 4 3 2). Denmark:
/// Erhvervsstyrelsen, CVR numbers (modulus 11 with the weights 2 7 6 5 4 3 2 1 over all eight digits). Finland: PRH and
/// Vero, Y-tunnus (modulus 11 with the weights 7 9 10 5 8 4 2).
enum CheckDigits {
  /// Nine digits of a Norwegian organisation number.
  static func norwegian(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    weightedSum(digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// Eight digits of a Danish CVR number.
  static func danish(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    weightedSum(digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 == 0
  }

  /// Eight digits of a Finnish Y-tunnus. The check digit is 11 less the remainder; remainder 0 gives 0, and numbers with
  /// remainder 1 are not used.
  static func finnish(_ digits: UnsafeBufferPointer<UInt8>) -> Bool {
    let remainder = weightedSum(digits, [7, 9, 10, 5, 8, 4, 2]) % 11
    return remainder != 1 && Int(digits[7]) - 0x30 == (remainder == 0 ? 0 : 11 - remainder)
  }

  /// The sum of the first digits, each times its weight.
  static func weightedSum(_ digits: UnsafeBufferPointer<UInt8>, _ weights: [Int]) -> Int {
    zip(digits, weights).reduce(0) { $0 + (Int($1.0) - 0x30) * $1.1 }
  }
}
