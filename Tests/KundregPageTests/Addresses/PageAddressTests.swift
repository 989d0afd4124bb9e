import Runs
import Testing

@testable import KundregPage

@Suite struct PageAddressTests {
  static let addresses: [PageAddress] =
    [
      .start, .runs, .run(12), .sessions, .endSession(id: "aB-_"), .logOut, .chooseLanguage, .link(key: "k"),
      .asset("page-1.css"), .customers(CustomerQuery()), .customer(.id(17)),
      .customers(CustomerQuery(search: "Åsa & Söner + 100 %?#=", showsInactive: true, page: 3)),
    ]
    + [
      "1001", "0042", ".", "..", "...", "~", "~.", "~~", "a/b", "a\\b", "%2F", "é\u{301}", "\u{338}", "~\u{338}", " ",
      "?",
      "#", "by-id", "\u{0}", "\"><script>", "//evil.example", "å",
    ].map { .customer(.number($0)) }

  @Test(arguments: addresses) func isReadAsItIsWritten(address: PageAddress) {
    #expect(PageAddress(address.path) == address, "\(address.path)")
  }

  /// Browsers take these for folders and would ask for something else.
  @Test(arguments: addresses) func hasNoFolderAbove(address: PageAddress) {
    let path = address.path.prefix { $0 != "?" }
    #expect(!path.split(separator: "/").contains { [".", ".."].contains($0) })
    #expect(path.hasPrefix("/") && !path.hasPrefix("//") && !path.contains("\\"))
    #expect(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test(arguments: [
    "", "runs", "//", "//evil.example", "/\\evil.example", "/runs/", "/runs/01", "/runs/x", "/runs/1/x", "/customers/",
    "/customers/%", "/customers/%4", "/customers/%C3", "/customers/by-id/1x", "/customers/a/b", "/assets", "/x",
    "http://evil.example/", "javascript:alert(1)", "/runs?%zz", "*",
  ])
  func whatIsNoAddressOfOursIsNone(target: String) { #expect(PageAddress(target) == nil) }

  @Test(arguments: [
    ("", 1), ("page=0", 1), ("page=-5", 1), ("page=x", 1), ("page=2", 2), ("page=99999999999999999999", 1),
    ("page=9000000000000000000", 1_000_000),
  ])
  func pagesAreFromOneOn(query: String, page: Int) throws {
    #expect(PageAddress("/customers?" + query) == .customers(CustomerQuery(page: page)))
  }
}
