import CustomerModel
import Foundation
import GRDB
@testable import RegisterStore
import TestSupport
import Testing

/// The file that keeps the searched texts of a large register.
@Suite struct SearchIndexTests {
  private let large: LargeRegister
  private var store: Store { large.store }

  init() throws { large = try LargeRegister() }

  private var file: String { store.path + ".search" }

  private func find(_ text: String, limit: Int? = nil) throws -> [String] {
    var search = CustomerSearch()
    search.text = text
    search.limit = limit
    return try store.register.read { reader throws in
      try reader.customers(search).map { try #require(try reader.key(ofCustomer: $0)).number }
    }
  }

  private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: file)) }

  @Test func textsAreKeptInAFileOfTheOwnerAloneAndFoundInTheOrderOfNumbers() throws {
    #expect(try find("sarlings") == ["9000", "23000"])
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try find("sarlings") == ["9000", "23000"])
    #expect(try find("örebro bolag", limit: 2) == ["9001", "9002"])
    #expect(try find("29999") == ["29999"])
  }

  /// The two halves make what one reading makes, also when the second thread cannot see the same register.
  @Test func textsReadByTwoThreadsAreThoseOfOne() throws {
    try store.change("9001", ["contactPersons[0].name": "Sara Ek", "contactPersons[1].email": "x@example.se"])
    try store.register.read { reader throws in
      let whole = try SearchEntries(reader.db, .all)
      #expect(whole.count == LargeRegister.count)
      let stamp = try SearchStamp(reader.db)
      var later = stamp
      later.run += 1
      for (stamp, path) in [(stamp, store.path), (later, store.path), (stamp, store.path + ".none")] {
        let (first, second) = try SearchEntries.halves(reader.db, at: stamp, path: path)
        #expect(first.count > 0 && second.count > 0)
        #expect(first.keys + second.keys == whole.keys)
        let start = first.offsets[first.count]
        #expect(first.offsets + second.offsets.dropFirst().map { start + $0 } == whole.offsets)
        #expect(Array(first.text.bytes) + Array(second.text.bytes) == Array(whole.text.bytes))
      }
    }
  }

  @Test func whatChangedSinceTheFileIsSeenAtOnce() throws {
    #expect(try find("särlings").count == 2)
    let before = try bytes()
    try store.change("9000", ["name": "Något annat"])
    try store.add([["number": "10000000", "name": "Särlings nya"], ["number": "77", "name": "Särlings små"]])
    try store.delete("23000")
    try store.change("9001", ["contactPersons[0].name": "Sara Särling"])
    #expect(try find("särlings") == ["77", "10000000"])
    #expect(try find("särling") == ["77", "9001", "10000000"])
    #expect(try find("något annat") == ["9000"])
    #expect(try bytes() == before)
  }

  @Test func aDeletedCustomerThatComesBackIsFound() throws {
    let deletion = try store.delete("23000")
    #expect(try find("särlings") == ["9000"])
    try store.run(.undo, reverts: deletion) { writer in
      let card = Store.card(["number": "23000", "name": "Särlings 7000"])
      try writer.apply(SchemaTests.creation(of: card), id: 7000)
    }
    #expect(try find("särlings") == ["9000", "23000"])
  }

  @Test func manyChangesAreTakenIntoTheFile() throws {
    #expect(try find("omdöpt").isEmpty)
    let before = try bytes()
    try store.run { writer in
      let run = writer.run
      try LargeRegister.execute(
        writer,
        """
        UPDATE customer SET name = 'Omdöpt ' || id, updated_run = \(run) WHERE id BETWEEN 5001 AND 6500
        """)
      try LargeRegister.execute(
        writer,
        """
        INSERT INTO change (run, customer, number, action, field, old, new)
        SELECT \(run), id, number, 'update', 'name', 'x', name FROM customer WHERE id BETWEEN 5001 AND 6500
        """)
    }
    #expect(try find("omdöpt").count == 1500)
    #expect(try bytes() != before)
    #expect(try find("omdöpt", limit: 2) == ["23500", "23501"])
    #expect(try find("bolag").count == LargeRegister.count - 1500 - 3)
  }

  @Test(arguments: ["empty", "cut", "offsets", "words", "older", "newer", "missing"])
  func aFileThatIsNotWhatItShouldBeIsMadeAnew(damage: String) throws {
    #expect(try find("särlings").count == 2)
    let good = try bytes()
    var bytes = good
    switch damage {
    case "empty": bytes = Data()
    case "cut": bytes = bytes.dropLast(1)
    case "offsets":
      // They come last, one more than customers.
      let place = bytes.count - 4 * (LargeRegister.count + 1)
      for place in place..<place + 400 { bytes[place] = 0xFF }
    case "words": bytes = Data(repeating: 0x41, count: bytes.count)
    case "older": bytes[40] = 2
    case "newer": bytes[40] = 9
    default: try FileManager.default.removeItem(atPath: file)
    }
    if damage != "missing" { try bytes.write(to: URL(fileURLWithPath: file)) }
    #expect(try find("särlings") == ["9000", "23000"])
    #expect(try self.bytes() == good)
  }

  @Test func aFileOfAnotherRegisterOrOfAnotherPastIsNotUsed() throws {
    #expect(try find("särlings").count == 2)
    let old = try bytes()
    let copy = store.folder.file("copy.db")
    try store.register.backUp(to: copy)
    try store.change("9000", ["name": "Bort härifrån"])
    store.register.dropSearchIndex()
    #expect(try find("särlings") == ["23000"])
    // The copy goes another way from here, in a run of the same number; the file of the first one lies beside it.
    let other = try Register(existing: copy)
    try FileManager.default.copyItem(atPath: file, toPath: copy + ".search")
    try other.write { writer in
      try writer.begin(RunDescription(kind: .edit, source: "another past", user: "eva"))
      try writer.endRun(.init())
    }
    var search = CustomerSearch()
    search.text = "särlings"
    #expect(try other.read { try $0.customers(search) }.count == 2)
    // A file from before the register's own last run is fine.
    try old.write(to: URL(fileURLWithPath: file))
    #expect(try find("särlings") == ["23000"])
  }

  @Test func aFileFromBeforeARemovalIsMadeAnew() throws {
    #expect(try find("särlings").count == 2)
    let run = try store.run { writer in
      try LargeRegister.execute(
        writer,
        """
        UPDATE customer SET name = 'Borttagen' WHERE number = '9000'
        """)
      try LargeRegister.execute(
        writer,
        """
        INSERT INTO forgotten (run, customer, user, at) VALUES (\(writer.run), 21000, 'eva', '2026-11-24')
        """)
    }
    #expect(run == 2)
    #expect(try find("särlings") == ["23000"])
    #expect(try !String(decoding: bytes(), as: UTF8.self).contains("sarlings 21000"))
  }

  @Test func aRemovalWhileASearchGoesOnLeavesNoFile() throws {
    var search = CustomerSearch()
    search.text = "särlings"
    let other = try Register(existing: store.path)
    let found = try store.register.read { reader throws in
      let found = try reader.customers(search)
      try other.write { writer in
        try writer.begin(RunDescription(kind: .edit, source: "test", user: "eva"))
        try LargeRegister.execute(
          writer,
          "INSERT INTO forgotten (run, customer, user, at) VALUES (\(writer.run), 21000, 'eva', '2026-11-24')")
        try writer.endRun(.init())
      }
      other.dropSearchIndex()
      return found
    }
    #expect(found.count == 2)
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(!FileManager.default.fileExists(atPath: file + ".new"))
  }

  @Test func theFileIsDroppedWithWhatADeadWriterLeft() throws {
    #expect(try find("särlings").count == 2)
    try Data("half".utf8).write(to: URL(fileURLWithPath: file + ".new"))
    store.register.dropSearchIndex()
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(!FileManager.default.fileExists(atPath: file + ".new"))
    store.register.dropSearchIndex()
    try Data("half".utf8).write(to: URL(fileURLWithPath: file + ".new"))
    #expect(try find("särlings").count == 2)
    #expect(!FileManager.default.fileExists(atPath: file + ".new"))
  }

  @Test func aFolderThatCannotBeWrittenHindersNoSearch() throws {
    try FileManager.default.createDirectory(atPath: file + ".new", withIntermediateDirectories: false)
    #expect(try find("särlings") == ["9000", "23000"])
    #expect(!FileManager.default.fileExists(atPath: file))
    try FileManager.default.createDirectory(atPath: file, withIntermediateDirectories: false)
    #expect(Set(store.register.dropSearchIndex()) == [file, file + ".new"])
    #expect(try find("särlings") == ["9000", "23000"])
  }

  @Test func whatATransactionHasNotCommittedIsFoundInItAndStaysOutOfTheFile() throws {
    var search = CustomerSearch()
    search.text = "ångrad"
    try store.register.rehearse { writer in
      try writer.begin(RunDescription(kind: .edit, source: "test", user: "eva"))
      try writer.apply(SchemaTests.creation(of: Store.card(["number": "1", "name": "Ångrad AB"])))
      #expect(try writer.customers(search).count == 1)
    }
    #expect(!FileManager.default.fileExists(atPath: file))
    #expect(try find("ångrad").isEmpty)
    try store.register.rehearse { writer in
      try writer.begin(RunDescription(kind: .edit, source: "test", user: "eva"))
      try writer.apply(SchemaTests.creation(of: Store.card(["number": "1", "name": "Ångrad AB"])))
      #expect(try writer.customers(search).count == 1)
    }
    #expect(try find("ångrad").isEmpty)
  }
}
