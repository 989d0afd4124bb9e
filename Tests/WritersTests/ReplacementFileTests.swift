import CustomerModel
import Foundation
import Testing
import TestSupport
import Texts

@testable import Writers

@Suite struct ReplacementFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ text: String, to file: ReplacementFile) throws {
    try Array(text.utf8).withUnsafeBytes { try file.write($0) }
  }

  private func contents(_ name: String) throws -> String {
    try String(contentsOfFile: folder.file(name), encoding: .utf8)
  }
  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func theOldFileStandsUntilTheNewOneIsFinished() throws {
    try folder.write("old", to: "a.csv")
    let file = try ReplacementFile(path: folder.file("a.csv"))
    try write("new", to: file)
    #expect(try contents("a.csv") == "old")
    try file.finish()
    #expect(try contents("a.csv") == "new")
    #expect(try names == ["a.csv"])
  }

  @Test func whatIsDroppedLeavesNothing() throws {
    try folder.write("old", to: "a.csv")
    let file = try ReplacementFile(path: folder.file("a.csv"))
    try write("new", to: file)
    file.discard()
    file.discard()
    do { _ = try ReplacementFile(path: folder.file("b.csv")) }
    #expect(try contents("a.csv") == "old")
    #expect(try names == ["a.csv"])
  }

  @Test func aLinkStaysALinkAndItsTargetKeepsItsPermissions() throws {
    try folder.write("old", to: "target.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: folder.file("target.csv"))
    try FileManager.default.createSymbolicLink(atPath: folder.file("link.csv"), withDestinationPath: "target.csv")
    let file = try ReplacementFile(path: folder.file("link.csv"))
    try write("new", to: file)
    try file.finish()
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.file("link.csv")) == "target.csv")
    #expect(try contents("target.csv") == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.file("target.csv"))[.posixPermissions] as? Int
    #expect(mode == 0o640)
  }

  @Test func theFileThatStoodThereIsKeptWhenAsked() throws {
    try folder.write("older", to: "previous.csv")
    try folder.write("old", to: "a.csv")
    let file = try ReplacementFile(path: folder.file("a.csv"))
    try write("new", to: file)
    try file.finish(keepingPreviousAt: folder.file("previous.csv"))
    #expect(try contents("a.csv") == "new")
    #expect(try contents("previous.csv") == "old")
    let first = try ReplacementFile(path: folder.file("b.csv"))
    try first.finish(keepingPreviousAt: folder.file("previous.csv"))
    #expect(try names == ["a.csv", "b.csv", "previous.csv"])
    #expect(try contents("previous.csv") == "old")
    let nowhere = try ReplacementFile(path: folder.file("a.csv"))
    #expect(throws: KundregError.self) { try nowhere.finish(keepingPreviousAt: folder.file("none/previous.csv")) }
    #expect(try contents("a.csv") == "new")
  }

  @Test(arguments: [
    ("none/a.csv", Text(verbatim: String(cString: strerror(ENOENT)))), ("", WriterTexts.namesNoFile),
    ("none/", WriterTexts.namesNoFile), ("folder", WriterTexts.isNoFile), ("folder/", WriterTexts.isNoFile),
  ])
  func refusesAPathThatCannotBeAFile(name: String, reason: Text) throws {
    try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: true)
    let path = name.isEmpty ? "" : folder.file(name)
    let error = try #require(throws: KundregError.self) { try ReplacementFile(path: path) }
    #expect(error.status == .failed)
    #expect(error.code == "output.cannotWrite")
    #expect(error.text == WriterTexts.cannotWrite(path, reason))
    #expect(try names == ["folder"])
  }

  @Test func neverReplacesADevice() throws {
    let error = try #require(throws: KundregError.self) { try ReplacementFile(path: "/dev/null") }
    #expect(error.text == WriterTexts.cannotWrite("/dev/null", WriterTexts.isNoFile))
  }

  @Test func aDestinationThatBecameAFolderIsAnError() throws {
    let file = try ReplacementFile(path: folder.file("a.csv"))
    try FileManager.default.createDirectory(atPath: folder.file("a.csv/inner"), withIntermediateDirectories: true)
    let error = try #require(throws: KundregError.self) { try file.finish() }
    #expect(error.status == .failed)
    #expect(try names == ["a.csv"])
  }
}
