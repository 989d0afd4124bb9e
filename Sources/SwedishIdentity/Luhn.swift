/// The modulus-10 check digit of Swedish organisation and personal identity numbers.
///
/// Source: Skatteverket, *Personnummer* (SKV 704): the digits are multiplied by 2 and 1 in turn, the digits of the products
/// added, and the check digit makes the sum a multiple of ten.
package enum Luhn {
  /// True when the last decimal digit of `number` is the check digit of those before it.
  ///
  /// Leading zeros add nothing to the sum, so the number stands as an integer.
  package static func isValid(_ number: UInt64) -> Bool {
    var rest = number
    var sum: UInt64 = 0
    while rest > 0 {
      sum += rest % 10
      let doubled = rest / 10 % 10 * 2
      sum += doubled > 9 ? doubled - 9 : doubled
      rest /= 100
    }
    return sum % 10 == 0
  }
}
