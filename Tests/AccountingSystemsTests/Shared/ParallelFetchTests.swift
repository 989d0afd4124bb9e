import Dispatch
import Documents
import Synchronization
import Testing

@testable import AccountingSystems

struct ParallelFetchTests {
  private static func record(_ id: String) -> RemoteCustomer {
    RemoteCustomer(id: id, number: id, object: .null, changed: nil)
  }

  @Test func severalAreFetchedAtOnceAndGivenInTheirOrder() {
    // Each waits for all four: with fewer workers none would come back before the time is up.
    let arrived = DispatchSemaphore(value: 0)
    let gate = DispatchSemaphore(value: 0)
    let late = Mutex(0)
    let watch = DispatchQueue(label: "watch")
    watch.async {
      for _ in 0..<4 where arrived.wait(timeout: .now() + 20) == .timedOut { late.withLock { $0 += 1 } }
      for _ in 0..<4 { gate.signal() }
    }
    let outcome = ParallelFetch.records(of: ["1", "2", "3", "4"], workers: 4) { (id) throws(APIFailure) in
      arrived.signal()
      gate.wait()
      return Self.record(id)
    }
    #expect(late.withLock { $0 } == 0)
    #expect(outcome.records.map(\.id) == ["1", "2", "3", "4"])
    #expect(outcome.failure == nil)
  }

  @Test func whatIsGoneIsLeftOut() {
    let outcome = ParallelFetch.records(of: ["1", "2"], workers: 4) { (id) throws(APIFailure) in
      id == "1" ? nil : Self.record(id)
    }
    #expect(outcome.records.map(\.id) == ["2"])
    #expect(outcome.gone == ["1"])
  }

  @Test func afterAFailureNothingMoreIsAskedFor() {
    let asked = Mutex<[String]>([])
    let outcome = ParallelFetch.records(of: ["1", "2", "3"], workers: 1) { (id) throws(APIFailure) in
      asked.withLock { $0.append(id) }
      if id == "2" { throw .cancelled }
      return Self.record(id)
    }
    #expect(asked.withLock { $0 } == ["1", "2"])
    #expect(outcome.records.map(\.id) == ["1"])
    // Nobody knows of the others whether they are there.
    #expect(outcome.gone == [])
    #expect(outcome.failure == .cancelled)
  }

  @Test func nothingIsFetchedForNothing() {
    let outcome = ParallelFetch.records(of: [], workers: 4) { (id) throws(APIFailure) in Self.record(id) }
    #expect(outcome.records.isEmpty)
    #expect(outcome.failure == nil)
  }
}
