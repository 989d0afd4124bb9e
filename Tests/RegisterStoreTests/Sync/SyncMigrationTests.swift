import CustomerModel
import Differ
import Dispatch
import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct SyncMigrationTests {
  /// A customer as the version before accounting systems knew it.
  private func oldCard(number: String) -> CustomerCard {
    var card = CardDiffer.blankCard(settings: RegisterSettings())
    card[.number] = number
    card[.customerName] = "Kund \(number)"
    return card
  }

  /// A register as the version before accounting systems left it: written as that version did, not by today's writer.
  private func oldRegister(_ path: String) throws {
    let old = try Register(path: path, patience: 1, step: 1)
    try old.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run (kind, source, user, started_at) VALUES ('import', 'kunder.csv', 'anna', '2026-11-01T00:00:00Z');
          INSERT INTO customer (id, created_run, updated_run, number, name, type)
            VALUES (1, 1, 1, '1', 'Kund 1', 'company'), (2, 1, 1, '2', 'Kund 2', 'company');
          UPDATE meta SET value = 3 WHERE key = 'nextCustomer';
          INSERT INTO setting VALUES ('showLanguage', 1);
          """)
    }
    #expect(try old.read { try tables($0) }.isDisjoint(with: ["link", "inbox"]))
  }

  private func tables(_ reader: RegisterReader) throws -> Set<String> {
    let list = try SQLiteStatement(reader.db, "SELECT name FROM sqlite_master WHERE type = 'table'")
    defer { list.reset() }
    var names: Set<String> = []
    while try list.step() { names.insert(String(decoding: list.bytes(0), as: UTF8.self)) }
    return names
  }

  @Test func aRegisterOfTheFirstStepIsBroughtUpToDateWithAllItHolds() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("r.db")
    try oldRegister(path)
    let register = try Register(existing: path)
    try register.read { reader throws in
      let found = try tables(reader)
      #expect(found.isSuperset(of: ["sync_state", "link", "inbox", "conflict", "match_question", "push"]))
      let card = try #require(try reader.card(ofNumber: "2"))
      #expect(CustomerCard(card.values.filter { !$0.key.field.isReadOnly }) == oldCard(number: "2"))
      #expect(try reader.settings().isOn(.showLanguage))
      #expect(try reader.runs().map(\.source) == ["kunder.csv"])
      #expect(try reader.integrityProblems().isEmpty)
      #expect(try reader.customersToPush("fortnox") == [1, 2])
    }
    let copy = folder.file("copy.db")
    try register.backUp(to: copy)
    #expect(try Register(existing: copy).read { try $0.queueLength("fortnox") } == 2)
  }

  /// A register as the version before left it, with a customer who was given another number and one of whom an event told.
  @Test func whatWasRenumberedAndToldBeforeIsFoundAfterwards() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("r.db")
    let old = try Register(path: path, patience: 1, step: 15)
    try old.queue.write { db in
      try db.execute(
        sql: """
          INSERT INTO run (kind, source, user, started_at) VALUES ('edit', 'renumber', 'anna', '2026-11-01T00:00:00Z');
          INSERT INTO customer (id, created_run, updated_run, number, name, type) VALUES (7, 1, 1, 'K-7', 'Kund', 'company');
          INSERT INTO change (run, customer, number, action, field, old, new)
            VALUES (1, 7, '1001', 'update', 'number', '1001', 'K-7');
          INSERT INTO changed_record (system, remote_id) VALUES ('fortnox', '2001');
          """)
    }
    try old.queue.close()
    let register = try Register(existing: path)
    #expect(try register.read { try $0.customer(everNumbered: "1001") } == 7)
    try register.write { writer throws in
      #expect(try writer.changedRecords("fortnox") == ["2001"])
      #expect(try !writer.noteMissing("fortnox", remoteID: "2001"))
      #expect(try writer.noteMissing("fortnox", remoteID: "2001"))
      #expect(try writer.changedRecords("fortnox") == ["2001"])
    }
    #expect(try register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test func severalProcessesMayBringARegisterUpToDateAtOnce() throws {
    let folder = try TemporaryFolder()
    let failures = Mutex<[String]>([])
    for round in 0..<5 {
      let path = folder.file("\(round).db")
      try oldRegister(path)
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        do {
          let count = try Register(existing: path).read { try $0.queueLength("fortnox") }
          if count != 2 { failures.withLock { $0.append("\(count) customers") } }
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
  }
}
