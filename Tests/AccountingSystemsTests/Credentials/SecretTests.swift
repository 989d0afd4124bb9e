import Testing

@testable import AccountingSystems

@Suite struct SecretTests {
  private func everyDescription(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return "\(value)" + String(reflecting: value) + dumped
  }

  @Test func nothingThatHoldsASecretShowsIt() throws {
    let secret = Secret("s3cr3t")
    let tokens = TokenSet(accessToken: secret, refreshToken: secret)
    let reply = try #require(TokenReply(Array(#"{"access_token": "s3cr3t", "refresh_token": "s3cr3t"}"#.utf8)))
    let file = CredentialFile(
      path: "/x", name: "a",
      environment: ["KUNDREG_ERP_A_CLIENT_SECRET": "s3cr3t", "KUNDREG_ERP_A_REFRESH_TOKEN": "s3cr3t"])
    let values: [Any] = [
      secret, [secret], ["a": secret], Secret?.some(secret) as Any, tokens, reply, file,
      Credentials(clientID: "me", clientSecret: secret, tokens: tokens),
      TokenGrant.refreshToken(secret), TokenGrant.authorizationCode(secret, redirectURI: "x"),
      AuthorizationAnswer(name: "a", state: secret),
    ]
    for value in values { #expect(!everyDescription(value).contains("s3cr3t"), "\(type(of: value))") }
  }

  @Test(arguments: [("abc", true), ("abd", false), ("ab", false), ("abcd", false), ("", false)])
  func comparesWhole(other: String, isSame: Bool) { #expect(Secret("abc").matches(other) == isSame) }
}
