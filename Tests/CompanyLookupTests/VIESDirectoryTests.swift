import TestSupport
import Testing
import Texts

@testable import CompanyLookup

@Suite struct VIESDirectoryTests {
  @Test(arguments: ["", "/rest-api", "/rest-api/"])
  func asksForTheVATNumberOfTheOrganisation(suffix: String) throws {
    let desk = try Desk(suffix: suffix) { _, _ in .ok(Desk.valid()) }
    let facts = try #require(try desk.find().get())
    let base = suffix.isEmpty ? "" : "/rest-api"
    #expect(desk.server.paths == ["\(base)/ms/SE/vat/556677889901"])
    #expect(facts.name == "Exempel AB")
    #expect(facts.vatNumber == "SE556677889901")
    #expect(facts.addressLines == ["STORGATAN 1", "123 45 STORSTAD"])
    #expect(facts.address == .init(lines: ["STORGATAN 1"], postalCode: "123 45", city: "STORSTAD"))
  }

  @Test(
    arguments: [
      ("---", nil), ("", nil), ("ÅKERÖ BYGG AKTIEBOLAG", "ÅKERÖ BYGG AKTIEBOLAG"), ("iAB  Eko ", "iAB Eko"),
      (#"Lång firma\noch mer"#, "Lång firma och mer"),
    ] as [(String, String?)])
  func keepsTheNameAsTold(told: String, name: String?) throws {
    let desk = try Desk { _, _ in .ok(Desk.valid(told, "---")) }
    let facts = try #require(try desk.find().get())
    #expect(facts.name == name)
    #expect(facts.addressLines.isEmpty)
    #expect(facts.address == nil)
  }

  @Test(arguments: [
    #"{"isValid": false, "userError": "INVALID", "name": "---", "address": "---", "vatNumber": "556677889901"}"#,
    #"{"valid": false}"#,
  ])
  func saysWhenThereIsNoSuchCompany(body: String) throws {
    let desk = try Desk { _, _ in .ok(body) }
    #expect(desk.find() == .success(nil))
    #expect(desk.server.paths.count == 1)
  }

  @Test(
    arguments: [
      ("MS_MAX_CONCURRENT_REQ", true), ("MS_MAX_CONCURRENT_REQ_TIME", true), ("GLOBAL_MAX_CONCURRENT_REQ", true),
      ("GLOBAL_MAX_CONCURRENT_REQ_TIME", true), ("SERVER_BUSY", true), ("MS_UNAVAILABLE", false),
      ("SERVICE_UNAVAILABLE", false), ("TIMEOUT", false),
    ])
  func asksAgainThreeTimesInAll(code: String, isBusy: Bool) throws {
    let bodies = [
      #"{"isValid": false, "userError": "\#(code)", "name": "---"}"#,
      #"{"actionSucceed": false, "errorWrappers": [{"error": "\#(code)", "message": "x"}]}"#,
    ]
    for body in bodies {
      let desk = try Desk { _, _ in .ok(body) }
      let why = DirectoryTexts.says(code)
      #expect(desk.find() == .failure(isBusy ? .busy(why) : .unavailable(why)))
      #expect(desk.server.paths.count == 3)
      #expect(desk.waited >= 3 && desk.waited < 3.5)
      let mended = try Desk { index, _ in .ok(index < 2 ? body : Desk.valid()) }
      #expect(try mended.find().get()?.name == "Exempel AB")
    }
  }

  @Test(
    arguments: [
      ("INVALID_INPUT", DirectoryTexts.says("INVALID_INPUT")), ("VAT_BLOCKED", DirectoryTexts.says("VAT_BLOCKED")),
      ("IP_BLOCKED", DirectoryTexts.says("IP_BLOCKED")),
      ("INVALID_REQUESTER_INFO", DirectoryTexts.says("INVALID_REQUESTER_INFO")),
      ("<b>oj</b>", DirectoryTexts.saysNoKnownCode),
    ])
  func givesUpAtOnceWhereAskingDoesNotHelp(code: String, why: Text) throws {
    let desk = try Desk { _, _ in .ok(#"{"isValid": false, "userError": "\#(code)"}"#) }
    #expect(desk.find() == .failure(.refused(why)))
    #expect(desk.server.paths.count == 1)
  }

  @Test(
    arguments: [
      ("<html>", nil), ("{}", DirectoryTexts.saysNothing),
      (#"{"isValid": "yes"}"#, DirectoryTexts.saysNothing),
      (#"{"isValid": true, "vatNumber": "556000000101"}"#, DirectoryTexts.isOfOtherNumber),
      (#"{"errorWrappers": [{}]}"#, DirectoryTexts.saysNoKnownCode),
    ] as [(String, Text?)])
  func refusesAnAnswerThatMakesNoSense(body: String, why: Text?) throws {
    let desk = try Desk { _, _ in .ok(body) }
    guard case .failure(.refused(let reason)) = desk.find() else { return #expect(Bool(false), "not refused") }
    if let why { #expect(reason == why) }
  }

  @Test(arguments: [500, 502, 503])
  func asksAgainAfterAFaultOfTheServer(status: Int) throws {
    let desk = try Desk { _, _ in .reply(status: status, body: "<html>") }
    #expect(desk.find() == .failure(.unavailable(DirectoryTexts.answered(status: status))))
    #expect(desk.server.paths.count == 3)
  }

  @Test func tellsTheFaultThatComesWithAStatus() throws {
    let body = #"{"errorWrappers": [{"error": "MS_UNAVAILABLE"}]}"#
    let desk = try Desk { _, _ in .reply(status: 500, body: body) }
    #expect(desk.find() == .failure(.unavailable(DirectoryTexts.says("MS_UNAVAILABLE"))))
  }

  @Test(arguments: [400, 403, 404])
  func doesNotRepeatARefusal(status: Int) throws {
    let desk = try Desk { _, _ in .reply(status: status, body: "") }
    #expect(desk.find() == .failure(.refused(DirectoryTexts.answered(status: status))))
    #expect(desk.server.paths.count == 1)
  }

  @Test(
    arguments: [
      ([], 5.0), (["Retry-After: 7"], 7.0), (["Retry-After: 9999"], 60.0), (["Retry-After: soon"], 5.0),
      (["Retry-After: Sun, 06 Nov 1994 08:49:47 GMT", "Date: Sun, 06 Nov 1994 08:49:38 GMT"], 9.0),
    ] as [([String], Double)])
  func waitsAfter429(headers: [String], seconds: Double) throws {
    let desk = try Desk { index, _ in
      index == 0 ? .reply(status: 429, body: "", headers: headers) : .ok(Desk.valid())
    }
    #expect(try desk.find().get()?.name == "Exempel AB")
    #expect(desk.waited >= seconds && desk.waited < seconds + 0.5, "\(desk.waited)")
    let stubborn = try Desk { _, _ in .reply(status: 429, body: "") }
    #expect(stubborn.find() == .failure(.busy(DirectoryTexts.answered(status: 429))))
  }

  @Test func repeatsWhenTheConnectionBreaks() throws {
    let desk = try Desk { index, _ in index < 2 ? .hangUp : .ok(Desk.valid()) }
    #expect(try desk.find().get()?.name == "Exempel AB")
    let dead = try Desk { _, _ in .hangUp }
    guard case .failure(.unavailable(let why)) = dead.find() else { return #expect(Bool(false), "no failure") }
    #expect(!"\(why)".contains("556677889901"), "\(why)")
    #expect(dead.server.paths.count == 3)
  }

  @Test(arguments: [
    LoopbackServer.Answer.reply(status: 302, body: "", headers: ["Location: https://example.com/"]),
    .ok(String(repeating: " ", count: 5000)),
  ])
  func followsNoRedirectAndKeepsNoFlood(answer: LoopbackServer.Answer) throws {
    let desk = try Desk { _, _ in answer }
    guard case .failure(.refused(let why)) = desk.find() else { return #expect(Bool(false), "not refused") }
    #expect(!"\(why)".contains("556677889901"), "\(why)")
    #expect(desk.server.paths.count == 1)
  }

  @Test func keepsThePace() throws {
    let desk = try Desk(requests: 2) { _, _ in .ok(Desk.valid()) }
    for _ in 0..<5 { _ = try desk.find().get() }
    #expect(desk.waited >= 20 && desk.waited < 21)
  }

  /// Numbers that Skatteverket reserves for tests.
  @Test(arguments: ["19800115-9808", "19800175-2388"])
  func sendsNoPersonsNumber(number: String) throws {
    let desk = try Desk { _, _ in .ok(Desk.valid()) }
    #expect(desk.find(Desk.number(number)) == .failure(.personal))
    #expect(desk.server.paths.isEmpty)
  }
}
