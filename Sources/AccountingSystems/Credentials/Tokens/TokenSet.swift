package import Foundation

/// What a login leaves behind.
package struct TokenSet: Sendable, Equatable {
  package var accessToken: Secret?
  package var refreshToken: Secret?
  /// When the access token dies; nil when that is not known.
  package var expiresAt: Date?
  /// The company's id at Fortnox, which a service account logs in with.
  package var tenantID: String?

  package init(
    accessToken: Secret? = nil, refreshToken: Secret? = nil, expiresAt: Date? = nil, tenantID: String? = nil
  ) {
    self.accessToken = accessToken
    self.refreshToken = refreshToken
    self.expiresAt = expiresAt
    self.tenantID = tenantID
  }

  /// The company at Fortnox, as far as it is known: by the login, or by what the access token says, even one that is dead.
  package var company: String? { tenantID ?? accessToken.flatMap(TenantClaim.read) }
}
