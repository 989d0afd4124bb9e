import ConfigurationFile
import CustomerModel
import Foundation
import Glibc
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

@Suite struct DocumentEditsTests {
  /// SHA-256 of `abc`. Source: FIPS 180-4's examples.
  static let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test func addedFileLiesUnderItsHashForItsOwnerOnly() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc", in: "Avtal"), to: "1001", files: office.documents) }
    #expect(
      try office.value(.documents)
        == #"[{"folder":"Avtal","name":"anteckning.txt","type":"text/plain","size":3,"hash":"\#(Self.abc)"}]"#)
    let file = office.register.path + ".files/ba/" + Self.abc
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "abc")
    for (path, mode) in [(file, 0o600), (office.documents.path, 0o700), (office.documents.path + "/ba", 0o700)] {
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode, "\(path)")
    }
  }

  @Test func sameContentLiesThereOnce() throws {
    let office = try Office.withCustomer()
    try office.edit { session in
      try session.addDocument(office.document("abc"), to: "1001", files: office.documents)
      try session.addDocument(office.document("abc", named: "b.txt"), to: "1001", files: office.documents)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.documents.path + "/ba") == [Self.abc])
  }

  @Test func sameFileAgainChangesNothing() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    let again = try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    #expect(again.counts.unchanged == 1)
    #expect(again.changes.isEmpty)
  }

  @Test func otherContentUnderTheSameNameIsRefused() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    let code = try office.refusal {
      try $0.addDocument(office.document("def"), to: "1001", files: office.documents)
    }
    #expect(code == "document.exists")
    try office.edit { try $0.addDocument(office.document("def", in: "Nytt"), to: "1001", files: office.documents) }
  }

  @Test func dryRunStoresNoFile() throws {
    let office = try Office.withCustomer()
    let outcome = try office.edit(dryRun: true) {
      try $0.addDocument(office.document("abc"), to: "1001", files: office.documents)
    }
    #expect(outcome.counts.updated == 1)
    #expect(!FileManager.default.fileExists(atPath: office.documents.path))
  }

  @Test func removedDocumentComesBackByUndoWithItsContent() throws {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    let before = try office.state()
    let removal = try office.edit { try $0.removeDocument("anteckning.txt", in: nil, of: "1001") }
    #expect(try office.value(.documents) == nil)
    try office.undo(#require(removal.run))
    #expect(try office.state() == before)
    #expect(try office.documents.content(Self.abc) == Array("abc".utf8))
  }

  @Test func undoOfAnAdditionKeepsTheFile() throws {
    let office = try Office.withCustomer()
    let addition = try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    try office.undo(#require(addition.run))
    #expect(try office.value(.documents) == nil)
    #expect(office.documents.check(try office.register.read { try $0.namedDocuments() }) == DocumentFolder.Findings())
    #expect(try office.documents.content(Self.abc) == Array("abc".utf8))
  }

  @Test func nameInSeveralFoldersNeedsTheFolder() throws {
    let office = try Office.withCustomer()
    try office.edit { session in
      for folder in ["", "Avtal"] {
        try session.addDocument(office.document("abc", in: folder), to: "1001", files: office.documents)
      }
    }
    #expect(
      try office.refusal { try $0.removeDocument("anteckning.txt", in: nil, of: "1001") } == "document.ambiguous")
    try office.edit { try $0.removeDocument("anteckning.txt", in: "", of: "1001") }
    #expect(try office.value(.documents)?.contains("Avtal") == true)
  }

  @Test func documentThatIsNotThereCannotBeRemoved() throws {
    let office = try Office.withCustomer()
    #expect(try office.refusal { try $0.removeDocument("borta.txt", in: nil, of: "1001") } == "record.unknown")
  }

  @Test(arguments: ["..", "a/../b", "/a", "a//b", "a\\b", " a", "a\n"])
  func folderThatLeadsElsewhereIsRefused(folder: String) throws {
    let office = try Office.withCustomer()
    #expect(throws: KundregError.self) { try office.document("abc", in: folder) }
  }

  @Test func missingEmptyAndTooLargeFilesAreRefused() throws {
    let office = try Office.withCustomer()
    func code(_ file: String) -> String? {
      do {
        _ = try NewDocument(file: file)
        return nil
      } catch { return (error as? KundregError)?.code }
    }
    #expect(code(office.folder.file("borta.txt")) == "document.noFile")
    #expect(code(office.folder.path) == "document.noFile")
    #expect(code(try office.folder.write("", to: "tom.txt")) == "document.empty")
    let large = try office.folder.write("%PDF-", to: "stor.pdf")
    #expect(truncate(large, 50 * 1024 * 1024) == 0)
    #expect(code(large) == nil)
    #expect(truncate(large, 50 * 1024 * 1024 + 1) == 0)
    #expect(code(large) == "document.tooLarge")
    var rules = DocumentRules()
    rules.maximumMegabytes = 51
    _ = try NewDocument(file: large, rules: rules)
    rules.maximumMegabytes = 1
    let error = #expect(throws: KundregError.self) { try NewDocument(file: large, rules: rules) }
    #expect(error?.code == "document.tooLarge")
    let told = NewDocumentTexts.tooLarge(Text.unknown.english, megabytes: 53, most: 1)
    #expect(error?.message.contains(told.afterUnknown) == true, "\(error?.message ?? "")")
  }
}
