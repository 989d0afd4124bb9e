import Foundation
import Testing

/// The pages' sessions run and print what the pages say, and their links lead somewhere.
@Suite struct ReadmeTests {
  @Test func theReadmesSessionPrintsWhatItShows() throws { try ConsolePage(name: "README.md").run() }

  @Test func theToursSectionsPrintWhatTheyShow() throws {
    try ConsolePage(name: "docs/tour.md", hasSections: true).run()
  }

  @Test func readmeIsShortAndNamesTheTwoCommands() throws {
    let text = try String(contentsOfFile: Program.checkout + "/README.md", encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 200)
    #expect(text.contains("scripts/try") && text.contains("scripts/test"))
  }

  @Test func everyLinkOfTheDocumentsLeadsSomewhere() throws {
    let documents =
      ["README.md", "CHANGELOG.md"]
      + (try FileManager.default.contentsOfDirectory(atPath: Program.checkout + "/docs").filter { $0.hasSuffix(".md") }
        .map { "docs/" + $0 })
    for document in documents {
      let url = URL(fileURLWithPath: Program.checkout + "/" + document)
      let text = try String(contentsOf: url, encoding: .utf8)
      for link in text.matches(of: /\]\(([^)#]+)[^)]*\)/).map({ String($0.1) }) where !link.hasPrefix("http") {
        let target = url.deletingLastPathComponent().appendingPathComponent(link).path
        #expect(FileManager.default.fileExists(atPath: target), "\(document): \(link)")
      }
    }
  }
}
