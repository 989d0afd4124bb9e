package import CustomerModel
package import Foundation

/// One accounting system as the configuration describes it.
package struct AccountingSystem: Sendable, Equatable {
  /// Which system it is, and so which interface it speaks.
  package enum Kind: String, Sendable, CaseIterable {
    case fortnox
    case visma = "visma-eaccounting"
  }

  /// The name it has in the configuration and on the command line.
  package var name: String
  package var kind: Kind
  package var baseURL: URL
  /// Where a person logs in and consents, in a browser.
  package var authorizeURL: URL
  package var tokenURL: URL
  /// Where a consent is given back.
  package var revokeURL: URL
  /// Where the browser is sent after the login, exactly as it is registered with the accounting system. Only an `http`
  /// address, which is this computer's own, can be listened on; of any other the person pastes the address by hand.
  package var redirectURI: URL
  /// What the consent covers.
  package var scopes: [String]
  /// The file with the credentials, as written; see ``Configuration/resolved(_:)``.
  package var credentials: String
  /// The name of the mapping that describes the system's customers.
  package var mapping: String
  package var conflicts: MergePolicy
  /// The side that a field belongs to, whatever the policy says.
  package var fieldOwners: [FieldPath: MergeSide]
  /// Customers that meet any of these conditions are left out of the sync.
  package var leaveOut: [FieldCondition]
  /// Values by the system's own names, for what it requires and a card may lack: `TermsOfPayment`.
  package var defaults: [String: String]
  /// At most so many requests in any window of ``windowSeconds``.
  package var requestsPerWindow: Int
  package var windowSeconds: Double
  /// True to send the assigned user's name as "our reference", where the system has such a field.
  package var assignedToOurReference: Bool
  /// True to read the labels that customers have in the system as tags, where it has such labels.
  package var labelsAsTags: Bool
  /// True to learn from the system's events which customers changed, where it has such events.
  package var changeEvents: Bool
  /// Where its events are read, `wss`; nil for a system without.
  package var changeEventsURL: URL?
}
