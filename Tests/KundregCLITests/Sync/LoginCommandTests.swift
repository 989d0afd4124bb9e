import Foundation
import Glibc
import TestSupport
import Testing
import Texts

@testable import KundregCLI

/// `erp login`, `status` and `logout`; the test plays the person at the browser.
@Suite struct LoginCommandTests {
  private func place(hasVisma: Bool = false) throws -> (SyncPlace, port: Int) {
    let port = try Sandbox.freePort()
    let it = try SyncPlace(
      fortnox: SyncPlace.twoCustomers, redirect: port, hasVisma: hasVisma, hasLogin: false)
    try it.logIn("fortnox", refreshToken: nil)
    if hasVisma { try it.logIn("visma", refreshToken: nil) }
    return (it, port)
  }

  /// A login that has begun, with the address that it printed.
  private func begin(_ it: SyncPlace, _ arguments: [String], input: String = "/dev/null") throws
    -> (Child, address: String)
  {
    let child = try Program.start(["erp", "login"] + arguments, in: it.place.path, input: input)
    let end = Date().addingTimeInterval(30)
    while true {
      let text = child.printed
      if let line = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().first {
        return (child, String(line))
      }
      try #require(Date() < end, "no address was printed")
      usleep(10_000)
    }
  }

  @Test(arguments: ["fortnox", "visma"])
  func browserLogsIn(name: String) throws {
    let (it, port) = try place(hasVisma: true)
    let (child, address) = try begin(it, [name, "--format", "table"])
    let query = try #require(URLComponents(string: address)?.queryItems)
    let items = Dictionary(query.map { ($0.name, $0.value ?? "") }) { first, _ in first }
    #expect(items["client_id"] == "klient")
    #expect(items["redirect_uri"] == "http://127.0.0.1:\(port)/callback")
    #expect((items["state"] ?? "").utf8.count >= 20)
    #expect(!address.contains(SyncPlace.clientSecret))

    #expect(try Browser.send("GET", address).status == 200)
    let outcome = try child.finish()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    #expect(outcome.stdout.contains(ERPTexts.isLoggedIn(name).english))
    let credentials = try JSON(file: it.place.file("credentials/\(name).json"))
    #expect(credentials["refreshToken"]?.text?.isEmpty == false)
    #expect(credentials["clientSecret"]?.text == SyncPlace.clientSecret)
    let mode = try FileManager.default.attributesOfItem(atPath: it.place.file("credentials/\(name).json"))
    #expect((mode[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    try it.place.expect(0, "sync", name)
  }

