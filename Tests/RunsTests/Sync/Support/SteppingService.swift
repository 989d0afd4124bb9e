import AccountingSystems
import CustomerModel
import Documents
import ERPSandbox
import Foundation
import RegisterStore
import Runs
import Synchronization
import TestSupport
import Testing
import Texts

/// A service whose steps are counted, before and after each of its calls and each page, and that does something at one of
/// them: cuts the run off there, or changes a customer meanwhile.
final class SteppingService: CustomerService {
  private struct State {
    var steps = 0
    var isCutOff = false
  }

  private let service: any CustomerService
  private let step: Int
  private let deed: @Sendable () throws -> Bool
  private let state = Mutex(State())

  /// - Parameter deed: done once, at the step of that number from 1; true cuts the run off: nothing is sent any more.
  init(_ service: any CustomerService, at step: Int, deed: @escaping @Sendable () throws -> Bool) {
    self.service = service
    self.step = step
    self.deed = deed
  }

  /// True when the step was reached.
  var isReached: Bool { state.withLock { $0.steps >= step } }

  fileprivate func pass() throws(APIFailure) {
    let isCutOff = state.withLock { state in
      if state.isCutOff { return true }
      state.steps += 1
      guard state.steps == step else { return false }
      do {
        state.isCutOff = try deed()
      } catch {
        Issue.record(error)
      }
      return state.isCutOff
    }
    if isCutOff { throw .cancelled }
  }

  fileprivate func around<Result>(_ body: () throws(APIFailure) -> Result) throws(APIFailure) -> Result {
    try pass()
    let result = try body()
    try pass()
    return result
  }

  func list(
    _ range: ListRange, started: (String) throws -> Void, isHeld: (String) throws -> Bool,
    page: ([RemoteCustomer]) throws -> Void
  ) throws -> Set<String>? {
    try pass()
    let all = try service.list(
      range,
      started: { cursor in
        try pass()
        try started(cursor)
        try pass()
      },
      isHeld: isHeld,
      page: { records in
        // Each record by itself, so that a pull can be cut off between any two.
        for record in records {
          try pass()
          try page([record])
        }
      })
    try pass()
    return all
  }

  func customer(id: String) throws(APIFailure) -> RemoteCustomer? {
    try around { () throws(APIFailure) in try service.customer(id: id) }
  }

  func customer(number: String) throws(APIFailure) -> RemoteCustomer? {
    try around { () throws(APIFailure) in try service.customer(number: number) }
  }

  func creation(_ values: [JSONNode.Member], defaults: [String: String]) throws(APIFailure) -> PreparedRequest {
    try service.creation(values, defaults: defaults)
  }

  func change(_ values: [JSONNode.Member], of record: RemoteCustomer) throws(APIFailure) -> PreparedRequest {
    try service.change(values, of: record)
  }

  func send(_ request: PreparedRequest) throws(APIFailure) -> RemoteCustomer {
    try around { () throws(APIFailure) in try service.send(request) }
  }

  var references: (any CustomerReferences)? { service.references.map { SteppingReferences($0, of: self) } }
  var changeEvents: (any CustomerChangeEvents)? { service.changeEvents.map { SteppingEvents($0, of: self) } }
  func objection(to text: String, key: String) -> Text? { service.objection(to: text, key: key) }
  func link(to id: String) -> String { service.link(to: id) }
  var requestCount: (sent: Int, throttled: Int) { service.requestCount }
}

/// The references of a service whose steps are counted.
private struct SteppingReferences: CustomerReferences {
  private let references: any CustomerReferences
  private let service: SteppingService

  init(_ references: any CustomerReferences, of service: SteppingService) {
    self.references = references
    self.service = service
  }

  func all() throws(APIFailure) -> [CustomerReference]? {
    try service.around { () throws(APIFailure) in try references.all() }
  }

  func addition(of name: String, to customer: String) -> PreparedRequest { references.addition(of: name, to: customer) }
  func removal(of reference: CustomerReference) -> PreparedRequest { references.removal(of: reference) }

  func send(_ request: PreparedRequest) throws(APIFailure) {
    try service.around { () throws(APIFailure) in try references.send(request) }
  }
}

/// The events of a service whose steps are counted.
private struct SteppingEvents: CustomerChangeEvents {
  private let events: any CustomerChangeEvents
  private let service: SteppingService

  init(_ events: any CustomerChangeEvents, of service: SteppingService) {
    self.events = events
    self.service = service
  }

  func subscribe(after position: EventPosition?) throws(ChangeEventFailure) -> any ChangeEventSubscription {
    do throws(APIFailure) { try service.pass() } catch {
      throw ChangeEventFailure(Text(verbatim: "the run was cut off"))
    }
    return SteppingSubscription(try events.subscribe(after: position), of: service)
  }

  private final class SteppingSubscription: ChangeEventSubscription {
    private let subscription: any ChangeEventSubscription
    private let service: SteppingService

    init(_ subscription: any ChangeEventSubscription, of service: SteppingService) {
      self.subscription = subscription
      self.service = service
    }

    func changes() -> ToldChanges {
      try? service.pass()
      let changes = subscription.changes()
      try? service.pass()
      return changes
    }
  }
}

extension Rehearsal {
  /// A sync that dies at a step: the register is then as it was on disk at that moment, and nothing is sent any more.
  ///
  /// - Returns: false when the sync came to its end before.
  func crash(at step: Int, _ choose: (inout SyncOptions) -> Void = { _ in }) async throws -> Bool {
    let register = register
    let file = folder.file("crash-\(UUID().uuidString).db")
    let service = SteppingService(service(), at: step) {
      try register.backUp(to: file)
      return true
    }
    _ = try await sync(service: service, choose)
    guard service.isReached else { return false }
    try reopen(file)
    return true
  }

  /// Plays the same rehearsal again and again, each time with something that happens at a later step of one of its syncs, until
  /// that sync comes to its end before.
  ///
  /// - Parameters:
  ///   - stride: how many steps later each time.
  ///   - body: plays it with a fresh sandbox and register; gives false when the step was not reached.
  /// - Returns: the first step that was not reached.
  static func atEachStep(
    of side: Side, every stride: Int = 1, _ body: (Rehearsal, _ step: Int) async throws -> Bool
  ) async throws -> Int {
    var step = stride
    while try await run(side, { try await body($0, step) }) { step += stride }
    return step
  }
}
