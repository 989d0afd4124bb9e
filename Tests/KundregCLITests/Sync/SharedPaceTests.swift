import Foundation
import Glibc
import TestSupport
import Testing

/// Several registers that one client speaks for, each synced by a process of its own at the same time.
@Suite struct SharedPaceTests {
  private static let companies = 5

  /// A register with some customers, and the configuration and login of one of the sandbox's companies.
  private func register(_ company: Int, _ sandbox: Sandbox) throws -> Workplace {
    let place = try Workplace()
    try place.write(
      """
      {"register": "kundreg.db", "erps": {"visma": {"kind": "visma-eaccounting", "baseURL": "\(sandbox.address)/visma/v2",
        "tokenURL": "\(sandbox.address)/visma/connect/token", "credentials": "visma.json",
        "defaults": {"TermsOfPayment": "30 dagar"}, "requestsPerWindow": 40, "windowSeconds": 4}}}
      """, to: "config.json")
    let suffix = company == 1 ? "" : "-\(company)"
    try place.write(
      """
      {"clientId": "klient", "clientSecret": "hemlig", "refreshToken": "sandbox-refresh\(suffix)"}
      """, to: "visma.json")
    chmod(place.file("visma.json"), 0o600)
    let rows = (1...4).map { "\(company)00\($0);Kund \($0) AB;Storgatan 1;123 45;Storstad\n" }
    try place.write("Kundnummer;Namn;Adress;Postnr;Ort\n" + rows.joined(), to: "in.csv")
    try place.succeed("import", "in.csv")
    return place
  }

  /// Syncs all at once, kills one more on the way, and gives the statuses of the answers.
  private func night() throws -> [Int] {
    let sandbox = try Sandbox(
      "{}", ["--companies", "\(Self.companies + 1)", "--visma-window", "40/4", "--fortnox-window", "100000/1"])
    let pace = try TemporaryFolder()
    let places = try (1...Self.companies + 1).map { try register($0, sandbox) }
    let running = try places.map {
      try Program.start(["sync", "visma"], in: $0.path, environment: ["KUNDREG_PACE": pace.path])
    }
    try sandbox.wait(forRequest: 15)
    kill(running[Self.companies].identifier, SIGKILL)
    for (place, child) in zip(places, running).prefix(Self.companies) {
      let outcome = try child.finish()
      #expect(outcome.status == 0, "\(place.path) \(outcome.stdout) \(outcome.stderr)")
      #expect(try outcome.json()["pushed"]?["created"]?.int == 4)
    }
    _ = try running[Self.companies].finish()
    // One file for the one quota.
    #expect(try FileManager.default.contentsOfDirectory(atPath: pace.path).count == 1)
    return try sandbox.requests().filter { $0["path"]?.text?.hasPrefix("/visma/v2/") == true }.compactMap {
      $0["status"]?.int
    }
  }

  @Test func registersThatAreSyncedAtOnceKeepOneQuota() throws {
    for _ in 1...3 {
      let statuses = try night()
      // More than a window's requests, or nothing was tried.
      #expect(statuses.count > 40)
      // A computer that is so busy that requests arrive fifths of a second late says nothing of their pace.
      if !statuses.contains(429) { return }
    }
    Issue.record("the quota was exceeded three times")
  }

  @Test func aFolderThatCannotBeUsedIsTold() throws {
    let it = try SyncPlace()
    try it.importing("Kundnummer;Namn\n1001;Kund AB\n")
    try it.place.write("", to: "file")
    let outcome = try it.place.expect(
      0, "sync", "fortnox", environment: ["KUNDREG_PACE": it.place.file("file")])
    #expect(outcome.stderr.contains("See KUNDREG_PACE."), "\(outcome.stderr)")
  }
}
