import Documents
import Foundation

/// The company's id in an access token of Fortnox, which is a JSON Web Token. The signature is not checked: the token comes
/// from the token address itself, over TLS.
enum TenantClaim {
  /// The vendor says that there is such a claim, but not its name. The first of these that is there is taken.
  private static let names = ["tenantId", "tenant_id", "TenantId", "tenantID", "tid"]

  /// Nil when the token is none, or has none of the claims. Source: RFC 7519, 3; RFC 7515, 2 (base64url).
  static func read(_ token: Secret) -> String? {
    let parts = token.exposed.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var text = String(parts[1]).replacing("-", with: "+").replacing("_", with: "/")
    text += String(repeating: "=", count: (4 - text.count % 4) % 4)
    guard let payload = Data(base64Encoded: text), let claims = try? JSONNode(parsing: Array(payload)) else {
      return nil
    }
    for name in names {
      if let value = claims[name]?.scalarText, !value.isEmpty { return value }
    }
    return nil
  }
}
