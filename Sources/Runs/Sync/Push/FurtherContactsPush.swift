import AccountingSystems
import CustomerModel
import Documents
import Foundation
import HTTP
import Mapping
import RegisterStore
import Texts

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
        results.planned.append(PlannedRequest(number: number, step.request))
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
        scope.finding(
          code: problem.code, number: number, remoteID: link.remoteID, PushTexts.ofCustomer(number, problem.text)))
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
    guard let refusal = PushRefusal.resting(failed, scope) else { return false }
    results.findings.append(refusal.finding(number, remoteID: link.remoteID, scope))
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
      try scope.register.write { try $0.finishPush(entry, as: .superseded, reason: PushTexts.answerIsLost) }
      results.findings.append(
        scope.finding(
          .answerLost, .warn, number: number, remoteID: remoteID,
          PushTexts.answerOfContactIsLost(number, reason: reason, label: scope.label)))
      return false
    } catch {
      guard let refusal = refusal(error, of: number) else {
        try scope.register.write { try $0.finishPush(entry, as: .superseded, reason: PushTexts.notSent) }
        throw error
      }
      try refusal.record(entry, attempts: attempts, scope)
      results.failed += 1
      results.findings.append(refusal.finding(number, remoteID: remoteID, scope))
      return false
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

  /// What was refused of this customer; nil for what ends the whole push.
  private func refusal(_ failure: APIFailure, of number: String) -> PushRefusal? {
    switch failure {
    case .record(let word, let text): PushRefusal(word: word, PushTexts.ofContactPersons(number, text))
    case .forbidden(let error):
      PushRefusal(.forbidden, PushTexts.ofContactPersons(number, error.text), remedies: error.remedies)
    case .numberTaken(let said): PushRefusal(.refused, PushTexts.ofContactPersons(number, said))
    case .gone: .gone(number, scope)
    case .unfitDefault, .outcomeUnknown, .unavailable, .spent, .cancelled: nil
    }
  }

  private func count(_ step: Step, _ results: inout Results) {
    if step.isAddition { results.added += 1 } else if step.isLast { results.removed += 1 }
  }
}
