import AccountingSystems
import Foundation
import TestSupport
import Testing

@Suite("Where processes share their pace")
struct PaceFolderTests {
  @Test("KUNDREG_PACE names the folder, which is made for its owner alone")
  func isNamed() throws {
    let temporary = try TemporaryFolder()
    let path = temporary.file("a/b")
    #expect(PaceFolder.find(environment: ["KUNDREG_PACE": path])?.path == path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    // A second time it is there.
    #expect(PaceFolder.find(environment: ["KUNDREG_PACE": path])?.path == path)
  }

  @Test("a named folder that cannot be made is replaced by no other")
  func isNotReplaced() throws {
    let temporary = try TemporaryFolder()
    let file = try temporary.write("x", to: "file")
    #expect(PaceFolder.find(environment: ["KUNDREG_PACE": file]) == nil)
    #expect(PaceFolder.find(environment: ["KUNDREG_PACE": file + "/in"]) == nil)
  }

  @Test("without a name, neither the environment's home nor an empty name decides")
  func isTheUsers() throws {
    let temporary = try TemporaryFolder()
    let plain = PaceFolder.find(environment: [:])
    #expect(PaceFolder.find(environment: ["HOME": temporary.path, "KUNDREG_PACE": ""]) == plain)
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path).isEmpty)
  }
}
