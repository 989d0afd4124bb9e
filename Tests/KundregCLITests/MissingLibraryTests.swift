import Glibc
import TestSupport
import Testing

/// Libraries are loaded when they are first needed: what needs none goes on without them, and what does says what to do.
@Suite struct MissingLibraryTests {
  private let place: Workplace
  private let none: [String: String]

  init() throws {
    place = try Workplace(fixtures: ["kunder.csv", "kunder.xlsx"])
    let missing = place.file("none.so")
    none = ["KUNDREG_LIBCURL": missing, "KUNDREG_LIBZIP": missing, "KUNDREG_LIBXLSXWRITER": missing]
  }

  @Test func aTextIsImportedAndExportedWithoutThem() throws {
    try place.expect(2, "import", "kunder.csv", environment: none)
    try place.expect(0, "export", "ut.csv", environment: none)
  }

  @Test func aWorkbookIsNotReadWithoutLibzip() throws {
    let outcome = try place.expect(1, "import", "kunder.xlsx", environment: none)
    #expect(
      outcome.stderr == """
        kundreg: libzip, which reading a workbook needs, cannot be loaded. Install it (apt-get install libzip4), or name its \
        file in KUNDREG_LIBZIP.

        """)
  }

  @Test func aWorkbookIsNotWrittenWithoutLibxlsxwriter() throws {
    let outcome = try place.expect(1, "export", "ut.xlsx", environment: none)
    #expect(
      outcome.stderr == """
        kundreg: libxlsxwriter, which writing a workbook needs, cannot be loaded. Install it (apt-get install \
        libxlsxwriter4), or name its file in KUNDREG_LIBXLSXWRITER.

        """)
    #expect(!place.exists("ut.xlsx"))
  }

  @Test(
    arguments: [
      (["customer", "lookup", "556677-8899"], 69), (["sync", "fortnox", "--dry-run"], 1),
      (["erp", "login", "fortnox"], 1),
    ] as [([String], Int32)])
  func nothingIsAskedOfOtherSystemsWithoutLibcurl(command: [String], status: Int32) throws {
    try place.write(
      """
      {
        "lookup": {"provider": "vies", "baseURL": "http://127.0.0.1:9"},
        "erps": {"fortnox": {"kind": "fortnox", "baseURL": "http://127.0.0.1:9/3", "credentials": "fortnox.json"}}
      }
      """, to: "others.json")
    try place.write(
      #"{"clientId": "a", "clientSecret": "b", "accessToken": "c", "refreshToken": "d", "expiresAt": "2099-01-01T00:00:00Z"}"#,
      to: "fortnox.json")
    chmod(place.file("fortnox.json"), 0o600)
    let outcome = try Program.run(command + ["--config", "others.json"], in: place.path, environment: none)
    #expect(outcome.status == status, "\(outcome.stderr)")
    #expect(outcome.stdout.isEmpty, "\(outcome.stdout)")
    #expect(
      outcome.stderr.contains(
        "libcurl, which speaking to other systems needs, cannot be loaded. Install it (apt-get install libcurl4)"),
      "\(outcome.stderr)")
  }

  /// The consent cannot be given back, but who logs out has no tokens left here.
  @Test func tokensAreForgottenWithoutLibcurl() throws {
    try place.write(
      #"{"erps": {"fortnox": {"kind": "fortnox", "baseURL": "http://127.0.0.1:9/3", "credentials": "fortnox.json"}}}"#,
      to: "config.json")
    try place.write(
      #"{"clientId": "a", "clientSecret": "b", "accessToken": "c", "refreshToken": "dröm", "expiresAt": "2099-01-01T00:00:00Z"}"#,
      to: "fortnox.json")
    chmod(place.file("fortnox.json"), 0o600)
    let outcome = try place.expect(0, "erp", "logout", "fortnox", "--format", "table", environment: none)
    #expect(outcome.stdout.contains("forgotten here"), "\(outcome.stdout)")
    #expect(try !place.text("fortnox.json").contains("dröm"))
  }
}
