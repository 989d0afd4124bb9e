import ConfigurationFile
import CustomerModel
import TestSupport
import Testing

@Suite struct DocumentRulesTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func load(_ json: String) throws -> Configuration {
    try Configuration.load(path: folder.write(json, to: "config.json"), environment: [:])
  }

  @Test(arguments: [
    ("{}", 52_428_800), (#"{"documents": {}}"#, 52_428_800), (#"{"documents": {"maxMegabytes": 2}}"#, 2_097_152),
  ])
  func theLargestDocumentIsInMegabytes(json: String, bytes: Int) throws {
    #expect(try load(json).documents.maximumSize == bytes)
  }

  @Test(arguments: ["0", "1025", "1.5", "\"50\""])
  func aSizeThatIsNoneIsNamed(value: String) throws {
    let error = #expect(throws: KundregError.self) { try load(#"{"documents": {"maxMegabytes": \#(value)}}"#) }
    #expect(error?.status == .configuration)
    #expect(error?.message.contains("documents.maxMegabytes") == true)
  }
}
