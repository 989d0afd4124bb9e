import ConfigurationFile
import Foundation
import Testing

@Suite struct ExampleTests {
  @Test func theProgramWritesTheExampleThatTheRepositoryShows() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let file = try String(contentsOf: folder.appendingPathComponent("config.example.json"), encoding: .utf8)
    #expect(Configuration.example == file)
  }
}
