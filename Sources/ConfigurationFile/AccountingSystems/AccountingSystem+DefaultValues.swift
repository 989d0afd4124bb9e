import CustomerModel
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
    labelsAsTags = false
    changeEvents = false
    switch kind {
    case .fortnox:
      baseURL = Self.known("https://api.fortnox.se/3")
      authorizeURL = Self.known("https://apps.fortnox.se/oauth-v1/auth")
      tokenURL = Self.known("https://apps.fortnox.se/oauth-v1/token")
      revokeURL = Self.known("https://apps.fortnox.se/oauth-v1/revoke")
      scopes = ["customer", "companyinformation"]
      changeEventsURL = Self.known("wss://ws.fortnox.se/topics-v1")
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
