import SwedishIdentity

/// The forms in which customers may have an identity number, by which they are found: one rule for imports and syncs.
///
/// The number as it came, in its comparable form, and that with the hyphen of Swedish numbers are the number itself. Beside them stand
/// those of a Swedish number's last ten digits: lists and accounting systems write personal numbers with ten, and what a century was
/// taken for may be wrong by one; organisation numbers are written with the prefix 16, too. Who is found by those alone may be meant.
struct IdentityForms {
  /// As many as ``condition`` has places for.
  let texts: [[UInt8]]

  private static let own = ["?1", "?2", "?3"]
  private static let ofTenDigits = ["?4", "?5", "?6", "?7"]

  /// The condition that a customer has the number in one of its forms; the forms are its arguments.
  static let condition = Schema.hasIdentity(own + ofTenDigits, comparable: "?2")
  /// The condition that it is the number itself.
  static let isItself = Schema.hasIdentity(own, comparable: "?2")

  init(_ number: UnsafeRawBufferPointer) {
    let typed = Array(number)
    let comparable = ComparableIdentity.with(number) { Array($0) }
    var own = [typed, comparable.isEmpty ? typed : comparable, typed]
    if comparable.count > 4 { own[2] = comparable.dropLast(4) + [UInt8(ascii: "-")] + comparable.suffix(4) }
    let digits = number.filter { $0 &- UInt8(ascii: "0") < 10 }
    guard digits.count == 10 || digits.count == 12 else {
      texts = own + Self.ofTenDigits.map { _ in typed }
      return
    }
    let short = digits.suffix(10).prefix(6) + [UInt8(ascii: "-")] + digits.suffix(4)
    texts = own + ["", "18", "19", "20"].map { Array($0.utf8) + short }
  }

  init(_ number: String) {
    var number = number
    self = number.withUTF8 { IdentityForms(UnsafeRawBufferPointer($0)) }
  }
}