  @Test func pastedAddressLogsIn() throws {
    let (it, port) = try place()
    // What a person pastes can be known only when the address was printed: a pipe that stays open.
    let pipe = it.place.file("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let writer = open(pipe, O_RDWR | O_CLOEXEC)
    defer { close(writer) }
    let (child, address) = try begin(it, ["fortnox", "--paste"], input: pipe)
    // Nothing listens: the browser ends at an error page, with the code in its address bar.
    let pasted = try redirect(of: address)
    #expect(pasted.hasPrefix("http://127.0.0.1:\(port)/callback?"))
    let line = Array((pasted + "\n").utf8)
    #expect(write(writer, line, line.count) == line.count)
    let outcome = try child.finish()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    try it.sync(0)
  }

  /// Where the login page sends the browser.
  private func redirect(of address: String) throws -> String {
    let folder = try TemporaryFolder()
    let child = try Child(
      "/usr/bin/env",
      [
        "python3", "-c",
        """
        import http.client, sys, urllib.parse
        url = urllib.parse.urlsplit(sys.argv[1])
        connection = http.client.HTTPConnection(url.netloc)
        connection.request("GET", url.path + "?" + url.query)
        print(connection.getresponse().headers["Location"])
        """, address,
      ], in: folder.path, environment: Program.environment())
    return try child.finish().stdout.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func answerWithAnotherStateIsRefused() throws {
    let (it, port) = try place()
    let (child, _) = try begin(it, ["fortnox"])
    _ = try Browser.send("GET", "http://127.0.0.1:\(port)/callback?code=stulen-kod&state=annan")
    let outcome = try child.finish()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("another login"))
    #expect(!(outcome.stdout + outcome.stderr).contains("stulen-kod"))
    #expect(try JSON(file: it.place.file("credentials/fortnox.json"))["refreshToken"] == nil)
    #expect(try it.place.expect(78, "sync", "fortnox").stderr.contains("kundreg erp login fortnox"))
  }

  @Test func deniedConsentIsSixtyNine() throws {
    let (it, _) = try place()
    let (child, address) = try begin(it, ["fortnox"])
    _ = try Browser.send("GET", address + "&deny=1")
    let outcome = try child.finish()
    #expect(outcome.status == 69)
    #expect(outcome.stderr.contains("denied"))
  }

  @Test func otherPathsAreAnsweredAndTheLoginGoesOn() throws {
    let (it, port) = try place()
    let (child, address) = try begin(it, ["fortnox"])
    #expect(try Browser.send("GET", "http://127.0.0.1:\(port)/favicon.ico").status == 404)
    _ = try Browser.send("GET", address)
    #expect(try child.finish().status == 0)
  }

  @Test func serviceAccountNeedsNoRenewalToken() throws {
    let (it, _) = try place()
    let (child, address) = try begin(it, ["fortnox", "--service"])
    #expect(address.contains("account_type=service"))
    _ = try Browser.send("GET", address)
    let outcome = try child.finish()
    #expect(outcome.status == 0, "\(outcome.stderr)")
    let credentials = try JSON(file: it.place.file("credentials/fortnox.json"))
    #expect(credentials["tenantId"]?.text == "4711" || credentials["tenantId"]?.int == 4711)
    #expect(try it.place.succeed("erp", "status").json()[0]?["login"]?.text == "service account")
    try it.sync(0)
  }

  @Test func vismaHasNoServiceAccounts() throws {
    let (it, _) = try place(hasVisma: true)
    try it.place.refuse("erp.noServiceAccounts", status: 64, "erp", "login", "visma", "--service")
  }

  @Test func interruptedLoginEndsAtOnce() throws {
    let (it, _) = try place()
    let (child, _) = try begin(it, ["fortnox"])
    kill(child.identifier, SIGINT)
    let outcome = try child.finish()
    #expect(outcome.status == 1)
    #expect(outcome.stderr.contains("stopped"))
  }

  @Test func statusTellsLoginLinksAndQueueAndNoSecret() throws {
    let it = try SyncPlace.inStep()
    let outcome = try it.place.succeed("erp", "status")
    let row = try #require(outcome.json()[0])
    #expect(row["erp"]?.text == "fortnox")
    #expect(row["login"]?.text?.hasPrefix("until ") == true)
    #expect(row["linked"] == .number(2))
    #expect(row["conflicts"] == .number(0))
    #expect(row["queued"] == .number(0))
    #expect(row["last success"]?.text?.hasSuffix("Z") == true)
    #expect(!(outcome.stdout + outcome.stderr).contains("hemlig"))
  }

  @Test func logoutGivesTheConsentBackAndForgetsTheTokens() throws {
    let it = try SyncPlace.inStep()
    let outcome = try it.place.succeed("erp", "logout", "fortnox")
    #expect(try outcome.json()["logout"]?.text == "revoked")
    let credentials = try JSON(file: it.place.file("credentials/fortnox.json"))
    #expect(credentials.keys == ["clientId", "clientSecret"])
    #expect(try it.place.succeed("erp", "status").json()[0]?["login"]?.text == "none")
    #expect(try it.place.expect(78, "sync", "fortnox").stderr.contains("kundreg erp login fortnox"))
    #expect(try it.place.succeed("erp", "logout", "fortnox").json()["logout"]?.text == "nothing to revoke")
  }

  @Test func logoutForgetsTheTokensEvenIfTheSystemIsDown() throws {
    let it = try SyncPlace.inStep()
    it.sandbox.stop()
    #expect(try it.place.succeed("erp", "logout", "fortnox").json()["logout"]?.text == "not revoked")
    #expect(try JSON(file: it.place.file("credentials/fortnox.json")).keys == ["clientId", "clientSecret"])
  }

  @Test func doctorChecksCredentialsAndTheMappingsOfAccountingSystems() throws {
    let it = try SyncPlace.inStep()
    let sound = try it.place.expect(0, "doctor").json()
    #expect(sound.elements.contains { $0["checked"]?.text == "credentials of fortnox" && $0["ok"] == .boolean(true) })

    try it.credentials("fortnox", #"{"clientId": "klient"}"#)
    #expect(try it.place.expect(78, "doctor").stdout.contains("clientSecret"))

    try it.logIn("fortnox")
    try it.place.write(
      SyncPlace.configuration(it.sandbox.address, more: "\"mapping\": \"register-sv\","), to: "config.json")
    let wrong = try it.place.expect(78, "doctor")
    #expect(wrong.stdout.contains("register-sv"))
  }
}
