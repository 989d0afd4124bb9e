import AccountingSystems
import CustomerModel
import Documents
import Foundation
import Mapping
import RegisterStore

/// Adds and removes names of contact persons in the accounting system: each request in the journal before it leaves. A request
/// whose answer is lost is not repeated: the list that the next run begins with tells what became of it.
struct FurtherContactsPush {
  private let contacts: FurtherContacts
  private let references: any CustomerReferences
  private let run: Int?
  private var scope: SyncScope { contacts.scope }

  /// What came of it, or would.
  struct Results {
    var added = 0
    var removed = 0
    var failed = 0
    var findings: [SyncFinding] = []
    var planned: [PlannedRequest] = []
    /// Why no more was sent.
    var failure: (any Error)?
  }

  /// One request, and what is agreed on when it is carried out.
  private struct Step {
    let key: String
    let isAddition: Bool
    /// False for a row after which others of the same name are still there.
    var isLast = true
    let request: PreparedRequest
  }

  init(_ contacts: FurtherContacts, references: any CustomerReferences, run: Int?) {
    self.contacts = contacts
    self.references = references
    self.run = run
  }

  /// What would be sent, after the merge that is about to be rolled back.
  func plan(in reader: RegisterReader) throws -> Results {
    var results = Results()
    for customer in try contacts.customers(in: reader) {
      guard let (number, _, steps) = try steps(customer, in: reader, &results) else { continue }
      for step in steps {
        results.planned.append(
          PlannedRequest(
            number: number, method: step.request.method.rawValue, path: step.request.path,
            body: (try? JSONNode(parsing: step.request.body)) ?? .null))
        count(step, &results)
      }
    }
    return results
  }

  func perform() throws -> Results {
    var results = Results()
    var customers = try scope.register.read { try contacts.customers(in: $0) }
    // Where not all get their turn, those who fail each time must not be the first each time.
    if scope.context.budget.isLimited { customers.shuffle() }
    for customer in customers {
      guard let (number, remoteID, steps) = try scope.register.read({ try steps(customer, in: $0, &results) }) else {
        continue
      }
      for step in steps {
        do {
          guard try send(step, customer, number, remoteID, &results) else { break }
        } catch let failure as APIFailure {
          results.failure = failure
          return results
        }
      }
    }
    return results
  }

  private func steps(
    _ customer: Int64, in reader: RegisterReader, _ results: inout Results
  ) throws -> (number: String, remoteID: String, steps: [Step])? {
    guard let (link, card) = try contacts.subject(customer, in: reader), let number = card[.number] else { return nil }
    let decision = contacts.decide(link, card)
    for problem in decision.problems {
      results.findings.append(
        scope.finding(problem.code, number: number, remoteID: link.remoteID, "Customer \(number): \(problem.message)"))
    }
    let steps =
      decision.added.map { name in
        Step(key: name.key, isAddition: true, request: references.addition(of: name.text, to: link.remoteID))
      }
      + decision.removed.flatMap { name in
        name.rows.map { row in
          Step(key: name.key, isAddition: false, isLast: row == name.rows.last, request: references.removal(of: row))
        }
      }
    guard !steps.isEmpty, try !waits(customer, number, link, in: reader, &results) else { return nil }
    return (number, link.remoteID, steps)
  }

  /// True for a customer of whom something else is to be settled first, or whose names were refused not long ago.
  private func waits(
    _ customer: Int64, _ number: String, _ link: CustomerLink, in reader: RegisterReader, _ results: inout Results
  ) throws -> Bool {
    if try reader.pendingPushes(scope.system).contains(where: { $0.customer == customer }) { return true }
    guard let failed = try reader.lastFailedPush(scope.system, customer: customer) else { return false }
    guard failed.fields == [FurtherNames.slot] else { return true }
    guard !scope.options.retriesAll, let retry = failed.retryAfter, let time = SyncTime.date(retry),
      time > scope.context.now()
    else { return false }
    results.findings.append(
      scope.finding(
        failed.code ?? "push.failed", number: number, remoteID: link.remoteID,
        "\(failed.reason ?? "The last attempt failed.") It is tried again after \(retry), "
          + "or at once with: kundreg sync \(ShellWord.quoted(scope.system)) --retry"))
    return true
  }

  /// Sends one request. False when the customer's others have to wait.
  private func send(
    _ step: Step, _ customer: Int64, _ number: String, _ remoteID: String, _ results: inout Results
  ) throws -> Bool {
    if scope.context.cancellation.isCancelled { throw APIFailure.cancelled }
    let attempts =
      try scope.register.read { try $0.lastFailedPush(scope.system, customer: customer)?.attempts ?? 0 } + 1
    let entry = try scope.register.write { writer in
      let base = try writer.link(scope.system, customer: customer)?.record ?? "{}"
      return try writer.beginPush(
        PushEntry(
          system: scope.system, customer: customer, number: number, kind: .update,
          method: step.request.method.rawValue, path: step.request.path,
          body: String(decoding: step.request.body, as: UTF8.self), base: base, fields: [FurtherNames.slot], run: run
        ),
        at: scope.context.now())
    }
    do {
      try references.send(step.request)
    } catch .gone where !step.isAddition {
      // Somebody else removed it.
    } catch .outcomeUnknown(let reason) {
      try scope.register.write { try $0.finishPush(entry, as: .superseded, reason: "The answer was lost.") }
      results.findings.append(
        scope.finding(
          "push.answerLost", .warn, number: number, remoteID: remoteID,
          "The answer for a contact person of customer \(number) was lost: \(reason). The next sync finds out by "
            + "\(scope.label)'s list whether it was carried out."))
      return false
    } catch .record(let code, let message) {
      try fail(
        entry, "push.\(code)", "Customer \(number), contact persons: \(message)", attempts, number, remoteID, &results)
      return false
    } catch .forbidden(let error) {
      try fail(
        entry, "push.forbidden", "Customer \(number), contact persons: \(error.message)", attempts, number, remoteID,
        &results)
      return false
    } catch .numberTaken(let message) {
      try fail(
        entry, "push.refused", "Customer \(number), contact persons: \(message)", attempts, number, remoteID, &results)
      return false
    } catch .gone {
      try fail(
        entry, "sync.deletedThere", PushStep.deletedThere(number, scope), attempts, number, remoteID, &results)
      return false
    } catch {
      try scope.register.write { try $0.finishPush(entry, as: .superseded, reason: "Not sent.") }
      throw error
    }
    try scope.register.write { writer in
      if step.isLast, var link = try writer.link(scope.system, customer: customer), var agreed = link.agreed {
        FurtherNames.agree(on: step.key, isThere: step.isAddition, in: &agreed)
        link.agreed = agreed
        try writer.save(link)
      }
      try writer.finishPush(entry, as: .done)
    }
    count(step, &results)
    return true
  }

  private func fail(
    _ entry: Int64, _ code: String, _ message: String, _ attempts: Int, _ number: String, _ remoteID: String,
    _ results: inout Results
  ) throws {
    let now = scope.context.now()
    try scope.register.write { writer in
      try writer.finishPush(
        entry, as: .failed, code: code, reason: IdentityMask.masked(message),
        retryAfter: now.addingTimeInterval(SyncPush.backoff(attempts: attempts)), at: now)
    }
    results.failed += 1
    results.findings.append(scope.finding(code, number: number, remoteID: remoteID, message))
  }

  private func count(_ step: Step, _ results: inout Results) {
    if step.isAddition { results.added += 1 } else if step.isLast { results.removed += 1 }
  }
}
