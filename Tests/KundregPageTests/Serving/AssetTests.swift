import Testing

@testable import KundregPage

@Suite struct AssetTests {
  @Test func areServedUnderTheNamesThatPagesUse() async throws {
    let reception = try Reception()
    let page = BrowserView(try await reception.get("/").text)
    let paths = page.addresses.filter { $0.hasPrefix("/assets/") }
    #expect(paths.count == 3)
    let types = ["css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"]
    for path in paths {
      let reply = try await reception.get(path)
      #expect(reply.status == 200)
      #expect(reply["Content-Type"] == types[String(path.split(separator: ".").last ?? "")])
      #expect(!reply.text.isEmpty)
    }
  }

  @Test func oldNamesAreGone() async throws {
    let reception = try Reception()
    for name in ["page.css", "page-000000000000.css", "..", "%2e%2e%2fr.db"] {
      #expect([403, 404].contains(try await reception.get("/assets/" + name).status))
    }
  }

  /// Nothing is fetched from elsewhere, and nothing would be let in.
  @Test func nothingComesFromElsewhere() {
    for asset in Asset.all where asset.mediaType != "image/svg+xml" {
      let text = String(decoding: asset.bytes, as: UTF8.self)
      #expect(!text.contains("://") && !text.contains("@import") && !text.contains("url("))
    }
  }
}
