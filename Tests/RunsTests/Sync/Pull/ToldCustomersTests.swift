import AccountingSystems
import ConfigurationFile
import ERPSandbox
import Foundation
import HTTP
import RegisterStore
import Runs
import Synchronization
import Testing

/// The customers whom events tell of: how they are asked for, and when they are forgotten.
struct ToldCustomersTests {
  /// One that was created a moment ago may not be shown yet.
  @Test func whomNobodyKnowsIsAskedForOnceMoreBeforeItIsForgotten() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try rehearsal.register.write { try $0.noteChanged(["9999"], rehearsal.system.name) }
      for waiting in [["9999"], []] {
        let numbers = try await rehearsal.asked {
          let outcome = try await rehearsal.nextNight()
          #expect(outcome.codes == [])
        }
        #expect(numbers == ["9999"])
        #expect(try rehearsal.toldAndWaiting() == waiting)
      }
      #expect(try await rehearsal.asked { try await rehearsal.nextNight() } == [])
    }
  }

  @Test func whoWasNotShownAtOnceIsFoundByTheNextSync() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try rehearsal.register.write { try $0.noteChanged(["3001"], rehearsal.system.name) }
      try await rehearsal.nextNight()
      try await rehearsal.addThere("3001", ["name": "Ny AB"])
      // Without what that tells anew.
      rehearsal.system.changeEvents = false
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("3001", "name") == "Ny AB")
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }

  /// Also whoever was found there although a list lacked it.
  @Test func whoseRecordCameOtherwiseIsNotAskedForAgain() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      let numbers = (2001...2006).map(String.init)
      try rehearsal.register.write { try $0.noteChanged(numbers, rehearsal.system.name) }
      try await rehearsal.fault("emptyList", count: 100)
      try await rehearsal.nextNight {
        $0.isFull = true
        $0.maximumInactivated = 1
      }
      try await rehearsal.clearFaults()
      for number in numbers { #expect(try rehearsal.here(number, "active") == "1") }
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }

  /// Notes how many records are asked for at once.
  private final class CountingSender: HTTPSender {
    private let http = HTTPClient()
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func send(_ request: HTTPRequest) throws(HTTPFailure) -> HTTPResponse {
      guard request.method == .get, request.url.contains("/customers/") else { return try http.send(request) }
      counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) }
      defer { counts.withLock { $0.now -= 1 } }
      Thread.sleep(forTimeInterval: 0.05)
      return try http.send(request)
    }
  }

  @Test func severalAreAskedForAtOnce() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      for number in 2001...2006 { try await rehearsal.editThere(String(number), ["comments": "Ring först"]) }
      try await rehearsal.advance(86_400)
      let sender = CountingSender()
      try await rehearsal.sync(service: rehearsal.service(sender: sender))
      #expect((2...4).contains(sender.most))
      for number in 2001...2006 { #expect(try rehearsal.here(String(number), "comments") == "Ring först") }
    }
  }

  /// The names of further contact persons are listed after all told customers were asked for, as many as may be.
  @Test func howeverManyWereToldAndHoweverLongTheListOfNamesEachRunSendsSomebody() async throws {
    try await Rehearsal.withEvents { rehearsal in
      for number in 2001...2030 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.setReferencesThere("2030", (1...150).map { "Person \($0)" })
      try await rehearsal.nextNight()
      for number in 2001...2020 { try await rehearsal.editThere(String(number), ["comments": "Därifrån"]) }
      for number in 2021...2024 { try rehearsal.editHere(String(number), ["comments": "Härifrån"]) }
      for night in 1...3 {
        try await rehearsal.advance(86_400)
        let outcome = try await rehearsal.sync(budget: RequestBudget(12))
        #expect(outcome.hasMore && outcome.pushed.updated > 0, "night \(night): \(outcome.told)")
        // The second page of names is one more than was counted in advance.
        #expect(outcome.requests <= 13)
      }
    }
  }

  @Test func moreDeletionsThanAreAllowedWaitUntilTheyAre() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      for number in ["2001", "2002", "2003"] { try await rehearsal.deleteThere(number) }
      for _ in 1...2 {
        let outcome = try await rehearsal.nextNight()
        #expect(outcome.codes == ["sync.missing"])
        #expect(outcome.findings.first?.message.hasPrefix("3 of 6 linked customers are no longer in Fortnox") == true)
        #expect(try rehearsal.here("2001", "active") == "1")
      }
      let numbers = try await rehearsal.asked {
        let outcome = try await rehearsal.nextNight { $0.maximumInactivated = 1 }
        #expect(outcome.codes == ["sync.deletedThere", "sync.deletedThere", "sync.deletedThere"])
      }
      #expect(numbers == ["2001", "2002", "2003"])
      #expect(try rehearsal.here("2001", "active") == "0")
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }

  /// Known as deleted, and active here again by somebody's hand.
  @Test func whoIsKnownAsDeletedIsNotInactivatedAgain() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try await rehearsal.deleteThere("2003")
      try await rehearsal.nextNight()
      try rehearsal.editHere("2003", ["active": "1"])
      try rehearsal.register.write { try $0.noteChanged(["2003"], rehearsal.system.name) }
      try await rehearsal.nextNight()
      #expect(try rehearsal.here("2003", "active") == "1")
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }

  @Test func asManyAreFetchedAsMayBeAndTheOthersNextTime() async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      for number in 3001...3020 { try await rehearsal.addThere(String(number), ["name": "Kund \(number) AB"]) }
      var outcomes: [SyncOutcome] = []
      var numbers: [String] = []
      repeat {
        try await rehearsal.advance(86_400)
        numbers += try await rehearsal.asked {
          outcomes.append(try await rehearsal.sync(budget: RequestBudget(12)))
        }
      } while outcomes.last?.hasMore == true && outcomes.count < 10
      #expect(outcomes.count > 2)
      #expect(
        outcomes.dropFirst().allSatisfy {
          $0.notes.contains { $0.message.hasPrefix("Fortnox's events told of 0 customers, and earlier ones of ") }
        }, "\(outcomes.map(\.told))")
      #expect(outcomes.allSatisfy { $0.requests <= 12 && $0.interruption == nil })
      #expect(numbers == numbers.filter { $0 != "list" } && Set(numbers).count == 20 && numbers.count == 20)
      try await rehearsal.expectAgreement()
    }
  }

  /// More are gone than may be asked for in one run: they do not hold up what else is told, and become inactive once as many may
  /// as could be gone.
  @Test(arguments: [0.2, 1])
  func moreDeletionsThanMayBeAskedForHoldUpNobody(maximumInactivated: Double) async throws {
    try await Rehearsal.withEvents { rehearsal in
      for number in 2001...2030 { try rehearsal.addHere(String(number), ["name": "Kund \(number) AB"]) }
      try await rehearsal.sync()
      try await rehearsal.nextNight()
      for number in 2011...2030 { try await rehearsal.deleteThere(String(number)) }
      try await rehearsal.editThere("2001", ["comments": "Därifrån"])
      try rehearsal.editHere("2002", ["comments": "Härifrån"])
      var outcomes: [SyncOutcome] = []
      func isDone() async throws -> Bool {
        let isFetched = try rehearsal.here("2001", "comments") == "Därifrån"
        let isSent = try await rehearsal.there("2002", "comments") == "Härifrån"
        let areGone = try (2011...2030).allSatisfy { try rehearsal.here(String($0), "active") == "0" }
        return isFetched && isSent && (areGone || maximumInactivated < 1)
      }
      while try await !isDone(), outcomes.count < 40 {
        try await rehearsal.advance(86_400)
        outcomes.append(
          try await rehearsal.sync(budget: RequestBudget(12)) { $0.maximumInactivated = maximumInactivated })
        #expect(outcomes.last?.interruption == nil)
      }
      #expect(try await isDone(), "\(outcomes.map(\.told))")
      // Whatever there is to be asked for, each run keeps enough for sending somebody.
      #expect(outcomes.first?.pushed.updated == 1)
      let inactive = try (2011...2030).count { try rehearsal.here(String($0), "active") == "0" }
      #expect(inactive == (maximumInactivated < 1 ? 0 : 20))
      if maximumInactivated < 1 { #expect(outcomes.allSatisfy { $0.codes.contains("sync.missing") }) }
    }
  }

  /// What waits is fetched also by runs that read no events.
  @Test(arguments: [true, false])
  func whatWasToldIsFetchedAlthoughEventsAreNoLongerAskedFor(isFull: Bool) async throws {
    try await Rehearsal.inStepWithEvents { rehearsal in
      try await rehearsal.editThere("2002", ["comments": "Ring först"])
      try await rehearsal.deleteThere("2003")
      try rehearsal.forgetTheChanges()
      try rehearsal.register.write { try $0.noteChanged(["2002", "2003"], rehearsal.system.name) }
      rehearsal.system.changeEvents = false
      try await rehearsal.nextNight { $0.isFull = isFull }
      #expect(try rehearsal.here("2002", "comments") == "Ring först")
      #expect(try rehearsal.here("2003", "active") == "0")
      #expect(try rehearsal.toldAndWaiting() == [])
    }
  }
}
