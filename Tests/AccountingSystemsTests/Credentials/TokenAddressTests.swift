import CustomerModel
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct TokenAddressTests {
  let office: Office

  init() throws { office = try Office() }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let answers: [Answer], code: String, message: String
    var isServiceAccount = false
    var testDescription: String { "\(code), \(answers.count) answers" }
  }

  @Test(arguments: [
    Refusal(
      answers: [.error("invalid_grant")], code: "erp.consentDead",
      message:
        "erp-1 no longer accepts the login, because the renewal token is too old, was used by another program, or its "
        + "consent was withdrawn: run kundreg erp login erp-1."),
    Refusal(
      answers: [.error("invalid_grant")], code: "erp.consentDead",
      message: "never gave it to a service account: run kundreg erp login erp-1 --service.",
      isServiceAccount: true),
    Refusal(
      answers: [.error("unauthorized_client")], code: "erp.clientRefused",
      message: "or KUNDREG_ERP_ERP_1_CLIENT_ID and KUNDREG_ERP_ERP_1_CLIENT_SECRET, which go before it"),
    Refusal(
      answers: [.error("invalid_client", status: 401)], code: "erp.clientRefused",
      message: "check clientId and clientSecret in the credentials' file"),
    Refusal(answers: [.error("unauthorized_client")], code: "erp.clientRefused", message: "erp-1 does not know"),
    Refusal(answers: [.json(401, "<html>s3cr3t")], code: "erp.clientRefused", message: "erp-1 does not know"),
    Refusal(
      answers: [.error("invalid_scope")], code: "erp.tokenRefused", message: "gave no token (invalid_scope, status 400)"
    ),
    Refusal(answers: [.error("s3cr3t")], code: "erp.tokenRefused", message: "gave no token (status 400)"),
    Refusal(answers: [.json(404, "")], code: "erp.tokenRefused", message: "(status 404): check tokenURL"),
    Refusal(
      answers: [.failure(.answerLost("the connection broke")), .error("invalid_grant")], code: "erp.consentDead",
      message:
        "because the answer to a renewal was lost on its way, and the renewal token, good for one use, died with it: "
        + "run kundreg erp login erp-1."),
    Refusal(
      answers: [.json(502, ""), .error("invalid_grant")], code: "erp.consentDead", message: "lost on its way"),
    Refusal(
      answers: [.json(200, #"{"access_token": "acc"#), .error("invalid_grant")], code: "erp.consentDead",
      message: "lost on its way"),
    Refusal(
      answers: [.failure(.notSent("no connection")), .error("invalid_grant")], code: "erp.consentDead",
      message: "the renewal token is too old"),
    Refusal(
      answers: [.failure(.answerLost("no answer in time")), .failure(.answerLost("no answer in time"))],
      code: "erp.tokenUnavailable",
      message: "(no answer in time at https://apps.fortnox.se/oauth-v1/token): try again later"),
    Refusal(
      answers: Array(repeating: .json(503, "s3cr3t"), count: 4), code: "erp.tokenUnavailable",
      message: "the answer was status 503"),
    Refusal(
      answers: Array(repeating: .json(429, ""), count: 4), code: "erp.tokenUnavailable",
      message: "the answer was status 429"),
    Refusal(
      answers: Array(repeating: .failure(.notSent("no connection")), count: 4), code: "erp.tokenUnavailable",
      message: "no connection"),
    Refusal(
      answers: [.failure(.refused("a redirect to another host"))], code: "erp.tokenUnavailable",
      message: "a redirect to another host"),
    Refusal(
      answers: [.json(200, "{}"), .json(200, #"{"access_token": ""}"#)], code: "erp.tokenUnavailable",
      message: "the answer holds no token"),
  ])
  func saysWhatToDo(refusal: Refusal) throws {
    if refusal.isServiceAccount { try office.write(#""tenantId": "1""#) } else { try office.writeLogin() }
    let before = office.text
    let server = ScriptedTokenServer(refusal.answers)
    Office.expect(.unavailable, refusal.code, refusal.message) { _ = try office.tokens(server).accessToken() }
    #expect(server.asked.count == refusal.answers.count)
    #expect(office.text == before)
  }

  @Test(arguments: [
    Answer.json(503, ""), .json(429, ""), .failure(.notSent("no connection")),
    .failure(.answerLost("the connection broke")), .json(200, "<html>"),
  ])
  func aPassingTroubleIsTriedAgain(trouble: Answer) throws {
    try office.writeLogin()
    let server = ScriptedTokenServer([trouble, .tokens("access-new", refresh: "refresh-new")])
    #expect(try office.tokens(server).accessToken() == "access-new")
    #expect(server.forms == Array(repeating: "grant_type=refresh_token&refresh_token=refresh-old", count: 2))
    #expect(try office.file().tokens().refreshToken == Secret("refresh-new"))
  }

  @Test func waitsAsLongAsItIsTold() throws {
    try office.writeLogin()
    let pauses = Mutex<[Double]>([])
    let server = ScriptedTokenServer([
      .json(429, "", headers: ["retry-after": "7"]),
      .json(429, #"{"message":"Try again in 12 seconds."}"#), .json(429, "", headers: ["retry-after": "3600"]),
      .tokens("access-new"),
    ])
    let tokens = OAuthTokens(
      office.system, file: office.file(), sender: server, now: { Office.now },
      pause: { seconds in pauses.withLock { $0.append(seconds) } })
    #expect(try tokens.accessToken() == "access-new")
    #expect(pauses.withLock { $0 } == [7, 12, 30])
  }

  @Test(arguments: [
    (#"{"access_token": "a", "expires_in": 3600}"#, 3600), (#"{"access_token": "a", "expires_in": "60"}"#, 60),
    (#"{"access_token": "a"}"#, nil), (#"{"access_token": "a", "expires_in": null, "refresh_token": null}"#, nil),
  ])
  func readsReplies(body: String, lifetime: Int?) throws {
    let reply = try #require(TokenReply(Array(body.utf8)))
    #expect(reply.accessToken == Secret("a"))
    #expect(reply.lifetime == lifetime)
    #expect(reply.refreshToken == nil)
  }

  @Test(
    arguments: [
      ([("a b", "å+&=%"), ("c", "")], "a%20b=%C3%A5%2B%26%3D%25&c="), ([("x", "-._~09AZaz\n")], "x=-._~09AZaz%0A"),
    ] as [([(String, String)], String)])
  func encodesForms(fields: [(String, String)], text: String) {
    #expect(FormEncoding.encode(fields.map { (name: $0.0, value: $0.1) }) == text)
    #expect(FormEncoding.decode(text) == Dictionary(uniqueKeysWithValues: fields))
  }

  @Test func decodesWhatBrowsersSend() {
    #expect(FormEncoding.decode("a=1+2&a=3&b&%zz=%4&=x") == ["a": "1 2", "b": "", "%zz": "%4", "": "x"])
  }
}
