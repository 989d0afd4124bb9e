/// The fields that a list of customers shows when nobody asks for certain ones.
enum DefaultColumns {
  private static let names = "name,type,identityNumber,invoiceAddress.city,phone,email"

  /// - Parameter withNumber: false where names begin with the number.
  static func names(withNumber: Bool) -> String { withNumber ? "number,\(names)" : names }
}
