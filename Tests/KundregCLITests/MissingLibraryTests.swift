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

  @Test func nothingIsAskedOfOtherSystemsWithoutLibcurl() throws {
    try place.write(#"{"lookup": {"provider": "vies", "baseURL": "http://127.0.0.1:9"}}"#, to: "vies.json")
    let outcome = try place.expect(
      69, "customer", "lookup", "556677-8899", "--config", "vies.json", environment: none)
    #expect(
      outcome.stderr.contains(
        "libcurl, which speaking to other systems needs, cannot be loaded. Install it (apt-get install libcurl4)"),
      "\(outcome.stderr)")
  }
}
