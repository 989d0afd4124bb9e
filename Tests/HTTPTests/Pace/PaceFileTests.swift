import Foundation
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite("Processes share the pace of a quota through a file")
struct PaceFileTests {
  /// A quota of one request in ten seconds, so that a shared slot is easily told from one of one's own.
  private func pacer(
    _ path: String, _ time: SimulatedClock, trouble: @escaping @Sendable (String) -> Void = { _ in }
  ) -> RequestPacer {
    RequestPacer(
      requests: 1, seconds: 10, clock: time.clock, pace: .file(path, clock: time.clock, trouble: trouble))
  }

  /// Lets a request leave, and tells how long it had to wait.
  @discardableResult
  private func send(by pacer: RequestPacer, _ time: SimulatedClock) throws -> Double {
    let start = time.now
    pacer.left(try pacer.wait(cancellation: Cancellation()), after: 0)
    return time.now - start
  }

  @Test("what one process sent counts for the next one")
  func counts() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    try send(by: pacer(folder.file("pace"), time), time)
    time.pass(4)
    let waited = try send(by: pacer(folder.file("pace"), time), time)
    #expect(waited > 6 && waited < 7)
  }

  @Test("a process that is killed with a slot in its hands costs the others that slot and no more")
  func slotsOfTheKilledCount() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    _ = try pacer(folder.file("pace"), time).wait(cancellation: Cancellation())
    let waited = try send(by: pacer(folder.file("pace"), time), time)
    #expect(waited > 10 && waited < 11)
  }

  @Test("a slot that was not used is given back to all")
  func unusedSlotsComeBack() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    let first = pacer(folder.file("pace"), time)
    first.neverLeft(try first.wait(cancellation: Cancellation()))
    #expect(try send(by: pacer(folder.file("pace"), time), time) == 0)
  }

  @Test("who is cancelled while waiting gives the slot back")
  func cancelledWaitersGiveBack() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    try send(by: pacer(folder.file("pace"), time), time)
    let cancellation = Cancellation()
    time.plan(at: 1001) { cancellation.cancel() }
    #expect(throws: Cancellation.Requested()) { try pacer(folder.file("pace"), time).wait(cancellation: cancellation) }
    let waited = try send(by: pacer(folder.file("pace"), time), time)
    #expect(waited > 8 && waited < 10)
  }

  @Test("what the system told one process to wait holds all")
  func pausesAreShared() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    pacer(folder.file("pace"), time).pause(for: 55)
    let waited = try send(by: pacer(folder.file("pace"), time), time)
    #expect(waited >= 55 && waited < 55.1)
  }

  @Test("a pause that begins while others wait for their slots holds them too")
  func pausesReachWaiters() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    let (first, second) = (pacer(folder.file("pace"), time), pacer(folder.file("pace"), time))
    try send(by: first, time)
    time.plan(at: 1005) { first.pause(for: 100) }
    let waited = try send(by: second, time)
    #expect(waited >= 105 && waited < 105.1)
  }

  /// A line of the file as it is written, with other words in some places.
  private func line(_ change: (inout [String]) -> Void) throws -> String {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    try send(by: pacer(folder.file("pace"), time), time)
    let text = try String(contentsOfFile: folder.file("pace"), encoding: .utf8)
    var words = text.dropLast().split(separator: " ").map(String.init)
    try #require(words.count == 6)
    change(&words)
    return words.joined(separator: " ") + "\n"
  }

  @Test("what stands in the file and cannot be is passed over, and the file is whole again afterwards")
  func survivesWhatItFinds() throws {
    let whole = try line { _ in }
    let later = "0000000009999000000000"
    var contents = [
      "", "\n", "what\n?", "{}", String(repeating: "x", count: 100_000), "kundreg-pace 1\n", "kundreg-pace 2" + whole,
      String(whole.prefix(40)), String(whole.dropLast()), whole + whole, String(whole.dropFirst(3)),
      // Of a start of the computer before this one.
      try line {
        $0[2] = "00000000-0000-0000-0000-000000000000"; $0[4] = "0000001500000000000"
      },
      // By a clock that went on further than this one: it was set back.
      try line {
        $0[3] = "0000002000000000000"; $0[4] = "0000002010000000000"
      },
      // Moments that nobody gives out.
      try line { $0[4] = "9000000000000000000" }, try line { $0[5] = "9000000000000000000" },
      try line { $0[4] = later },
      try line { $0[4] = "-000000000000000001" }, try line { $0[4] = "00000000000000000x0" },
    ].map { Array($0.utf8) }
    contents.append([UInt8](repeating: 0, count: 110))
    contents.append((0..<110).map { UInt8(truncatingIfNeeded: $0 * 37 + 200) })
    for bytes in contents {
      let folder = try TemporaryFolder()
      let time = SimulatedClock()
      let path = try folder.write(bytes, to: "pace")
      #expect(try send(by: pacer(path, time), time) == 0, "\(bytes.prefix(60))")
      let waited = try send(by: pacer(path, time), time)
      #expect(waited > 10 && waited < 11, "\(bytes.prefix(60))")
    }
  }

  @Test("the file taken away under open processes is made anew, and shared again")
  func survivesItsFilesRemoval() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    let (first, second) = (pacer(folder.file("pace"), time), pacer(folder.file("pace"), time))
    try send(by: first, time)
    try send(by: second, time)
    try FileManager.default.removeItem(atPath: folder.file("pace"))
    time.pass(60)
    try send(by: first, time)
    let waited = try send(by: second, time)
    #expect(waited > 10 && waited < 11)
  }

  @Test("where there can be no such file, the pace is the process' own, and that is told once")
  func tellsWhatCannotBeUsed() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("folder"), withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(atPath: folder.file("link"), withDestinationPath: folder.file("other"))
    try #require(mkfifo(folder.file("pipe"), 0o600) == 0)
    for (name, reason) in [
      ("folder", "Is a directory"), ("link", "Too many levels of symbolic links"), ("pipe", "Invalid argument"),
      ("missing/pace", "No such file or directory"),
    ] {
      let time = SimulatedClock()
      let told = Mutex<[String]>([])
      let pacer = pacer(folder.file(name), time) { trouble in told.withLock { $0.append(trouble) } }
      #expect(try send(by: pacer, time) == 0)
      let waited = try send(by: pacer, time)
      #expect(waited > 10 && waited < 11)
      #expect(told.withLock { $0 } == ["\(folder.file(name)) cannot be used: \(reason)"])
    }
    #expect(!FileManager.default.fileExists(atPath: folder.file("other")))
  }

  @Test("a process that was stopped with the lock in its hands does not stop the others")
  func survivesALockThatStays() throws {
    let folder = try TemporaryFolder()
    let time = SimulatedClock()
    let path = folder.file("pace")
    try send(by: pacer(path, time), time)
    let descriptor = open(path, O_RDWR)
    try #require(flock(descriptor, LOCK_EX) == 0)
    let file = PaceFile(path: path, clock: time.clock, patience: 3) { _ in }
    var known = PaceState()
    file.change { state, _ in
      known = state
      state.next += 5
    }
    #expect(known.next > 1010)
    // Killed at last: the system takes the lock back.
    close(descriptor)
    let waited = try send(by: pacer(path, time), time)
    #expect(waited > 15 && waited < 16)
  }

  @Test("two programs with the same client share a quota, two clients do not")
  func isOneForEachQuota() throws {
    let folder = PaceFolder(path: try TemporaryFolder().path)
    #expect(folder.file(of: "visma~a.example:80~klient") == folder.path + "/visma~a.example%3A80~klient.pace")
    #expect(folder.file(of: "x~" + String(repeating: "/a", count: 300)).utf8.count < folder.path.utf8.count + 255)
    let temporary = try TemporaryFolder()
    let time = SimulatedClock()
    func pacer(_ quota: String) -> RequestPacer {
      PacerRegistry(clock: time.clock, folder: PaceFolder(path: temporary.path))
        .pacer(quota: quota, requests: 1, seconds: 10)
    }
    try send(by: pacer("visma~klient"), time)
    #expect(try send(by: pacer("visma~annan"), time) == 0)
    #expect(try send(by: pacer("visma~klient"), time) > 10)
  }
}
