import ConfigurationFile
import CustomerModel
import Foundation
import Glibc
import TestSupport
import Testing

@testable import AccountingSystems

@Suite struct CredentialFileTests {
  let office: Office

  init() throws { office = try Office() }

  @Test func readsEveryKey() throws {
    try office.write(
      #""accessToken": "a", "refreshToken": "r", "expiresAt": "2026-11-24T02:00:00Z", "tenantId": 12345"#)
    let credentials = try office.file().load()
    #expect(
      credentials
        == Credentials(
          clientID: "me", clientSecret: Secret("s3cr3t"),
          tokens: TokenSet(
            accessToken: Secret("a"), refreshToken: Secret("r"), expiresAt: Office.now, tenantID: "12345")))
  }

  @Test(arguments: ["2026-11-24T02:00:00Z", "2026-11-24T03:00:00+01:00", "2026-11-24T02:00:00.000Z"])
  func readsTimesAsPeopleWriteThem(text: String) throws {
    try office.write(#""expiresAt": "\#(text)""#)
    #expect(try office.file().tokens().expiresAt == Office.now)
  }

  @Test func updatingKeepsWhatItDoesNotKnow() throws {
    try office.writeWhole(
      #"{"note": "Umeå", "clientId": "me", "clientSecret": "s3cr3t", "refreshToken": "r", "more": [1.50, null]}"#)
    try office.file().update {
      $0.accessToken = Secret("a")
      $0.expiresAt = Office.now
      $0.refreshToken = nil
    }
    #expect(
      office.text == """
        {
          "note": "Umeå",
          "clientId": "me",
          "clientSecret": "s3cr3t",
          "more": [
            1.50,
            null
          ],
          "accessToken": "a",
          "expiresAt": "2026-11-24T02:00:00Z"
        }

        """)
  }

  @Test func theFileIsItsOwnersAlone() throws {
    let mask = umask(0)
    defer { umask(mask) }
    let path = office.folder.file("deep/credentials/erp.json")
    let file = CredentialFile(path: path, name: "erp-1", environment: [:])
    try file.update { $0.accessToken = Secret("a") }
    #expect(try office.mode(path) == 0o600)
    #expect(try office.mode(office.folder.file("deep")) == 0o700)
    #expect(try office.mode(office.folder.file("deep/credentials")) == 0o700)
    try CredentialLock(file: path).whileHeld { () throws(KundregError) in }
    #expect(try office.mode(path + ".lock") == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: office.folder.file("deep/credentials")).sorted() == [
        "erp.json", "erp.json.lock",
      ])
  }

  @Test func aLinkStaysALink() throws {
    try office.write()
    let link = office.folder.file("link.json")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: office.path)
    try CredentialFile(path: link, name: "erp-1", environment: [:]).update { $0.tenantID = "7" }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == office.path)
    #expect(try office.file().tokens().tenantID == "7")
  }

  @Test(.enabled(if: geteuid() == 0, "only an administrator's process can write another's file"))
  func theFileStaysItsOwners() throws {
    try office.write()
    chown(office.path, 4711, 4712)
    try CredentialLock(file: office.path).whileHeld { () throws(KundregError) in
      try office.file().update { $0.accessToken = Secret("a") }
    }
    for path in [office.path, office.path + ".lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.ownerAccountID] as? NSNumber == 4711)
      #expect(attributes[.groupOwnerAccountID] as? NSNumber == 4712)
      #expect(try office.mode(path) == 0o600)
    }
  }

  @Test(arguments: [0o640, 0o604, 0o620, 0o644, 0o610] as [mode_t])
  func refusesAFileThatOthersMayOpen(mode: mode_t) throws {
    try office.write(mode: mode)
    Office.expect(.credentialsMode, naming: "chmod 600 \(office.path)") { _ = try office.file().load() }
    Office.expect(.credentialsMode, naming: office.path) { try office.file().update { _ in } }
  }

  @Test func saysWhatIsMissing() throws {
    Office.expect(.credentialsMissing, naming: office.path, remedies: Office.logIn) { _ = try office.file().load() }
    try office.writeWhole(#"{"clientId": "me"}"#)
    Office.expect(.credentialsIncomplete, naming: "KUNDREG_ERP_ERP_1_CLIENT_SECRET") {
      _ = try office.file().load()
    }
    try office.writeWhole(#"{"clientId": "", "clientSecret": "s3cr3t"}"#)
    Office.expect(.credentialsIncomplete, naming: "clientId") { _ = try office.file().load() }
  }

  @Test(arguments: [
    ("{\"clientSecret\": \"s3cr3t\n}", ":1:25: "),
    ("{\"clientSecret\": s3cr3t}", ":1:18: "),
    ("{\"s3cr3t\" \"me\"}", ":1:11: "),
    ("{\"s3cr3t\": 1, \"s3cr3t\": 2}", ":1:15: "),
    ("[\"s3cr3t\"]", ":1:1: "),
    ("{\"clientSecret\": [\"s3cr3t\"]}", ":1:18: clientSecret "),
    ("{\"clientSecret\": 12}", ":1:18: clientSecret "),
    ("{\"expiresAt\": \"s3cr3t\"}", ":1:15: expiresAt "),
    ("", ":1:1: "),
  ])
  func namesThePlaceButNotTheText(text: String, place: String) throws {
    try office.writeWhole(text)
    Office.expect(.credentialsInvalid, naming: office.path + place) { _ = try office.file().load() }
    let before = office.text
    Office.expect(.credentialsInvalid, naming: place) { try office.file().update { _ in } }
    #expect(office.text == before)
  }

  @Test func aFolderIsNoFile() throws {
    let file = CredentialFile(path: office.folder.path, name: "erp-1", environment: [:])
    Office.expect(.credentialsUnreadable) { _ = try file.load() }
  }

  @Test func aFileThatCannotBeWrittenIsTold() throws {
    try office.write()
    let below = CredentialFile(path: office.path + "/erp.json", name: "erp-1", environment: [:])
    Office.expect(.credentialsUnreadable, naming: "Not a directory") { try below.update { _ in } }
    let path = office.folder.file("sub/erp.json")
    try FileManager.default.createDirectory(atPath: path + ".tmp/x", withIntermediateDirectories: true)
    Office.expect(.credentialsUnwritable, naming: path) {
      try CredentialFile(path: path, name: "erp-1", environment: [:]).update { _ in }
    }
  }

  @Test func theEnvironmentIsLaidOverTheFileAndNeverWritten() throws {
    try office.writeLogin(expiresAt: Office.fresh)
    let file = office.file([
      "KUNDREG_ERP_ERP_1_CLIENT_ID": "env-id", "KUNDREG_ERP_ERP_1_CLIENT_SECRET": "env-secret",
      "KUNDREG_ERP_ERP_1_ACCESS_TOKEN": "env-access", "KUNDREG_ERP_ERP_1_REFRESH_TOKEN": "env-refresh",
      "KUNDREG_ERP_ERP_1_TENANT_ID": "env-tenant", "KUNDREG_ERP_OTHER_CLIENT_ID": "other",
    ])
    let credentials = try file.load()
    #expect(credentials.clientID == "env-id")
    #expect(credentials.clientSecret == Secret("env-secret"))
    #expect(
      credentials.tokens
        == TokenSet(accessToken: Secret("env-access"), refreshToken: Secret("env-refresh"), tenantID: "env-tenant"))
    try file.update { $0.accessToken = Secret("a") }
    #expect(!office.text.contains("env-"))
    #expect(try office.file().tokens().refreshToken == Secret("refresh-old"))
  }

  @Test func theEnvironmentAloneIsEnough() throws {
    let file = office.file(["KUNDREG_ERP_ERP_1_CLIENT_ID": "a", "KUNDREG_ERP_ERP_1_CLIENT_SECRET": "b"])
    #expect(try file.load() == Credentials(clientID: "a", clientSecret: Secret("b")))
    let empty = office.file(["KUNDREG_ERP_ERP_1_CLIENT_ID": "", "KUNDREG_ERP_ERP_1_CLIENT_SECRET": ""])
    Office.expect(.credentialsMissing, naming: "erp-1", remedies: Office.logIn) { _ = try empty.load() }
  }

  @Test func theConfigurationNamesTheFile() {
    let configuration = Configuration(folder: "/etc/kundreg")
    let file = CredentialFile(office.system, in: configuration, environment: [:])
    #expect(file.path == "/etc/kundreg/credentials/erp-1.json")
  }
}
