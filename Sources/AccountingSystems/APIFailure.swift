package import CustomerModel

/// Why a request to an accounting system did not do what it was to do, by what is to be done about it.
package enum APIFailure: Error, Sendable, Equatable {
  /// This record was refused; others may be taken. `code` is the system's own, such as `2000359`, or our own word;
  /// `message` is a sentence.
  case record(code: String, message: String)
  /// This record may not be written as it was sent, by the rights or the licence there: perhaps for one field of it, perhaps
  /// as every other. `error` is what ends the run when it turns out to be every other.
  case forbidden(KundregError)
  /// There is no such record, or no longer.
  case gone
  /// The customer number is taken in the system, perhaps by a customer that was deleted there.
  case numberTaken(message: String)
  /// What became of the request is not known: read the record back before anything is sent again.
  case outcomeUnknown(String)
  /// The system cannot be reached, or refuses everything for now: the run ends. Status 69, or 78 when the request itself
  /// is wrong (a scope or a licence is missing).
  case unavailable(KundregError)
  /// The run has sent as many requests as it may, and this one was not sent; see ``RequestBudget``.
  case spent
  /// The run was asked to stop, and nothing was sent.
  case cancelled
}

extension APIFailure {
  /// The `code` of a ``record(code:message:)`` that holds for every new customer: the terms of payment that the configuration
  /// gives new customers cannot be had. What changes of others can be sent.
  package static let termsOfPayment = "termsOfPayment"
}
