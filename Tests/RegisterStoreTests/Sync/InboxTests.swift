import RegisterStore
import TestSupport
import Testing

@Suite struct InboxTests {
  private struct Crash: Error {}

  private func entry(_ id: String, _ number: String? = nil, _ system: String = "fortnox") -> InboxEntry {
    InboxEntry(
      system: system, remoteID: id, remoteNumber: number ?? id, record: "{\"Name\":\"\(id)\"}", changed: "2026",
      fetchedAt: "2026-11-23T22:00:00Z")
  }

  private func ids(_ store: Store, _ state: InboxEntry.State? = nil) throws -> [String] {
    var ids: [String] = []
    try store.register.read { try $0.forEachInboxEntry("fortnox", state: state) { ids.append($0.remoteID) } }
    #expect(try store.register.read { try $0.inboxCount("fortnox", state: state) } == ids.count)
    return ids
  }

  @Test func aRecordStaysAsItWasPutUntilItIsPutAgainOrRemoved() throws {
    let store = try Store()
    try store.register.write { writer throws in
      try writer.putInInbox(entry("1"))
      try writer.putInInbox(entry("1", "1", "visma"))
      try writer.putInInbox(
        InboxEntry(system: "fortnox", remoteID: "2", remoteNumber: "2", record: "{}"), at: Store.time(1))
      #expect(try writer.inboxEntry("fortnox", remoteID: "1") == entry("1"))
      #expect(try writer.inboxEntry("fortnox", remoteID: "2")?.fetchedAt == "2026-11-23T22:00:01Z")
      #expect(try writer.inboxEntry("fortnox", remoteID: "3") == nil)

      try writer.reject("fortnox", remoteID: "1", as: .rejected, reason: "email.invalid: E-post")
      let rejected = try writer.inboxEntry("fortnox", remoteID: "1")
      #expect(rejected?.state == .rejected)
      #expect(rejected?.reason == "email.invalid: E-post")
      #expect(rejected?.record == entry("1").record)
      // Fetched again, it is looked at again.
      try writer.putInInbox(entry("1", "1001"))
      #expect(try writer.inboxEntry("fortnox", remoteID: "1") == entry("1", "1001"))

      try writer.removeFromInbox("fortnox", remoteID: "1")
      #expect(try writer.inboxEntry("fortnox", remoteID: "1") == nil)
      #expect(try writer.inboxEntry("visma", remoteID: "1") == entry("1", "1", "visma"))
    }
  }

  @Test func entriesComeByNumberAsListsSort() throws {
    let store = try Store()
    let numbers = [
      "10", "9", "A2", "A10", "0A1", "007", "7", "123456789012345678901", "0", "2", "", "A-1", "100000000000000000000",
    ]
    try store.register.write { writer throws in
      for (index, number) in numbers.enumerated() { try writer.putInInbox(entry("id\(index)", number)) }
      try writer.putInInbox(entry("another", "10"))
      try writer.putInInbox(entry("1", "1", "visma"))
    }
    var found: [String] = []
    try store.register.read { try $0.forEachInboxEntry("fortnox", state: nil) { found.append($0.remoteNumber) } }
    #expect(
      found == [
        "", "0", "2", "007", "7", "9", "10", "10", "100000000000000000000", "123456789012345678901", "A-1", "0A1",
        "A10", "A2",
      ])
  }

  @Test func entriesAreFoundByTheirState() throws {
    let store = try Store()
    try store.register.write { writer throws in
      for number in 1...4 { try writer.putInInbox(entry("\(number)")) }
      try writer.reject("fortnox", remoteID: "2", as: .rejected, reason: "a")
      try writer.reject("fortnox", remoteID: "3", as: .undecided, reason: "b")
    }
    #expect(try ids(store) == ["1", "2", "3", "4"])
    #expect(try ids(store, .fetched) == ["1", "4"])
    #expect(try ids(store, .rejected) == ["2"])
    #expect(try ids(store, .undecided) == ["3"])
    try store.register.write { try $0.clearFetched("fortnox") }
    #expect(try ids(store) == ["2", "3"])
  }

  @Test func tenThousandEntriesAreGivenOnceEachWhileTheyChange() throws {
    let store = try Store()
    try store.register.write { writer throws in
      for number in 1...10_000 { try writer.putInInbox(entry("\(number)")) }
    }
    var given: [Int] = []
    try store.register.write { writer throws in
      try writer.forEachInboxEntry("fortnox", state: .fetched) { entry in
        let number = Int(entry.remoteID)!
        given.append(number)
        switch number % 4 {
        case 0: try writer.reject("fortnox", remoteID: entry.remoteID, as: .rejected, reason: "a")
        case 1: try writer.removeFromInbox("fortnox", remoteID: entry.remoteID)
        case 2:
          // The next one is taken away before its turn.
          try writer.removeFromInbox("fortnox", remoteID: "\(number + 1)")
        default: break
        }
        // One that comes at the end gets its turn, one that comes at the beginning does not.
        if number == 5000 {
          try writer.putInInbox(self.entry("10004"))
          try writer.putInInbox(self.entry("0"))
        }
      }
      #expect(try writer.inboxCount("fortnox", state: .rejected) == 2501)
    }
    #expect(given == (1...10_000).filter { $0 % 4 != 3 } + [10_004])
  }

  @Test func aMergeThatBreaksOffLeavesTheInboxAsItWas() throws {
    let store = try Store()
    try store.register.write { writer throws in
      for number in 1...3 { try writer.putInInbox(entry("\(number)")) }
      try writer.setCandidate("fortnox", "c1", at: Store.time())
    }
    #expect(throws: Crash.self) {
      try store.run(.pull) { writer throws in
        try writer.forEachInboxEntry("fortnox", state: nil) { entry in
          try writer.apply(SchemaTests.creation(of: Store.card(["number": entry.remoteNumber])))
          try writer.save(
            CustomerLink(
              system: "fortnox", customer: writer.key(ofNumber: entry.remoteNumber)!.id, remoteID: entry.remoteID,
              remoteNumber: entry.remoteNumber, agreed: nil, record: entry.record))
          try writer.removeFromInbox("fortnox", remoteID: entry.remoteID)
        }
        try writer.setCursor("fortnox", "c1")
        throw Crash()
      }
    }
    #expect(try ids(store) == ["1", "2", "3"])
    try store.register.read { reader throws in
      #expect(try reader.linkCount("fortnox") == 0)
      #expect(try !reader.hasCustomers())
      #expect(try reader.syncState("fortnox").cursor == nil)
      #expect(try reader.syncState("fortnox").candidate == "c1")
      #expect(try reader.runs().isEmpty)
    }
  }
}
