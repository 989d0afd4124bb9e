import Foundation
import RegisterStore
import TestSupport
import Testing

@Suite struct EventMarkTests {
  private let folder: TemporaryFolder
  private let register: Register

  init() throws {
    folder = try TemporaryFolder()
    register = try Register.create(at: folder.file("r.db"))
  }

  private let noon = Date(timeIntervalSince1970: 1_769_601_600)

  @Test func keepsHowFarTheEventsOfEachSystemWereRead() throws {
    #expect(try register.read { try $0.syncState("fortnox") }.eventMark == nil)
    let mark = EventMark(offset: "xDy7J", before: nil, at: noon)
    try register.write { try $0.setEventMark("fortnox", mark) }
    #expect(try register.read { try $0.syncState("fortnox") }.eventMark == mark)
    #expect(try register.read { try $0.syncState("other") }.eventMark == nil)
    let next = EventMark(offset: "a", before: "xDy7J", at: noon.addingTimeInterval(1))
    try register.write { try $0.setEventMark("fortnox", next) }
    #expect(try register.read { try $0.syncState("fortnox") }.eventMark == next)
    try register.write { try $0.setEventMark("fortnox", nil) }
    #expect(try register.read { try $0.syncState("fortnox") }.eventMark == nil)
  }

  @Test func keepsWhoWasToldOfOnceEachInTheirOrder() throws {
    try register.write { writer in
      try writer.noteChanged(["10", "9", "10"], "fortnox")
      try writer.noteChanged(["9", "1"], "fortnox")
      try writer.noteChanged(["10"], "other")
    }
    #expect(try register.read { try $0.changedRecords("fortnox") } == ["10", "9", "1"])
    try register.write { writer in
      try writer.removeChanged("fortnox", remoteID: "10")
      try writer.removeChanged("fortnox", remoteID: "unknown")
    }
    #expect(try register.read { try $0.changedRecords("fortnox") } == ["9", "1"])
    #expect(try register.read { try $0.changedRecords("other") } == ["10"])
  }

  /// A transaction that fails keeps neither the place nor who was told of.
  @Test func thePlaceAndWhoWasToldOfAreKeptTogetherOrNotAtAll() throws {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try register.write { writer in
        try writer.noteChanged(["1"], "fortnox")
        try writer.setEventMark("fortnox", EventMark(offset: "a", before: nil, at: noon))
        throw Failure()
      }
    }
    #expect(try register.read { try $0.syncState("fortnox") }.eventMark == nil)
    #expect(try register.read { try $0.changedRecords("fortnox") }.isEmpty)
  }
}
