package import CustomerModel

extension KundregError {
  /// The error of a number that no customer has.
  ///
  /// - Parameter mayBeDeleted: true where a deleted customer would have been found, too, unless it was forgotten.
  package static func unknownCustomer(_ number: String, mayBeDeleted: Bool = false) -> KundregError {
    KundregError(
      .customerUnknown,
      mayBeDeleted ? AccessTexts.unknownOrForgotten(number) : AccessTexts.unknownCustomer(number),
      remedies: [.findCustomer])
  }
}
