import CustomerModel
import Texts

/// Credentials that environment variables give, over those of the file: `KUNDREG_ERP_<NAME>_CLIENT_SECRET` and friends,
/// with the system's name in capitals and `_` for `-`. They are never written to the file.
struct CredentialVariables: Sendable {
  let prefix: String
  let clientID: String?
  let clientSecret: Secret?
  private(set) var accessToken: Secret?
  private(set) var refreshToken: Secret?
  let tenantID: String?

  init(name: String, environment: [String: String]) {
    let prefix = "KUNDREG_ERP_" + name.uppercased().replacing("-", with: "_") + "_"
    let value = { (key: String) in environment[prefix + key].flatMap { $0.isEmpty ? nil : $0 } }
    self.prefix = prefix
    clientID = value("CLIENT_ID")
    clientSecret = value("CLIENT_SECRET").map(Secret.init)
    accessToken = value("ACCESS_TOKEN").map(Secret.init)
    refreshToken = value("REFRESH_TOKEN").map(Secret.init)
    tenantID = value("TENANT_ID")
  }

  /// True when one of them is given.
  var isAnyGiven: Bool {
    clientID != nil || clientSecret != nil || accessToken != nil || refreshToken != nil || tenantID != nil
  }

  /// Lays them over what the file holds.
  func override(_ tokens: inout TokenSet) {
    if let accessToken {
      tokens.accessToken = accessToken
      // The file's date is that of the file's token.
      tokens.expiresAt = nil
    }
    if let refreshToken { tokens.refreshToken = refreshToken }
    if let tenantID { tokens.tenantID = tenantID }
  }

  /// Adds to the error for a dead login that a variable goes before what a new login would leave in the file.
  func explain(_ error: KundregError) -> KundregError {
    guard error.code == ErrorCode.erpConsentDead.name, refreshToken != nil else { return error }
    return KundregError(
      .erpConsentDead, [error.text, CredentialTexts.variableGoesFirst("\(prefix)REFRESH_TOKEN")].joined(),
      remedies: error.remedies)
  }

  /// Forgets the access token, because a newer one in the file has taken its place.
  mutating func forgetAccessToken() { accessToken = nil }

  /// Forgets both tokens, because newer ones in the file have taken their place.
  mutating func forgetTokens() {
    accessToken = nil
    refreshToken = nil
  }
}
