import CustomerModel
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct DocumentCopyTests {
  private let office: Office

  init() throws {
    office = try Office.withCustomer()
    let office = office
    try office.edit { session in
      try session.addDocument(office.document("abc", in: "Avtal"), to: "1001", files: office.documents)
      try session.addDocument(office.document("def", in: "Nytt"), to: "1001", files: office.documents)
      try session.addDocument(office.document("ghi", named: "en.txt"), to: "1001", files: office.documents)
    }
  }

  private func copy(
    _ name: String, in folder: String? = nil, to file: String = "ut.txt", as actor: ActingUser? = nil
  ) throws {
    try DocumentCopy.write(
      name, in: folder, ofCustomer: "1001", to: office.folder.file(file), from: office.register,
      as: { _ in actor ?? office.actor })
  }

  @Test func aCopyIsItsOwnersAlone() throws {
    try copy("anteckning.txt", in: "Nytt")
    #expect(try office.read("ut.txt") == "def")
    let mode = try FileManager.default.attributesOfItem(atPath: office.folder.file("ut.txt"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try copy("en.txt", to: "en-ut.txt")
    #expect(try office.read("en-ut.txt") == "ghi")
  }

  @Test func whatIsNotThereOrNotSureIsRefused() throws {
    #expect(code { try copy("anteckning.txt") } == "document.ambiguous")
    #expect(code { try copy("annat.txt") } == "record.unknown")
    #expect(code { try copy("en.txt", in: "Avtal") } == "record.unknown")
    #expect(!FileManager.default.fileExists(atPath: office.folder.file("ut.txt")))
  }

  @Test func noFileIsOverwritten() throws {
    try office.folder.write("gammal", to: "ut.txt")
    #expect(code { try copy("en.txt") } == "document.outExists")
    #expect(try office.read("ut.txt") == "gammal")
    #expect(code { try copy("en.txt", to: "ingen/ut.txt") } == "document.cannotWrite")
  }

  @Test func whoSeesNoCustomersGetsNothing() throws {
    let bo = try office.user("bo", [.edit])
    #expect(code { try copy("en.txt", as: bo) } == "user.notPermitted")
    #expect(!FileManager.default.fileExists(atPath: office.folder.file("ut.txt")))
  }
}
