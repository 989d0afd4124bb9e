import ConfigurationFile
import CustomerModel
import Foundation
import TestSupport
import Testing

@testable import Runs

@Suite struct RegisterCreationTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func create(_ name: String = "r.db") throws -> RegisterCreation.Outcome {
    try RegisterCreation.perform(at: folder.file(name), Configuration(), folder: folder.path)
  }

  @Test func aRegisterComesWithAConfigurationWhereThereIsNone() throws {
    let outcome = try create()
    #expect(outcome.configuration == folder.file("config.json"))
    #expect(FileManager.default.fileExists(atPath: folder.file("r.db")))
    #expect(throws: Never.self) { try Configuration.load(path: outcome.configuration, environment: [:], ruleCodes: []) }
    #expect(try create("s.db").configuration == nil)
  }

  @Test func aRegisterThatIsThereIsLeftAsItIs() throws {
    try folder.write("mine", to: "r.db")
    let error = #expect(throws: KundregError.self) { try create() }
    #expect(error?.code == "register.exists")
    #expect(try String(contentsOfFile: folder.file("r.db"), encoding: .utf8) == "mine")
    #expect(!FileManager.default.fileExists(atPath: folder.file("config.json")))
  }
}
