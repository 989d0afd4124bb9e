import Synchronization
import Documents
import AccountingSystems
import CustomerModel
import Differ
import Mapping
import RegisterStore

/// What becomes of a request that left: of the system's answer, or of the want of one.
struct PushAnswer {
  private let scope: SyncScope
  private let plan: PushStep.Plan
  private let intent: PushPreparation.Intent
  /// The record as it was before; nil for a new customer.
  private let before: RemoteCustomer?
  private let telling: PushTelling

  init(
    to intent: PushPreparation.Intent, of plan: PushStep.Plan, over before: RemoteCustomer?, _ scope: SyncScope,
    telling: PushTelling
  ) {
    self.scope = scope
    self.plan = plan
    self.intent = intent
    self.before = before
    self.telling = telling
  }

  // MARK: Taken

  /// The system took the request: its answer, mapped back, is what the two agree on now.
  func take(_ reply: RemoteCustomer) throws {
    let notTaken = try agree(on: reply)
    telling.results.withLock { results in
      results.forbidden = 0
      results.count(plan)
      results.unfitDefaults.prove(intent.defaults)
    }
    for path in notTaken {
      telling.add(
        scope.finding(
          .notTaken, number: plan.key.number, remoteID: reply.id,
          PushTexts.wasNotTaken(path.columnHeading, number: plan.key.number, label: scope.label)))
    }
  }

  /// - Returns: the fields that the system did not take, whatever it answered.
  private func agree(on reply: RemoteCustomer) throws -> [FieldPath] {
    let record = scope.reading.read(reply.object, as: plan.card)
    let earlier = before.map { scope.reading.read($0.object, as: plan.card).incoming } ?? IncomingCard([:])
    let told = Retelling(plan.card, over: reply.object, isCreation: plan.link == nil, scope).incoming
    return try scope.register.write { writer in
      let present = try writer.link(scope.system, customer: plan.key.id)
      // What a person decided while the request was on its way stands, and is seen to by the next run.
      let isDecidedMeanwhile = present.map { $0.agreed != plan.link?.agreed } ?? false
      var (agreed, notTaken) = CardMerge.agreedAfterPush(
        present?.agreed ?? AgreedState(), pushed: plan.paths, card: plan.card, reply: record.incoming, before: earlier,
        told: told, incoming: scope.reading.fields)
      if plan.link == nil {
        // What the system fills in by itself is no change that anybody made. What could not be sent is agreed by nobody: it is
        // told until it is mended, and a value that somebody types there meanwhile is a conflict.
        let unsent = scope.outgoing.fields.filter { plan.card[$0] != nil }
        for path in scope.reading.fields.subtracting(plan.paths).subtracting(unsent) {
          agreed.agree(path, register: plan.card[path], erp: record[path])
        }
      }
      var link =
        present
        ?? CustomerLink(
          system: scope.system, customer: plan.key.id, remoteID: reply.id, remoteNumber: reply.number, agreed: nil,
          record: reply.object.json, changed: reply.changed)
      link = link.seen(reply)
      link.agreed = agreed
      if plan.paths.contains(where: { scope.reading.isNumber($0) }) {
        link.doubts = scope.reading.doubts(record.problems, of: record).count
      }
      let isSettled = notTaken.isEmpty && plan.problems.isEmpty && plan.withheld.isEmpty && !isDecidedMeanwhile
      link.syncedRevision = isSettled ? plan.key.revision : 0
      try writer.save(link)
      try writer.finishPush(intent.id, as: .done)
      return notTaken
    }
  }

  // MARK: Not taken

  /// - Throws: what ends the whole push.
  func settle(_ failure: APIFailure) throws {
    let number = plan.key.number
    switch failure {
    case .record(let code, let text): try refuse(PushRefusal(word: code, PushTexts.ofCustomer(number, text)))
    case .forbidden(let error):
      try refuse(PushRefusal(.forbidden, PushTexts.ofCustomer(number, error.text), remedies: error.remedies))
      endWhereAllAreForbidden(error)
    case .unfitDefault(let unfit):
      // It rests for nothing: the configuration may be mended at any time.
      try PushRefusal(word: unfit.code, unfit.message)
        .record(intent.id, attempts: intent.attempts, rests: false, scope)
      telling.keepOut(plan, unfit)
    case .numberTaken(let said):
      try refuse(PushRefusal(.numberTaken, PushTexts.numberIsTaken(said, number: number, label: scope.label)))
    case .gone: try refuse(.gone(number, scope))
    case .outcomeUnknown(let reason):
      // What the record says now tells what became of the request. When even that cannot be asked, the intent stays in the
      // journal and the next run asks.
      if let record = try writtenRecord() { return try take(record) }
      try refuse(PushRefusal(.answerLost, PushTexts.wasNotCarriedOut(number, reason: reason)), rests: false)
    case .unavailable, .spent, .cancelled:
      // Nothing was carried out: the intent has served its time.
      try scope.register.write { try $0.finishPush(intent.id, as: .superseded, reason: PushTexts.notSent) }
      throw failure
    }
  }

  private func refuse(_ refusal: PushRefusal, rests: Bool = true) throws {
    try refusal.record(intent.id, attempts: intent.attempts, rests: rests, scope)
    telling.fail(plan, refusal)
  }

  private func endWhereAllAreForbidden(_ error: KundregError) {
    telling.results.withLock { results in
      results.forbidden += 1
      let isAnyWritten = results.pushed.created + results.pushed.updated > 0
      guard results.forbidden >= SyncLimits.forbiddenInARow, !isAnyWritten, results.failure == nil else { return }
      results.failure = APIFailure.unavailable(error)
      results.whyAllAreForbidden = error
    }
  }

  /// The record as it is now, when it is another than before.
  private func writtenRecord() throws -> RemoteCustomer? {
    let record =
      if let link = plan.link {
        try scope.service.customer(id: link.remoteID)
      } else {
        try scope.service.customer(number: plan.key.number)
      }
    guard let record, before.map({ !scope.reading.saysTheSame($0.object, record.object) }) ?? true else { return nil }
    return record
  }
}
