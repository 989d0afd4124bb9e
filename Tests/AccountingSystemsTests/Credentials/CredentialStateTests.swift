import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct CredentialStateTests {
  private static let past = Office.now.addingTimeInterval(-3600), soon = Office.now.addingTimeInterval(1800)

  @Test(arguments: [
    ("", CredentialState.none),
    (#""accessToken": "a", "refreshToken": "r", "expiresAt": "2026-11-24T02:30:00Z""#, .loggedIn(until: soon)),
    (#""accessToken": "a""#, .loggedIn(until: nil)),
    (#""accessToken": "a", "refreshToken": "r", "expiresAt": "2026-11-24T01:00:00Z""#, .renewable(expired: past)),
    (#""refreshToken": "r""#, .renewable(expired: nil)),
    (#""accessToken": "a", "expiresAt": "2026-11-24T01:00:00Z""#, .expired(past)),
    (#""accessToken": "a", "tenantId": "7", "expiresAt": "2026-11-24T01:00:00Z""#, .serviceAccount(tenantID: "7")),
    (#""refreshToken": "r", "tenantId": "7""#, .renewable(expired: nil)),
  ])
  func tellsHowItStands(keys: String, state: CredentialState) throws {
    let office = try Office()
    try office.write(keys)
    #expect(try office.file().state(at: Office.now) == state)
  }

  @Test func withoutAFileThereIsNoLogin() throws {
    let office = try Office()
    #expect(try office.file().state(at: Office.now) == .none)
    #expect(
      try office.file(["KUNDREG_ERP_ERP_1_TENANT_ID": "7"]).state(at: Office.now) == .serviceAccount(tenantID: "7"))
  }

  @Test func aFileThatOthersMayOpenIsTold() throws {
    let office = try Office()
    try office.write(mode: 0o644)
    Office.expect(.credentialsMode, naming: "chmod 600") { _ = try office.file().state(at: Office.now) }
  }
}
