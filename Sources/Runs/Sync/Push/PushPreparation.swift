import HTTP
import Documents
import AccountingSystems
import CustomerModel
import Mapping
import RegisterStore

/// What is seen to before a customer is written: that nothing is written over unseen, and that the journal knows.
struct PushPreparation {
  private let scope: SyncScope
  private let plan: PushStep.Plan
  private let telling: PushTelling

  init(_ plan: PushStep.Plan, _ scope: SyncScope, telling: PushTelling) {
    self.plan = plan
    self.scope = scope
    self.telling = telling
  }

  struct Present {
    /// The record as it is now; nil when there is none yet.
    let record: RemoteCustomer?
  }

  /// A request that stands in the journal.
  struct Intent {
    let id: Int64
    /// Which attempt in a row it is, from 1.
    let attempts: Int
    /// What the request has by the configuration.
    let defaults: [String: String]
  }

  /// True when the same was refused not long ago: then it waits, and what is known of it is told again. A record that has changed
  /// there since may have been mended: that it is refused is no longer known.
  func isResting() throws -> Bool {
    let failed = try scope.register.read { try $0.lastFailedPush(scope.system, customer: plan.key.id) }
    guard let failed, let refusal = PushRefusal.resting(failed, scope), failed.fields == plan.paths,
      failed.base == plan.link?.record, let updated = plan.card[.updated], updated <= failed.createdAt
    else { return false }
    telling.queue(plan, refusal)
    return true
  }

  /// The request, and the record that it is written over; nil when the customer has to wait, or was found to be gone.
  func request() throws -> (request: PreparedRequest, present: Present)? {
    let creation = plan.link == nil ? try creation() : nil
    guard let present = try present() else { return nil }
    return (try creation ?? PushStep.request(plan, over: present.record, scope), present)
  }

  /// A creation rests on no record: what it lacks is told before anything is asked. Only where this run listed nothing, a customer
  /// that is there already lacks nothing: it is paired.
  private func creation() throws -> PreparedRequest? {
    do {
      return try PushStep.request(plan, over: nil, scope)
    } catch let failure as APIFailure {
      switch failure {
      case .record, .unfitDefault:
        guard scope.options.direction == .push, try scope.service.customer(number: plan.key.number) != nil else {
          throw failure
        }
        return nil
      default: throw failure
      }
    }
  }

  /// Reads the record back before it is written: what changed there meanwhile is merged first. Nil when the customer has
  /// to wait.
  private func present() throws -> Present? {
    guard let link = plan.link else {
      // A number that is there already is paired, not created again.
      guard let found = try scope.service.customer(number: plan.key.number) else { return Present(record: nil) }
      return try wait(for: found)
    }
    guard let record = try scope.service.customer(id: link.remoteID) else {
      // Told each night until a full sync, which inactivates it here, or a person settles it.
      telling.fail(plan, .gone(plan.key.number, scope))
      return nil
    }
    guard scope.reading.saysTheSame(record.object, try link.remote().object) else { return try wait(for: record) }
    return Present(record: record)
  }

  private func wait(for record: RemoteCustomer) throws -> Present? {
    try scope.register.write { try $0.receive(record, scope.system) }
    telling.queue()
    return nil
  }

  /// Writes the request into the journal. Nil when the customer changed since the plan was made: then it waits.
  func intend(_ request: PreparedRequest, over record: RemoteCustomer?, run: Int?) throws -> Intent? {
    try scope.register.write { writer -> Intent? in
      guard try writer.key(ofCustomer: plan.key.id) == plan.key else {
        telling.queue()
        return nil
      }
      let failed = try writer.lastFailedPush(scope.system, customer: plan.key.id)
      let id = try writer.beginPush(
        PushEntry(
          system: scope.system, customer: plan.key.id, number: plan.key.number,
          kind: plan.link == nil ? .create : .update, method: request.method.rawValue, path: request.path,
          body: String(decoding: request.body, as: UTF8.self), base: record?.object.json, fields: plan.paths, run: run),
        at: scope.context.now())
      // What has changed there and is no field here was seen, too: it must not look like a change since this request.
      if let record, let link = try writer.link(scope.system, customer: plan.key.id), link.record != record.object.json
      {
        try writer.save(link.seen(record))
      }
      return Intent(id: id, attempts: (failed?.attempts ?? 0) + 1, defaults: request.defaults)
    }
  }
}
