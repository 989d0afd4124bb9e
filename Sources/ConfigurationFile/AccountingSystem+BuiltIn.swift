import Foundation

extension AccountingSystem {
  /// The built-in values of a kind.
  ///
  /// The pace is what the systems allow: Fortnox 25 requests in 5 seconds for a client and company, Visma 600 in a minute
  /// for a client and address. The scopes are the least that reads and writes customers; Fortnox's `companyinformation`
  /// tells the tenant of a service account. Source: Fortnox developer "Rate limits", "Authorization"; Visma eAccounting
  /// API "Rate limits", "Authentication".
  package init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
    redirectURI = Self.known("http://localhost:8765/callback")
    credentials = "credentials/\(name).json"
    conflicts = .hold
    fieldOwners = [:]
    leaveOut = []
    defaults = [:]
    assignedToOurReference = false
    switch kind {
    case .fortnox:
      baseURL = Self.known("https://api.fortnox.se/3")
      authorizeURL = Self.known("https://apps.fortnox.se/oauth-v1/auth")
      tokenURL = Self.known("https://apps.fortnox.se/oauth-v1/token")
      revokeURL = Self.known("https://apps.fortnox.se/oauth-v1/revoke")
      scopes = ["customer", "companyinformation"]
      mapping = "fortnox-api"
      (requestsPerWindow, windowSeconds) = (25, 5)
    case .visma:
      baseURL = Self.known("https://eaccountingapi.vismaonline.com/v2")
      authorizeURL = Self.known("https://identity.vismaonline.com/connect/authorize")
      tokenURL = Self.known("https://identity.vismaonline.com/connect/token")
      revokeURL = Self.known("https://identity.vismaonline.com/connect/revocation")
      scopes = ["ea:api", "offline_access", "ea:sales"]
      mapping = "visma-eaccounting-api"
      (requestsPerWindow, windowSeconds) = (600, 60)
    }
  }

  private static func known(_ text: String) -> URL {
    guard let url = URL(string: text) else { preconditionFailure("\(text) is no address") }
    return url
  }
}

extension AccountingSystem.Kind {
  /// The names that `defaults` may have: what the system requires of a new customer and a card may lack. Fortnox requires
  /// a name only. Source: Visma eAccounting API, CustomerApi, required properties.
  var namesOfDefaults: [String] {
    switch self {
    case .fortnox: []
    case .visma: ["TermsOfPayment", "InvoiceCity", "InvoicePostalCode"]
    }
  }

  /// Those of them that no card has, so that no customer can be created without: Visma's terms of payment.
  fileprivate var namesOfRequiredDefaults: [String] {
    switch self {
    case .fortnox: []
    case .visma: ["TermsOfPayment"]
    }
  }
}

extension AccountingSystem {
  /// The keys of `defaults` without which no customer can be created in the system, and that the configuration lacks, as they
  /// are called there: `erps.visma.defaults.TermsOfPayment`.
  package var missingDefaults: [String] {
    kind.namesOfRequiredDefaults.filter { defaults[$0]?.isEmpty ?? true }.map { "erps.\(name).defaults.\($0)" }
  }
}
