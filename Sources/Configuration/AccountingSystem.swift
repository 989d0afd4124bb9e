package import CustomerModel
package import Foundation

/// One accounting system as the configuration describes it.
package struct AccountingSystem: Sendable, Equatable {
  /// Which system it is, and so which interface it speaks.
  package enum Kind: String, Sendable, CaseIterable {
    case fortnox
    case visma = "visma-eaccounting"
  }

  /// What becomes of a field that both sides changed.
  package enum ConflictPolicy: String, Sendable, CaseIterable {
    /// Keep both values, list the conflict, touch neither.
    case hold
    /// The register's value wins.
    case register
    /// The accounting system's value wins.
    case erp
    /// The later change wins.
    case newest
  }

  /// The side that a field belongs to, whatever the conflict policy says.
  package enum FieldOwner: String, Sendable, CaseIterable {
    case register, erp
  }

  /// The name it has in the configuration and on the command line.
  package var name: String
  package var kind: Kind
  package var baseURL: URL
  package var tokenURL: URL
  /// The file with the credentials, as written; see ``Configuration/resolved(_:)``.
  package var credentials: String
  package var conflicts: ConflictPolicy
  package var fieldOwners: [FieldPath: FieldOwner]
  /// At most so many requests in any window of ``windowSeconds``.
  package var requestsPerWindow: Int
  package var windowSeconds: Double
  /// True to send the assigned user's name as "our reference", where the system has such a field.
  package var assignedToOurReference: Bool

  /// The built-in values of a kind.
  ///
  /// The pace is what the systems allow: Fortnox 25 requests in 5 seconds for a client and company, Visma 600 in a minute
  /// for a client and address. Source: Fortnox developer "Rate limits"; Visma eAccounting API "Rate limits".
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
    credentials = "credentials/\(name).json"
    conflicts = .hold
    fieldOwners = [:]
    assignedToOurReference = false
    switch kind {
    case .fortnox:
      baseURL = Self.known("https://api.fortnox.se/3")
      tokenURL = Self.known("https://apps.fortnox.se/oauth-v1/token")
      (requestsPerWindow, windowSeconds) = (25, 5)
    case .visma:
      baseURL = Self.known("https://eaccountingapi.vismaonline.com/v2")
      tokenURL = Self.known("https://identity.vismaonline.com/connect/token")
      (requestsPerWindow, windowSeconds) = (600, 60)
    }
  }

  private static func known(_ text: String) -> URL {
    guard let url = URL(string: text) else { preconditionFailure("\(text) is no address") }
    return url
  }
}
