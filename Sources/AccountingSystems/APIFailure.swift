package import CustomerModel
package import Texts

/// Why a request to an accounting system did not do what it was to do, by what is to be done about it.
package enum APIFailure: Error, Sendable, Equatable {
  /// This record was refused; others may be taken. `code` is the system's own, such as `2000359`, or our own word;
  /// `message` is a sentence.
  case record(code: String, message: Text)
  /// This record may not be written as it was sent, by the rights or the licence there: perhaps for one field of it, perhaps
  /// as every other. `error` is what ends the run when it turns out to be every other.
  case forbidden(KundregError)
  /// What the configuration gives a new customer is missing or is refused: that keeps other new customers out, too. What changes of
  /// others can be sent.
  case unfitDefault(UnfitDefault)
  /// There is no such record, or no longer.
  case gone
  /// The customer number is taken in the system, perhaps by a customer that was deleted there.
  case numberTaken(message: Text)
  /// What became of the request is not known: read the record back before anything is sent again. Why, as a part of a sentence.
  case outcomeUnknown(Text)
  /// The system cannot be reached, or refuses everything for now: the run ends. Status 69, or 78 when the request itself
  /// is wrong (a scope or a licence is missing).
  case unavailable(KundregError)
  /// The run has sent as many requests as it may, and this one was not sent; see ``RequestBudget``.
  case spent
  /// The run was asked to stop, and nothing was sent.
  case cancelled
}

/// Something of the configuration's `defaults` that keeps new customers out.
package struct UnfitDefault: Error, Sendable, Equatable {
  /// Our own word for it, which never changes.
  package let code: String
  /// The name in `defaults`.
  package let key: String
  /// What the configuration has there; nil where it has nothing.
  package let value: String?
  /// True where it keeps out every new customer that gets it, whoever that is.
  package let holdsForAll: Bool
  /// A sentence with place and remedy.
  package let message: Text
  /// What is to be mended of the customer itself, as a sentence; nil for nothing.
  package let ofCustomer: Text?

  package init(
    code: String, key: String, value: String?, holdsForAll: Bool, message: Text, ofCustomer: Text? = nil
  ) {
    self.code = code
    self.key = key
    self.value = value
    self.holdsForAll = holdsForAll
    self.message = message
    self.ofCustomer = ofCustomer
  }
}
