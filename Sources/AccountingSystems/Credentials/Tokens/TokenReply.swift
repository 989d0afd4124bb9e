import Documents

/// What the token address gives.
struct TokenReply: Sendable, Equatable {
  let accessToken: Secret
  /// Nil when the one that was sent stays good.
  let refreshToken: Secret?
  /// How long the access token lives, in seconds; nil when the reply does not tell.
  let lifetime: Int?

  /// Nil when the body is no token reply. It is JSON whatever `Content-Type` says: Fortnox says text/html.
  init?(_ body: [UInt8]) {
    guard let object = try? JSONNode(parsing: body), case .text(let token)? = object["access_token"], !token.isEmpty
    else {
      return nil
    }
    accessToken = Secret(token)
    if case .text(let token)? = object["refresh_token"], !token.isEmpty {
      refreshToken = Secret(token)
    } else {
      refreshToken = nil
    }
    lifetime = object["expires_in"]?.scalarText.flatMap { Int($0) }
  }

  /// The word for why there is no token, of those that the standard knows: another could be anything, a secret too.
  /// Source: RFC 6749, 5.2.
  static func errorWord(_ body: [UInt8]) -> String? {
    let known = [
      "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
      "invalid_scope",
    ]
    guard let object = try? JSONNode(parsing: body), case .text(let word)? = object["error"] else { return nil }
    return known.first { $0 == word }
  }
}
