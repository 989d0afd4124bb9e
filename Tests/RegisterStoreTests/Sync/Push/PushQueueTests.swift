import CustomerModel
import TestSupport
import Testing

@testable import RegisterStore

@Suite struct PushQueueTests {
  private func queue(_ store: Store, _ system: String = "fortnox") throws -> [String] {
    let ids = try store.register.read { try $0.customersToPush(system) }
    #expect(try store.register.read { try $0.queueLength(system) } == ids.count)
    return try store.numbers(ids)
  }

  @Test func whatASystemMayLackIsQueuedByNumber() throws {
    let store = try Store()
    try store.add(["10", "9", "A1", "2", "002", "3", "4", "5", "6"].map { ["number": $0] })
    try store.change("4", ["active": "0"])
    try store.link("2")
    try store.link("3")
    try store.change("3", ["name": "Ny"])
    try store.link("5", isGone: true)
    try store.change("5", ["name": "Ny"])
    try store.link("6", synced: 0)
    // 2 is synced, 4 is inactive and was never there, 5 was deleted there.
    #expect(try queue(store) == ["002", "3", "6", "9", "10", "A1"])
    #expect(try queue(store, "visma") == ["002", "2", "3", "5", "6", "9", "10", "A1"])
    // An inactive customer that is linked is told to the system.
    try store.link("4")
    #expect(try queue(store) == ["002", "3", "4", "6", "9", "10", "A1"])
  }

  @Test func aCustomerIsQueuedUntilItsRevisionIsSynced() throws {
    let store = try Store()
    try store.add([["number": "1"]])
    try store.link("1")
    let id = try store.id("1")
    #expect(try queue(store).isEmpty)
    try store.change("1", ["name": "Ny"])
    #expect(try queue(store) == ["1"])
    try store.register.write { try $0.markSynced("visma", customer: id, revision: 2) }
    #expect(try queue(store) == ["1"])
    try store.register.write { try $0.markSynced("fortnox", customer: id, revision: 2) }
    #expect(try queue(store).isEmpty)
    try store.delete("1")
    #expect(try queue(store).isEmpty)
  }

  @Test func aCustomerThatComesBackIsComparedAgainThoughItsRevisionWasSyncedOnce() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    try store.link("1", synced: 1)
    let id = try store.id("1")
    try store.change("1", ["name": "B"])
    let card = try #require(try store.card("1"))
    try store.delete("1")
    try store.bringBack(card, id: id)
    #expect(try store.register.read { try $0.key(ofCustomer: id)?.revision } == 1)
    #expect(try queue(store) == ["1"])
  }

  @Test func theQueueIsFoundWithoutReadingRecords() throws {
    let store = try Store()
    let numbers = (1...100).map(String.init)
    try store.add(numbers.map { ["number": $0] })
    for number in numbers { try store.link(number) }
    // Four megabytes, a thousand pages.
    try store.register.write { writer in
      try SQLiteStatement(writer.db, "UPDATE link SET record = hex(zeroblob(20000))").run()
    }
    let opened = try Register(existing: store.path)
    #expect(try opened.pages { _ = try $0.queueLength("fortnox") } < 200)
  }
}
