import Foundation
import Testing
import Texts

@testable import RegisterStore

@Suite struct DocumentCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.succeed("customer", "add", "1001", "name=Storstads Bygg AB")
    try place.write("%PDF-1.7\nett avtal", to: "avtal.pdf")
    try place.succeed("customer", "document", "add", "1001", "avtal.pdf", "--folder", "Avtal/2026")
  }

  @Test func documentGoesInAndComesOutTheSame() throws {
    let listed = try place.expect(0, "customer", "document", "list", "1001").json()
    #expect(listed[0]?["folder"] == .string("Avtal/2026"))
    #expect(listed[0]?["size"] == .number(18))
    #expect(listed[0]?["hash"] == nil)
    try place.succeed("customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf")
    #expect(try place.bytes("ut.pdf") == place.bytes("avtal.pdf"))
    let mode = try FileManager.default.attributesOfItem(atPath: place.file("ut.pdf"))[.posixPermissions] as? Int
    #expect(mode == 0o600)
    try place.expect(1, "customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf")
    try place.expect(1, "customer", "document", "get", "1001", "annat.pdf", "--out", "annat.pdf")
  }

  @Test func scriptIsRefusedWhateverItsName() throws {
    try place.write("#!/bin/sh\nrm -rf /\n", to: "faktura.txt")
    try place.refuse("document.mismatch", status: 65, "customer", "document", "add", "1001", "faktura.txt")
  }

  @Test func doctorFindsTheMissingFileAndNamesTheCustomer() throws {
    try place.expect(0, "doctor")
    try FileManager.default.removeItem(atPath: place.file("kundreg.db.files"))
    let outcome = try place.expect(1, "doctor", "--format", "table")
    #expect(outcome.stdout.contains("missing"))
    #expect(outcome.stdout.contains("customer 1001"))
    try place.expect(1, "customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf")
    try place.expect(1, "backup", "kopia.db")
  }

  @Test func doctorNamesFilesOfNobodyAsSafeToDelete() throws {
    try FileManager.default.createDirectory(
      atPath: place.file("kundreg.db.files/ff"), withIntermediateDirectories: true)
    try place.write("rest", to: "kundreg.db.files/ff/.rest")
    #expect(try place.expect(0, "doctor", "--format", "table").stdout.contains("kundreg.db.files/ff/.rest"))
  }

  @Test func backupHoldsTheFiles() throws {
    try place.succeed("backup", "kopia.db")
    try place.succeed(
      "customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf", "--register", "kopia.db")
    #expect(try place.bytes("ut.pdf") == place.bytes("avtal.pdf"))
  }

  @Test func aBackupWithoutItsFilesLeavesNothingThatLooksWhole() throws {
    try place.write("in the way", to: "kopia.db.files")
    let refused = try place.expect(1, "backup", "kopia.db")
    #expect(refused.stderr.contains("kopia.db.files"))
    #expect(!place.exists("kopia.db"))
    try FileManager.default.removeItem(atPath: place.file("kopia.db.files"))
    try place.succeed("backup", "kopia.db")
  }

  @Test func aFolderWithoutTheOneAboveItIsToldSo() throws {
    let refused = try place.expect(1, "export", "kunder.csv", "--documents", "a/b/dokument")
    #expect(
      refused.stderr.contains(
        DocumentTexts.cannotStore(in: "", reason: Text.unknown.english, lacksFolder: true).afterUnknown))
    #expect(!place.exists("kunder.csv"))
  }

  @Test func whatIsNoReadableFileIsNotToldAsMissing() throws {
    let names = try FileManager.default.subpathsOfDirectory(atPath: place.file("kundreg.db.files"))
    let path = try place.file("kundreg.db.files/" + #require(names.first { $0.contains("/") }))
    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let doctor = try place.expect(1, "doctor", "--format", "table")
    #expect(doctor.stdout.contains("Check the permissions of what is unreadable: "))
    #expect(!doctor.stdout.contains("missing"))
    try place.refuse("backup.incomplete", "backup", "kopia.db")
  }

  @Test func removedDocumentComesBackByUndo() throws {
    let removal = try place.expect(0, "customer", "document", "remove", "1001", "avtal.pdf").json()
    let run = try #require(removal["run"]?.int)
    #expect(try place.expect(0, "customer", "document", "list", "1001").json() == .array([]))
    try place.succeed("undo", "\(run)")
    try place.succeed("customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf")
  }

  @Test func listIsForWhoMaySeeTheCustomer() throws {
    try place.succeed("user", "add", "bo", "--grant", "viewAssigned")
    try place.expect(77, "customer", "document", "list", "1001", "--as", "bo")
    try place.expect(77, "customer", "document", "get", "1001", "avtal.pdf", "--out", "ut.pdf", "--as", "bo")
    #expect(!place.exists("ut.pdf"))
  }
}
