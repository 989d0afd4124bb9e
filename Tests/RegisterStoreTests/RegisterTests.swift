import CustomerModel
import Differ
import Foundation
import Rows
import Testing
import TestSupport
import Texts

@testable import RegisterStore

@Suite struct RegisterTests {
  private struct Stop: Error {}

  private func failure(_ body: () throws -> Void) -> KundregError? {
    do {
      try body()
      return nil
    } catch {
      return error as? KundregError
    }
  }

  @Test func aWriteThatFailsLeavesNoTrace() throws {
    let store = try Store()
    try store.add([["number": "1", "tags": CustomerCard.set(of: ["Gammal"])]])
    #expect(throws: Stop.self) {
      try store.run { writer throws in
        try writer.apply(SchemaTests.creation(of: Store.card(["number": "2", "costCenter": "100"])))
        try writer.addCustomField(CustomFieldDefinition(name: "Region", kind: .text))
        try writer.set(.showLanguage, to: 1)
        let key = try #require(try writer.key(ofNumber: "1"))
        try writer.apply(
          CustomerChange(
            number: "1", action: .update, revision: key.revision,
            fields: [FieldChange(FieldPath("phone")!, old: nil, new: "08")]))
        throw Stop()
      }
    }
    try store.register.read { reader throws in
      #expect(try reader.customerCount() == (active: 1, inactive: 0))
      #expect(try reader.references(.costCenter).isEmpty)
      #expect(try reader.customFields().isEmpty)
      #expect(try !reader.settings().isOn(.showLanguage))
      #expect(try reader.runs().count == 1)
      #expect(try reader.changes(ofRun: 2).isEmpty)
      #expect(try reader.card(ofNumber: "1")?[FieldPath("phone")!] == nil)
    }
    // The next run may use what the failed one did not keep.
    #expect(try store.add([["number": "2"]]) == 2)
  }

  @Test func theLoadingOfAnEmptyRegisterThatFailsKeepsItsIndexes() throws {
    let store = try Store()
    #expect(throws: Stop.self) {
      try store.run { writer throws in
        try writer.beginLoading()
        throw Stop()
      }
    }
    try store.add([["number": "1"]])
    let error = failure {
      try store.run { writer throws in
        let second = try SQLiteStatement(
          writer.db,
          "INSERT INTO customer (created_run, updated_run, number, name, type) VALUES (1, 1, '1', 'B', 'company')")
        try second.run()
      }
    }
    #expect(error?.code == "register.error")
  }

  @Test func aLoadWithANumberTwiceIsRefusedAsAWhole() throws {
    let store = try Store()
    let error = failure {
      try store.run { writer throws in
        try writer.beginLoading()
        var creator = try BatchCreator(
          writer, columns: RecordBatch(["number", "name"], []).columns, settings: RegisterSettings())
        let batch = RecordBatch(["number", "name"], [["1", "A"], ["1", "B"]])
        _ = try creator.create(row: 0, of: batch)
        _ = try creator.create(row: 1, of: batch)
        try creator.flush(batch)
      }
    }
    #expect(error?.status == .failed)
    #expect(try store.register.read { try $0.hasCustomers() } == false)
  }

  @Test func aSecondRunWaitsBrieflyAndThenSaysThatTheRegisterIsBusy() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    let other = try Register(existing: store.path, patience: 0.05)
    try store.register.write { _ throws in
      let error = failure { try other.write { _ in } }
      #expect(error?.status == .busy)
      #expect(error?.code == "register.busy")
      // Reading goes on beside a run, and sees the register as it was before.
      #expect(try other.read { try $0.key(ofNumber: "1")?.revision } == 1)
    }
    try other.write { _ in }
  }

  @Test func whetherSomethingWasWrittenIsToldAsItIs() throws {
    let store = try Store()
    let other = try Register(existing: store.path, patience: 0.05)
    func told() throws -> Text? {
      try store.register.write { _ throws in failure { try other.write { _ in } }?.text }
    }
    #expect(try told() == RegisterTexts.isBusy(store.path, isKept: false))
    // What is taken back was never there.
    try other.rehearse { _ in }
    #expect(try told() == RegisterTexts.isBusy(store.path, isKept: false))
    try other.write { _ in }
    #expect(try told() == RegisterTexts.isBusy(store.path, isKept: true))
  }

  @Test func readersSeeARunAsAWholeOrNotAtAll() throws {
    let store = try Store()
    let other = try Register(existing: store.path)
    try store.run { writer throws in
      try writer.apply(SchemaTests.creation(of: Store.card(["number": "1"])))
      #expect(try other.read { try $0.hasCustomers() } == false)
    }
    #expect(try other.read { try $0.hasCustomers() })
  }

  @Test func aBackupIsTheRegisterItselfAndNeverOverwritesAFile() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "Åke"], ["number": "2"]])
    let copy = store.folder.file("copy.db")
    try store.register.backUp(to: copy)
    try store.change("1", ["name": "Bo"])
    let backup = try Register(existing: copy)
    try backup.read { reader throws in
      #expect(try reader.card(ofNumber: "1")?[.customerName] == "Åke")
      #expect(try reader.customerCount() == (active: 2, inactive: 0))
      let original = try store.register.read { try $0.identity() }
      #expect(try reader.identity() == original)
      #expect(try reader.integrityProblems().isEmpty)
    }
    #expect(failure { try store.register.backUp(to: copy) }?.code == "backup.exists")
    let error = failure { try store.register.backUp(to: store.folder.file("no/such/folder.db")) }
    #expect(error?.status == .failed)
    #expect(error?.code == "register.cannotOpen")
  }

  @Test func whatIsNoRegisterIsRefusedAndStaysAsItWas() throws {
    let folder = try TemporaryFolder()
    let missing = failure { _ = try Register(existing: folder.file("no.db")) }
    #expect(missing?.code == "register.missing")
    #expect(missing?.remedies == [.createRegister(path: folder.file("no.db"))])
    #expect(!FileManager.default.fileExists(atPath: folder.file("no.db")))

    let text = String(repeating: "Kundnr;Namn\n1001;Bygg AB\n", count: 100)
    let file = try folder.write(text, to: "kunder.csv")
    #expect(failure { _ = try Register(existing: file) }?.code == "register.damaged")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)

    #expect(failure { _ = try Register.create(at: folder.file("no/folder.db")) }?.code == "register.cannotOpen")
  }

  @Test func aDatabaseOfAnotherProgramIsRefusedAndStaysAsItWas() throws {
    let store = try Store()
    try store.register.write { writer throws in
      // What makes it ours goes, so that a database with tables of its own is left.
      try SQLiteStatement(writer.db, "DROP TABLE grdb_migrations").run()
    }
    let error = failure { _ = try Register(existing: store.path) }
    #expect(error?.status == .failed)
    #expect(error?.code == "register.foreign")
  }

  @Test func aRegisterOfALaterVersionIsRefused() throws {
    let store = try Store()
    #expect(try !store.register.read { try $0.isNewer() })
    try store.register.write { writer throws in
      try SQLiteStatement(writer.db, "INSERT INTO grdb_migrations VALUES ('999 later')").run()
    }
    // Who had it open before is told, too, when asking.
    #expect(try store.register.read { try $0.isNewer() })
    #expect(failure { _ = try Register(existing: store.path) }?.code == "register.newer")
  }

  @Test func aRegisterThatMayNotBeWrittenSaysSo() throws {
    guard geteuid() != 0 else { return }
    let store = try Store()
    try store.add([["number": "1"]])
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: store.path)
    let error = failure { try Register(existing: store.path).write { _ in } }
    #expect(error?.status == .failed)
  }
}
