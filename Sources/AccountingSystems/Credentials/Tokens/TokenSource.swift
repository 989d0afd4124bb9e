package import CustomerModel

/// Gives the access token that a request carries.
package protocol TokenSource: Sendable {
  /// A token that is not known to be stale, renewed first if need be.
  ///
  /// - Throws: ``KundregError`` with status 69 when the consent is dead or the token address does not answer, 78 when
  ///   there are no credentials.
  func accessToken() throws(KundregError) -> String

  /// A token in place of one that the system refused. When another thread or process has renewed it already, that one.
  func accessToken(replacing refused: String) throws(KundregError) -> String
}
