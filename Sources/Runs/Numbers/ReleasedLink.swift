import RegisterStore

/// A link with a record that was deleted in its system, which a renumbering let go of: under the new number the customer may be
/// created there anew. With the old number the link comes back, since there the number is used up.
struct ReleasedLink: Codable {
  let system: String
  let customer: Int64
  /// The customer's number here while it had the link.
  let number: String
  let remoteID: String
  let remoteNumber: String

  init(_ link: CustomerLink, number: String) {
    system = link.system
    customer = link.customer
    self.number = number
    remoteID = link.remoteID
    remoteNumber = link.remoteNumber
  }

  /// Brings the link back, without what both sides once agreed on: the record is gone.
  ///
  /// - Returns: false, and nothing is done, when the customer has another number, or was created there anew meanwhile.
  func restore(in writer: RegisterWriter) throws -> Bool {
    guard try !writer.isForgotten(customer), try writer.key(ofCustomer: customer)?.number == number,
      try writer.link(system, customer: customer) == nil, try writer.link(system, remoteID: remoteID) == nil
    else { return false }
    try writer.save(
      CustomerLink(
        system: system, customer: customer, remoteID: remoteID, remoteNumber: remoteNumber, agreed: nil, record: "{}",
        isGone: true))
    return true
  }

  /// Lets go of the link once more, if it is still that one.
  func release(in writer: RegisterWriter) throws -> Bool {
    guard let link = try writer.link(system, customer: customer), link.isGone, link.remoteID == remoteID else {
      return false
    }
    try writer.remove(link)
    return true
  }
}
