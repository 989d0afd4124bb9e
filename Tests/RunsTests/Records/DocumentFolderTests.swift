import CustomerModel
import Differ
import Foundation
import Runs
import TestSupport
import Testing
import Texts

@testable import RegisterStore

@Suite struct DocumentFolderTests {
  static let abc = DocumentEditsTests.abc

  private func office() throws -> Office {
    let office = try Office.withCustomer()
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    return office
  }

  private func findings(_ office: Office) throws -> DocumentFolder.Findings {
    office.documents.check(try office.register.read { try $0.namedDocuments() })
  }

  @Test func missingFileIsFoundAndCannotBeRead() throws {
    let office = try office()
    try FileManager.default.removeItem(atPath: office.documents.file(Self.abc))
    #expect(try findings(office).missing == [Self.abc])
    #expect(throws: KundregError.self) { try office.documents.content(Self.abc) }
  }

  @Test func damagedFileIsFoundAndReplacedWhenAddedAgain() throws {
    let office = try office()
    try Data("abd".utf8).write(to: URL(fileURLWithPath: office.documents.file(Self.abc)))
    #expect(try findings(office).damaged == [Self.abc])
    #expect(throws: KundregError.self) { try office.documents.content(Self.abc) }
    try office.edit { try $0.addDocument(office.document("abc"), to: "1001", files: office.documents) }
    #expect(try findings(office) == DocumentFolder.Findings())
  }

  @Test func aFileThatCannotBeReadIsNotToldAsMissing() throws {
    let office = try office()
    let path = office.documents.file(Self.abc)
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    #expect(try findings(office).unreadable == [Self.abc])
    #expect(try findings(office).missing == [])
    let error = #expect(throws: KundregError.self) { try office.documents.content(Self.abc) }
    #expect(error?.code == "document.unreadable")
    #expect(error?.text == DocumentTexts.isUnreadable(path))
  }

  @Test func fileOfNobodyIsFoundAndDeleted() throws {
    let office = try office()
    let stray = try office.documents.store(Array("x".utf8))
    #expect(try findings(office).unnamed == ["\(stray.prefix(2))/\(stray)"])
    try office.register.write { _ = try office.documents.deleteUnnamed($0.namedDocuments()) }
    #expect(try findings(office) == DocumentFolder.Findings())
    #expect(try office.documents.content(Self.abc) == Array("abc".utf8))
  }

  @Test func fileOfADeletedCustomerIsStillNamed() throws {
    let office = try office()
    try office.edit { session in
      let key = try session.customer("1001")
      let card = try #require(try session.writer.card(ofCustomer: key.id))
      let fields = card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: card[$0], new: nil) }
      try session.apply(CustomerChange(number: "1001", action: .delete, revision: key.revision, fields: fields))
    }
    let named = try office.register.read { try $0.namedDocuments() }
    #expect(named.present.isEmpty)
    #expect(named.former == [Self.abc])
  }

  @Test func copyHoldsEveryNamedFileAndNamesTheLost() throws {
    let office = try office()
    let copy = DocumentFolder(ofRegister: office.folder.file("copy.db"))
    let named = try office.register.read { try $0.namedDocuments() }
    #expect(try office.documents.copy(named, to: copy) == [])
    #expect(try copy.content(Self.abc) == Array("abc".utf8))
    try FileManager.default.removeItem(atPath: office.documents.file(Self.abc))
    #expect(try office.documents.copy(named, to: copy) == [Self.abc])
  }
}
