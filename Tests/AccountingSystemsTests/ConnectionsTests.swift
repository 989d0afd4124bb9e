import ConfigurationFile
import CustomerModel
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct ConnectionsTests {
  private func quota(
    _ kind: AccountingSystem.Kind, client: String = "me", company: String? = nil, path: String = "/a.json"
  ) -> String {
    var tokens = TokenSet()
    tokens.tenantID = company
    return Connections.quota(
      of: AccountingSystem(name: "erp-1", kind: kind),
      Credentials(clientID: client, clientSecret: Secret("s3cr3t"), tokens: tokens), path: path)
  }

  @Test func vismaCountsByClientWhateverTheCompany() {
    #expect(quota(.visma, company: "1") == quota(.visma, company: "2", path: "/b.json"))
    #expect(quota(.visma) != quota(.visma, client: "you"))
  }

  @Test func fortnoxCountsByClientAndCompany() {
    #expect(quota(.fortnox, company: "1") == quota(.fortnox, company: "1", path: "/b.json"))
    #expect(quota(.fortnox, company: "1") != quota(.fortnox, company: "2"))
    #expect(quota(.fortnox, client: "me", company: "1") != quota(.fortnox, client: "you", company: "1"))
  }

  @Test func aCompanyThatIsNotKnownGoesByItsFileWhichIsNotTold() {
    #expect(quota(.fortnox, path: "/hemligt/a.json") == quota(.fortnox, path: "/hemligt/a.json"))
    #expect(quota(.fortnox, path: "/hemligt/a.json") != quota(.fortnox, path: "/hemligt/b.json"))
    #expect(!quota(.fortnox, path: "/hemligt/a.json").contains("hemligt"))
  }

  @Test func withoutCredentialsThereIsNoService() throws {
    let office = try Office()
    var configuration = Configuration()
    configuration.path = office.folder.file("config.json")
    let system = AccountingSystem(name: "erp-1", kind: .fortnox)
    let connections = Connections(configuration, environment: [:])
    #expect(throws: KundregError.self) { _ = try connections.service(of: system) }
    #expect(!connections.credentials(of: system).isThere)
  }
}
