package import CustomerModel

extension KundregError {
  /// The error of a number that no customer has.
  ///
  /// - Parameter mayBeDeleted: true where a deleted customer would have been found, too, unless it was forgotten.
  package static func unknownCustomer(_ number: String, mayBeDeleted: Bool = false) -> KundregError {
    let deleted = mayBeDeleted ? ", nor a deleted one whose data is still kept" : ""
    return KundregError(
      .failed, code: "customer.unknown",
      "There is no customer \(number)\(deleted). Leading zeros count; `kundreg customer list --all` finds customers.")
  }
}
