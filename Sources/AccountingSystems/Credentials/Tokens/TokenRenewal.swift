import Foundation

extension TokenSet {
  /// How long before its end a token is renewed, in seconds, so that it outlives the request that carries it.
  private static let renewalMargin = 60.0

  /// The access token when it need not be renewed yet, or when its end is not known.
  func usableAccessToken(at now: Date) -> Secret? {
    guard let expiresAt else { return accessToken }
    return now < expiresAt.addingTimeInterval(-Self.renewalMargin) ? accessToken : nil
  }
}
