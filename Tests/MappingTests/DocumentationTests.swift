import Foundation
import Mapping
import Testing

@Suite struct DocumentationTests {
  private static let document: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("docs/mappings.md"), encoding: .utf8)) ?? ""
  }()

  /// The JSON of the fenced examples: whole files, or single entries.
  private static let examples = document.components(separatedBy: "```json\n").dropFirst().compactMap {
    $0.components(separatedBy: "```").first
  }

  @Test func examplesLoad() throws {
    #expect(Self.examples.count >= 6)
    for example in Self.examples {
      let json = example.contains("\"columns\"") ? example : "{\"columns\": [\(example)]}"
      #expect(throws: Never.self, "\(example)") { try Probe.file(json) }
    }
  }

  @Test func everyKeyAndTransformIsDocumented() {
    for key in MappingFile.keys + MappingFile.columnKeys where key != "$schema" {
      #expect(Self.document.contains("`\(key)`"), "\(key)")
    }
    let names = MappingFile.transformNames
    for name in names.alone + names.withArgument + MappingFile.outTransformNames {
      #expect(Self.document.contains("\"\(name)\""), "\(name)")
    }
  }

  @Test func examplesOfTheTableOfTransformsAreTrue() throws {
    #expect(try Probe.transformed("1.234,50", #""number""#) == "1234.5")
    #expect(
      try Probe.transformed("K12 gammal", #"{"replace": {"pattern": "^K(\\d+).*$", "with": "$1"}}, {"prefix": "0"}"#)
        == "012")
    #expect(try Probe.split("anna berg, 070-1", #"{"at": ","}"#, into: 2) == ["anna berg", "070-1"])
  }
}
