import CustomerModel
import Foundation
import Synchronization
import TestSupport
import Testing
import Texts

@testable import AccountingSystems
@testable import HTTP

@Suite struct TokenAddressTests {
  let office: Office

  init() throws { office = try Office() }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let answers: [Answer], code: ErrorCode, text: Text
    var remedies: [Remedy] = []
    var isServiceAccount = false
    var testDescription: String { "\(code.name), \(answers.count) answers" }
  }

  private static let url = "https://apps.fortnox.se/oauth-v1/token"
  private static let broke = HTTPTexts.connectionBroke
  private static let unknownClient = TokenTexts.clientRefused("erp-1", prefix: "KUNDREG_ERP_ERP_1_")

  private static func dead(_ answers: [Answer], _ text: Text) -> Refusal {
    Refusal(answers: answers, code: .erpConsentDead, text: text, remedies: Office.logIn)
  }

  private static func refused(_ answer: Answer, _ what: String) -> Refusal {
    Refusal(
      answers: [answer], code: .erpTokenRefused, text: TokenTexts.tokenRefused("erp-1", what), remedies: Office.logIn)
  }

  private static func down(_ answers: [Answer], _ why: Text) -> Refusal {
    Refusal(
      answers: answers, code: .erpTokenUnavailable, text: TokenTexts.unavailable("erp-1", why, address: url))
  }

  @Test(arguments: [
    dead([.error("invalid_grant")], TokenTexts.consentWithdrawn("erp-1")),
    Refusal(
      answers: [.error("invalid_grant")], code: .erpConsentDead, text: TokenTexts.serviceConsentWithdrawn("erp-1"),
      remedies: [.logInAsService(system: "erp-1")], isServiceAccount: true),
    Refusal(answers: [.error("unauthorized_client")], code: .erpClientRefused, text: unknownClient),
    Refusal(answers: [.error("invalid_client", status: 401)], code: .erpClientRefused, text: unknownClient),
    Refusal(answers: [.json(401, "<html>s3cr3t")], code: .erpClientRefused, text: unknownClient),
    refused(.error("invalid_scope"), "invalid_scope, status 400"), refused(.error("s3cr3t"), "status 400"),
    refused(.json(404, ""), "status 404"),
    dead([.failure(.answerLost(broke)), .error("invalid_grant")], TokenTexts.consentLost("erp-1")),
    dead([.json(502, ""), .error("invalid_grant")], TokenTexts.consentLost("erp-1")),
    dead([.json(200, #"{"access_token": "acc"#), .error("invalid_grant")], TokenTexts.consentLost("erp-1")),
    dead(
      [.failure(.notSent(HTTPTexts.notConnected)), .error("invalid_grant")], TokenTexts.consentWithdrawn("erp-1")),
    down([.failure(.answerLost(broke)), .failure(.answerLost(broke))], broke),
    down(Array(repeating: .json(503, "s3cr3t"), count: 4), TokenTexts.answered(status: 503)),
    down(Array(repeating: .json(429, ""), count: 4), TokenTexts.answered(status: 429)),
    down(Array(repeating: .failure(.notSent(HTTPTexts.notConnected)), count: 4), HTTPTexts.notConnected),
    down([.failure(.refused(broke))], broke),
    down([.json(200, "{}"), .json(200, #"{"access_token": ""}"#)], TokenTexts.noToken),
  ])
  func saysWhatToDo(refusal: Refusal) throws {
    if refusal.isServiceAccount { try office.write(#""tenantId": "1""#) } else { try office.writeLogin() }
    let before = office.text
    let server = ScriptedTokenServer(refusal.answers)
    Office.expect(refusal.code, remedies: refusal.remedies) {
      do {
        _ = try office.tokens(server).accessToken()
      } catch let error as KundregError {
        #expect(error.text == refusal.text)
        throw error
      }
    }
    #expect(server.asked.count == refusal.answers.count)
    #expect(office.text == before)
  }

  @Test(arguments: [
    Answer.json(503, ""), .json(429, ""), .failure(.notSent(HTTPTexts.notConnected)),
    .failure(.answerLost(broke)), .json(200, "<html>"),
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
