import CustomerModel
import Differ
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@Suite struct RehearsalTests {
  private struct Stop: Error {}

  @Test func nothingThatWasRehearsedStays() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    try store.link("1")
    try store.register.write {
      try $0.putInInbox(InboxEntry(system: "fortnox", remoteID: "7", remoteNumber: "7", record: "{}"))
    }
    // All that was written is in the file itself.
    try store.register.backUp(to: store.folder.file("before.db"))
    let number = try store.register.rehearse { writer throws in
      let run = try writer.begin(RunDescription(kind: .pull, source: "fortnox", user: "anna"))
      try writer.apply(SchemaTests.creation(of: Store.card(["number": "7", "costCenter": "100"])))
      try writer.removeFromInbox("fortnox", remoteID: "7")
      try writer.setCursor("fortnox", "c1")
      try writer.setConflicts(
        "fortnox", customer: 1, [FieldConflict(FieldPath(.customerName), register: "A", erp: "B", base: nil)], run: run)
      _ = try writer.beginPush(Store.push())
      try writer.endRun(.init())
      // What was rehearsed is seen while it lasts.
      #expect(try writer.conflicts(system: nil, customer: nil).count == 1)
      #expect(try writer.runs().map(\.id) == [2, 1])
      return try writer.card(ofNumber: "7")?[.number]
    }
    #expect(number == "7")
    try store.register.backUp(to: store.folder.file("after.db"))
    let bytes = { (name: String) in try Data(contentsOf: URL(fileURLWithPath: store.folder.file(name))) }
    #expect(try bytes("before.db") == bytes("after.db"))
    // The ids that were given are given again.
    #expect(try store.add([["number": "8"]]) == 2)
    #expect(try store.id("8") == 2)
  }

  @Test func runsAreRehearsedEachOverWhatThoseBeforeItDid() throws {
    let store = try Store()
    try store.add([["number": "1", "name": "A"]])
    func adding(_ number: String) -> (RegisterWriter) throws -> Void {
      { writer in
        try writer.begin(RunDescription(kind: .pull, source: "s\(number)", user: "anna"))
        try writer.apply(SchemaTests.creation(of: Store.card(["number": number])))
        try writer.endRun(.init())
      }
    }
    let seen = try store.register.rehearse([adding("2"), adding("3")]) { writer in
      (try writer.runs().map(\.source), try ["1", "2", "3"].map { try writer.key(ofNumber: $0)?.id })
    }
    #expect(seen.0.prefix(2) == ["s3", "s2"])
    #expect(seen.1 == [1, 2, 3])
    #expect(try store.register.read { try $0.runs().count } == 1)
    #expect(try store.add([["number": "8"]]) == 2)
    #expect(try store.id("8") == 2)
  }

  @Test func aRehearsalFailsAsTheRunWould() throws {
    let store = try Store()
    #expect(throws: Stop.self) {
      try store.register.rehearse { writer throws in
        try writer.begin(RunDescription(kind: .pull, source: "fortnox", user: "anna"))
        throw Stop()
      }
    }
    let other = try Register(existing: store.path, patience: 0.05)
    try store.register.rehearse { _ throws -> Void in
      #expect(throws: KundregError.self) { try other.write { _ in } }
    }
    try other.write { _ in }
  }

  @Test func theAccountOfARunIsCompletedAfterItsTransaction() throws {
    let store = try Store()
    let run = try store.register.write { writer throws in
      let run = try writer.begin(RunDescription(kind: .pull, source: "fortnox", user: "anna"))
      var counts = RunRecord.Counts()
      counts.created = 3
      try writer.endRun(counts, report: Text(verbatim: #"{"pushed":0}"#))
      return run
    }
    try store.run { _ in }
    func record() throws -> RunRecord? { try store.register.read { try $0.run(run) } }
    let seconds = try #require(try record()).seconds
    try store.register.write { try $0.amendRun(run, report: Text(verbatim: #"{"pushed":2}"#)) }
    #expect(try record()?.report == Text(verbatim: #"{"pushed":2}"#))
    #expect(try record()?.seconds == seconds)
    try store.register.write { try $0.amendRun(run, report: nil, seconds: 12.5) }
    #expect(try record()?.report == Text(verbatim: #"{"pushed":2}"#))
    #expect(try record()?.seconds == 12.5)
    #expect(try record()?.counts.created == 3)
    #expect(try store.register.read { try $0.run(2)?.report } == nil)
  }
}
