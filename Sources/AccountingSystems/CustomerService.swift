package import Documents
package import Texts

/// The customers of one company in one accounting system: what a sync asks and tells. Both systems pass one suite of tests.
///
/// Calls block, keep the pace that the system allows, renew tokens, obey 429, and repeat what is safe to repeat. Several
/// threads may call at once.
package protocol CustomerService: Sendable {
  /// Lists what changed, and gives it page by page as whole records, each at most once.
  ///
  /// - Parameters:
  ///   - range: what is listed, and what is given of it.
  ///   - started: told, before the first page, the cursor from which the next listing goes on: opaque outside the
  ///     system's own client.
  ///   - isHeld: tells of a record's id that it was fetched already in this pull (an earlier attempt was cut off), so
  ///     that it need not be fetched again. Asked only where fetching costs a request of its own.
  ///   - page: takes some records; what it throws ends the listing.
  /// - Returns: when everything was listed, the ids of all records; otherwise nil.
  /// - Throws: ``APIFailure``, or what the closures throw.
  func list(
    _ range: ListRange, started: (String) throws -> Void, isHeld: (String) throws -> Bool,
    page: ([RemoteCustomer]) throws -> Void
  ) throws -> Set<String>?

  /// The record of that id, or nil when it is not, or no longer, there.
  func customer(id: String) throws(APIFailure) -> RemoteCustomer?

  /// The record of that customer number, byte for byte, or nil.
  func customer(number: String) throws(APIFailure) -> RemoteCustomer?

  /// The request that creates a customer. A `.null` value is left out.
  ///
  /// - Parameter defaults: values by the system's own names for what it requires and the card does not give, such as
  ///   `TermsOfPayment` by name.
  /// - Throws: ``APIFailure/record(code:message:)`` when the system is known to require more; ``APIFailure/unfitDefault(_:)``
  ///   where no customer can be created as the configuration has it.
  func creation(_ values: [JSONNode.Member], defaults: [String: String]) throws(APIFailure) -> PreparedRequest

  /// The request that changes a customer.
  ///
  /// - Parameters:
  ///   - values: the keys that change; `.null` clears.
  ///   - record: the record as it is now.
  func change(_ values: [JSONNode.Member], of record: RemoteCustomer) throws(APIFailure) -> PreparedRequest

  /// Sends a creation or a change once. Returns the record as the system then tells it.
  ///
  /// - Throws: ``APIFailure/outcomeUnknown(_:)`` when the answer was lost: never sends again by itself.
  func send(_ request: PreparedRequest) throws(APIFailure) -> RemoteCustomer

  /// What is wrong with a text that the system would not take at that key, as the end of a sentence ("has the character
  /// “<”, which Fortnox does not take"); nil when it may be sent.
  func objection(to text: String, key: String) -> Text?

  /// The names of persons that the system keeps beside its customers' records; nil for a system without such names.
  var references: (any CustomerReferences)? { get }

  /// The system's events about its customers; nil for a system without, or where the configuration does not ask for them.
  var changeEvents: (any CustomerChangeEvents)? { get }

  /// The address at which a person or program finds the record.
  func link(to id: String) -> String

  /// How many requests have left, and how many of them were answered with 429.
  var requestCount: (sent: Int, throttled: Int) { get }
}
