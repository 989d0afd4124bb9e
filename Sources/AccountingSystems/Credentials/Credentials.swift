import Foundation

/// What a program needs to speak for a company: who the program is, and what the company has consented to.
package struct Credentials: Sendable, Equatable {
  package let clientID: String
  package let clientSecret: Secret
  package var tokens: TokenSet

  package init(clientID: String, clientSecret: Secret, tokens: TokenSet = TokenSet()) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.tokens = tokens
  }

  /// The value of the `Authorization` header by which the program names itself to the token address: Basic, of client id
  /// and secret as they are. Source: Fortnox developer "Authorization"; Visma eAccounting API "Authentication". RFC 6749,
  /// 2.3.1, would percent-encode both first, which neither vendor's page does.
  var basicAuthorization: String {
    "Basic " + Data("\(clientID):\(clientSecret.exposed)".utf8).base64EncodedString()
  }
}
