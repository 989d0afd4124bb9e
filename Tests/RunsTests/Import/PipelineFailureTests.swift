import CustomerModel
import Differ
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts
import Writers

@testable import Runs

@Suite struct PipelineFailureTests {
  private let office: Office
  init() throws {
    office = try Office()
    try office.importing(text: "Nr;Namn\n1;A\n")
  }

  /// Rows enough that many were taken when the fault comes, and more than may wait in the queue.
  private static let count = 30_000

  @Test func aTextThatBreaksOffInTheMiddleChangesNothing() throws {
    let rows = (0..<Self.count).map { #"{"number":"j\#($0)","name":"Kund"}"# }.joined(separator: ",\n")
    try office.folder.write("[\(rows)", to: "k.json")
    let error = try office.failure("k.json")
    #expect(error.status == .unreadableInput)
    #expect(try office.importing(text: "Nr;Namn\n1;A\n").counts.unchanged == 1)
  }

  @Test func aWorkbookThatIsDamagedInTheMiddleChangesNothing() throws {
    let path = office.folder.file("k.xlsx")
    let writer = try WorkbookWriter(path: path)
    try writer.addSheet("Kunder", columns: ["Nr", "Namn"].map { WorkbookWriter.Column($0) })
    for row in 0..<Self.count { try writer.append(["x\(row)", "Kund \(row * 7919 % 10_007)"]) }
    try writer.finish()
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let middle = bytes.count / 2
    for place in middle..<middle + 64 { bytes[place] ^= 0x5A }
    try office.folder.write(bytes, to: "k.xlsx")
    let error = try office.failure("k.xlsx")
    #expect(error.status == .unreadableInput)
    #expect(try office.files == ["k.xlsx", "kunder.csv"])
  }

  @Test func aRunThatIsStoppedWhileTheReaderIsAheadEnds() throws {
    let rows = (0..<Self.count).map { "y\($0);\($0 == 10 ? "" : "Kund")\n" }.joined()
    try office.folder.write("Nr;Namn\n" + rows, to: "k.csv")
    #expect(try office.failure("k.csv") { $0.maximumRejects = .count(0) }.code == "rejects.tooMany")

    final class Refusing: ChangeSink {
      func add(_ change: CustomerChange) throws {
        throw KundregError(.failed, code: "sink.full", Text(verbatim: "The disk is full."))
      }
    }
    let before = try office.state()
    #expect(throws: KundregError(.failed, code: "sink.full", Text(verbatim: "The disk is full."))) {
      try office.importing("k.csv", changes: Refusing())
    }
    let after = try office.state()
    #expect(after == before)
    #expect(try office.files == ["k.csv", "k.csv.rejects.csv", "kunder.csv"])
  }
}

@Suite struct BoundedQueueTests {
  private struct Broken: Error {}

  /// Runs `body` on a thread of its own and waits for it.
  private func beside(_ body: @escaping @Sendable () -> Void, while meanwhile: () throws -> Void) rethrows {
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
      body()
      done.signal()
    }
    thread.start()
    try meanwhile()
    done.wait()
  }

  @Test(arguments: [1, 2, 7])
  func everyValueComesInOrder(capacity: Int) throws {
    let queue = BoundedQueue<Int>(capacity: capacity)
    try beside {
      for value in 0..<1_000 { _ = queue.put(value) }
      queue.finish()
    } while: { () throws in
      for value in 0..<1_000 { #expect(try queue.take() == value) }
      #expect(try queue.take() == nil)
    }
  }

  /// Large values take the room of several, and one that is larger than the queue all of it.
  @Test func largeValuesWaitUntilThereIsRoom() throws {
    let queue = BoundedQueue<Int>(capacity: 4)
    #expect(queue.put(0))
    #expect(queue.put(1, size: 3))
    try beside {
      for value in 2..<6 { _ = queue.put(value, size: 9) }
      queue.finish()
    } while: { () throws in
      var most = 0
      for value in 0..<6 {
        #expect(try queue.take() == value)
        Thread.sleep(forTimeInterval: 0.01)
        if value > 0 { most = max(most, queue.count) }
      }
      #expect(most == 1)
      #expect(try queue.take() == nil)
    }
  }

  @Test(arguments: [1, 4, 9])
  func aTakerThatLeavesSetsTheProducerOfALargeValueFree(size: Int) throws {
    let queue = BoundedQueue<Int>(capacity: 4)
    try beside {
      var value = 0
      while queue.put(value, size: size) { value += 1 }
      queue.finish()
    } while: { () throws in
      #expect(try queue.take() == 0)
      queue.cancel()
    }
  }

  @Test func aFailureComesAfterTheValuesBeforeIt() throws {
    let queue = BoundedQueue<Int>(capacity: 4)
    try beside {
      for value in 0..<3 { _ = queue.put(value) }
      queue.finish(throwing: Broken())
    } while: { () throws in
      for value in 0..<3 { #expect(try queue.take() == value) }
      #expect(throws: Broken.self) { try queue.take() }
    }
  }

  @Test(arguments: [0, 1, 5])
  func aTakerThatLeavesSetsAWaitingProducerFree(taken: Int) throws {
    let queue = BoundedQueue<Int>(capacity: 2)
    try beside {
      var value = 0
      while queue.put(value) { value += 1 }
      queue.finish()
    } while: { () throws in
      for value in 0..<taken { #expect(try queue.take() == value) }
      queue.cancel()
    }
  }
}
