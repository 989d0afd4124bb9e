import Foundation
import Glibc
import Testing

/// Secrets are in the credentials' file, and nowhere else.
@Suite struct SyncSecretsTests {
  /// Every secret that the credentials' file holds, with those it began with.
  private func secrets(_ it: SyncPlace) throws -> [String] {
    let credentials = try JSON(file: it.place.file("credentials/fortnox.json"))
    return [SyncPlace.clientSecret, SyncPlace.refreshToken]
      + ["accessToken", "refreshToken"].compactMap { credentials[$0]?.text }
  }

  @Test func secretsAreInNoOutputAndNotInTheRegister() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.importing("Kundnummer;Namn\n1003;Ny Kund AB\n")
    var printed = ""
    func run(_ arguments: String...) throws {
      let outcome = try Program.run(arguments + ["--verbose"], in: it.place.path)
      printed += outcome.stdout + outcome.stderr
    }
    try run("sync", "fortnox", "--dry-run")
    try run("sync", "fortnox", "--yes", "--metrics", "kundreg.prom")
    try run("erp", "status")
    try run("doctor")
    try run("runs", "show", "2")
    // A renewal that is refused, and a token address that answers nonsense.
    let kept = try secrets(it)
    try it.logIn("fortnox")
    try run("sync", "fortnox")
    try run("erp", "logout", "fortnox")
    printed += try it.place.text("kundreg.prom")
    let all = try kept + secrets(it)
    #expect(all.count >= 4)
    for secret in all { #expect(!printed.contains(secret), "\(printed)") }

    let files = try FileManager.default.contentsOfDirectory(atPath: it.place.path)
    #expect(files.contains("kundreg.db"))
    for file in files where file != "credentials" {
      let bytes = try it.place.bytes(file)
      for secret in all { #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(file)") }
    }
  }

  @Test func secretsOfTheEnvironmentAreNotWrittenAnywhere() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers, hasLogin: false)
    let outcome = try it.place.expect(
      0, "sync", "fortnox", "--verbose",
      environment: [
        "KUNDREG_ERP_FORTNOX_CLIENT_ID": "klient", "KUNDREG_ERP_FORTNOX_CLIENT_SECRET": SyncPlace.clientSecret,
        "KUNDREG_ERP_FORTNOX_REFRESH_TOKEN": SyncPlace.refreshToken,
      ])
    #expect(!(outcome.stdout + outcome.stderr).contains("hemlig"))
    // What the system gave instead must be kept, or the next run could not log in.
    let credentials = try it.place.text("credentials/fortnox.json")
    #expect(!credentials.contains(SyncPlace.clientSecret))
    #expect(credentials.contains("refreshToken"))
  }

  @Test func secretsAreInNoArgumentList() throws {
    let it = try SyncPlace(fortnox: SyncPlace.twoCustomers)
    try it.sandbox.fault(#"{"kind": "slow", "system": "fortnox", "seconds": 1, "count": 1}"#)
    let child = try Program.start(["sync", "fortnox"], in: it.place.path)
    try it.sandbox.wait(forRequest: 0)
    let arguments = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(child.identifier)/cmdline"))
    for secret in [SyncPlace.clientSecret, SyncPlace.refreshToken] {
      #expect(arguments.range(of: Data(secret.utf8)) == nil)
    }
    #expect(try child.finish().status == 0)
  }

  /// Others may see the files of paces: they tell nothing of where the credentials are.
  @Test func thePaceOfACompanyThatIsNotKnownDoesNotTellWhereItsCredentialsAre() throws {
    let it = try SyncPlace()
    let pace = it.place.file("takt")
    try it.place.expect(0, "sync", "fortnox", environment: ["KUNDREG_PACE": pace])
    let names = try FileManager.default.contentsOfDirectory(atPath: pace)
    #expect(names.count == 1)
    let name = try #require(names.first)
    #expect(name.wholeMatch(of: /fortnox~127\.0\.0\.1%3A[0-9]+~klient~unknown-[0-9a-f]+\.pace/) != nil, "\(name)")
    // By now a token tells the company, whose registers share a pace wherever their credentials are.
    try it.place.expect(0, "sync", "fortnox", environment: ["KUNDREG_PACE": pace])
    let known = try FileManager.default.contentsOfDirectory(atPath: pace).filter { $0 != name }
    #expect(known.count == 1)
    #expect(known.first?.hasSuffix("~klient~4711.pace") == true, "\(known)")
  }
}
