/// A name of a person that an accounting system keeps beside a customer's record.
package struct CustomerReference: Sendable, Equatable {
  /// What the system calls the row.
  package let id: String
  /// What the system calls the customer's record, see ``RemoteCustomer/id``.
  package let customer: String
  package let name: String

  package init(id: String, customer: String, name: String) {
    self.id = id
    self.customer = customer
    self.name = name
  }
}

/// The names of persons that an accounting system keeps beside its customers' records, in one list for all.
///
/// Calls block and throw as those of ``CustomerService`` do.
package protocol CustomerReferences: Sendable {
  /// All of them, whatever the run may still send: a list that was cut would take names for gone; nil when whoever signed in may not read them, or the company does not have them.
  func all() throws(APIFailure) -> [CustomerReference]?

  /// The request that adds a name to a customer.
  ///
  /// - Parameter customer: what the system calls the customer's record.
  func addition(of name: String, to customer: String) -> PreparedRequest

  /// The request that removes a row.
  func removal(of reference: CustomerReference) -> PreparedRequest

  /// Sends one of these once.
  ///
  /// - Throws: ``APIFailure/gone`` for a row that is not there; ``APIFailure/outcomeUnknown(_:)`` when the answer was lost:
  ///   never sends again by itself, since the list tells whether the row came.
  func send(_ request: PreparedRequest) throws(APIFailure)
}

extension CustomerService {
  /// Most systems keep none.
  package var references: (any CustomerReferences)? { nil }
}
