import Foundation
import Glibc
import TestSupport
import Testing

@testable import HTTP

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

  private func make(_ folder: TemporaryFolder, _ name: String, daysAgo: Double, _ text: String = "kundreg-pace 1 x\n")
    throws
  {
    let path = try folder.write(text, to: name)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -daysAgo * 86_400)], ofItemAtPath: path)
  }

  @Test("the files of quotas that nobody spends of any more are removed, and nothing else is")
  func removesWhatIsUnused() throws {
    let folder = try TemporaryFolder()
    try make(folder, "old.pace", daysAgo: 31)
    try make(folder, "used.pace", daysAgo: 29)
    try make(folder, "others.pace", daysAgo: 400, "something else\n")
    try make(folder, "empty.pace", daysAgo: 400, "")
    try make(folder, "old.txt", daysAgo: 400)
    try FileManager.default.createDirectory(atPath: folder.file("folder.pace"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.file("link.pace"), withDestinationPath: folder.file("old.txt"))
    PaceFolder(path: folder.path).removeUnused()
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "empty.pace", "folder.pace", "link.pace", "old.txt", "others.pace", "used.pace",
      ])
  }

  @Test("a file that a process has locked stays")
  func leavesWhatIsLocked() throws {
    let folder = try TemporaryFolder()
    try make(folder, "old.pace", daysAgo: 31)
    let descriptor = open(folder.file("old.pace"), O_RDWR)
    defer { close(descriptor) }
    try #require(flock(descriptor, LOCK_EX) == 0)
    PaceFolder(path: folder.path).removeUnused()
    #expect(FileManager.default.fileExists(atPath: folder.file("old.pace")))
    try #require(flock(descriptor, LOCK_UN) == 0)
    PaceFolder(path: folder.path).removeUnused()
    #expect(!FileManager.default.fileExists(atPath: folder.file("old.pace")))
  }

  @Test("who had a file open that was removed shares the next one with everybody")
  func openFilesAreGivenUp() throws {
    let folder = try TemporaryFolder()
    let place = PaceFolder(path: folder.path)
    let time = SimulatedClock()
    let path = place.file(of: "quota")
    let early = PaceFile(path: path, clock: time.clock, trouble: { _ in })
    early.change { state, now in state.next = now + 1 }
    place.removeUnused(now: Double(Glibc.time(nil)) + 40 * 86_400)
    #expect(!FileManager.default.fileExists(atPath: path))
    let late = PaceFile(path: path, clock: time.clock, trouble: { _ in })
    late.change { state, now in state.next = now + 100 }
    var seen = 0.0
    early.change { state, now in seen = state.next - now }
    #expect(seen == 100)
  }

  @Test("the first pacer of a process removes them")
  func happensByItself() throws {
    let folder = try TemporaryFolder()
    try make(folder, "old.pace", daysAgo: 31)
    let registry = PacerRegistry(folder: PaceFolder(path: folder.path))
    _ = registry.pacer(quota: "quota", requests: 1, seconds: 1)
    #expect(!FileManager.default.fileExists(atPath: folder.file("old.pace")))
  }
}
