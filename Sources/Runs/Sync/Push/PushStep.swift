import AccountingSystems
import ConfigurationFile
import CustomerModel
import Differ
import Documents
import Mapping
import RegisterStore
import Texts

/// What is to be told the accounting system of one customer.
struct PushStep {
  /// The fields that go out, and what they rest on.
  struct Plan {
    let key: RegisterReader.Key
    let card: CustomerCard
    /// Nil for a customer that the system does not have yet.
    let link: CustomerLink?
    let paths: [FieldPath]
    /// Empty when nothing of it can be sent.
    let values: [JSONNode.Member]
    /// Fields that cannot be sent as they are.
    let problems: [OutgoingProblem]
    /// Fields that wait, since the system does not show its own value.
    let withheld: [FieldPath]
    /// Fields that are sent in plain characters, since the system takes no others.
    let writtenPlainly: [FieldPath]
  }

  private let scope: SyncScope
  private let customer: Int64
  private let register: RegisterReader

  init(_ scope: SyncScope, customer: Int64, register: RegisterReader) {
    self.scope = scope
    self.customer = customer
    self.register = register
  }

  /// What is to be sent; nil when there is nothing to send, or the customer has to wait.
  ///
  /// - Parameters:
  ///   - withheld: is given each field that waits, since the system does not show its own value, with what the customer is called
  ///     here and there.
  ///   - unmeant: the same of each field that has a value here and no place in the record there.
  func plan(
    report: (SyncFinding) -> Void, withheld: (FieldPath, _ number: String, _ remoteID: String?) -> Void,
    unmeant: (Unmeant, _ number: String, _ remoteID: String?) -> Void
  ) throws -> Plan? {
    guard let key = try register.key(ofCustomer: customer), let card = try register.card(ofCustomer: customer),
      !scope.isLeftOut(card)
    else { return nil }
    let link = try register.link(scope.system, customer: customer)
    if let link {
      // What is rejected or undecided comes first: nobody writes over what was not understood.
      guard !link.isGone, try register.inboxEntry(scope.system, remoteID: link.remoteID) == nil else { return nil }
    } else if try register.matchQuestions(scope.system).contains(where: {
      // Two that are not one cannot both have a number there. One that is to be paired is not created besides.
      $0.customer == customer && ($0.answer != .different || $0.remoteNumber == key.number)
    }) {
      return nil
    }
    let due = try paths(card, link)
    try reportUnmeant(card, link, key.number, unmeant)
    let paths = due.filter { !scope.isWithheld($0, by: link) }
    let waiting = due.filter { scope.isWithheld($0, by: link) }
    for path in waiting { withheld(path, key.number, link?.remoteID) }
    guard !paths.isEmpty else { return nil }
    let (values, problems) = scope.outgoing.members(
      for: paths, of: card, isCreation: link == nil, objection: scope.service.objection)
    // A customer cannot be created without its number and name.
    let needed: Set = link == nil ? [FieldPath(.number), FieldPath(.customerName)] : []
    for problem in problems {
      let text = PushTexts.ofCustomer(key.number, problem.text)
      report(
        scope.finding(
          code: problem.code, number: key.number, remoteID: link?.remoteID,
          needed.contains(problem.path) ? [text, PushTexts.isNotCreatedUntilThen].joined() : text))
    }
    let unsendable = Set(problems.map(\.path))
    let isImpossible = !unsendable.isDisjoint(with: needed)
    let sent = paths.filter { !unsendable.contains($0) }
    return Plan(
      key: key, card: card, link: link, paths: sent, values: isImpossible ? [] : values, problems: problems,
      withheld: waiting, writtenPlainly: scope.outgoing.writtenPlainly(sent, of: card))
  }

  /// The fields that are to be sent: what a merge with the record as it was last seen leaves for the other side.
  private func paths(_ card: CustomerCard, _ link: CustomerLink?) throws -> [FieldPath] {
    guard let link else {
      return scope.outgoing.fieldsOfNew.filter { card[$0] != nil }
    }
    let sendable = Set(scope.outgoing.fields(over: try link.remote().object))
    return try due(card, link).filter(sendable.contains)
  }

  /// What the other side should have, whether or not it can be sent.
  private func due(_ card: CustomerCard, _ link: CustomerLink) throws -> [FieldPath] {
    let object = try link.remote().object
    let record = scope.reading.read(object, as: card)
    let merge = CardMerge.merge(
      card: card, remote: record.incoming, unkept: record.unkept, agreed: link.agreed, incoming: scope.reading.fields,
      outgoing: Set(scope.outgoing.fields), rules: MergeRules(scope.context.system),
      told: scope.told(card, over: object), newer: { _ in nil })
    let held = try register.heldFields(scope.system, customer: customer)
    return merge.toPush.filter { !held.contains($0) }
  }

  /// A field that a record there takes only where it says so itself.
  struct Unmeant: Hashable {
    let path: FieldPath
    /// What the record must say, such as `PropertyType 2`.
    let conditions: [String]
    /// False where the system has no such keys for the customer.
    let isThere: Bool
  }

  private func reportUnmeant(
    _ card: CustomerCard, _ link: CustomerLink?, _ number: String,
    _ report: (Unmeant, _ number: String, _ remoteID: String?) -> Void
  ) throws {
    let unmeant = scope.outgoing.fieldsNotMeant(by: try link?.remote().object).filter { card[$0.path] != nil }
    guard !unmeant.isEmpty else { return }
    let due = try link.map { Set(try self.due(card, $0)) }
    for (path, conditions, isThere) in unmeant where due?.contains(path) ?? true {
      report(Unmeant(path: path, conditions: conditions, isThere: isThere), number, link?.remoteID)
    }
  }

  /// The request that a plan makes, over the record as it is now.
  static func request(_ plan: Plan, over record: RemoteCustomer?, _ scope: SyncScope) throws -> PreparedRequest {
    if let record { return try scope.service.change(plan.values, of: record) }
    return try scope.service.creation(plan.values, defaults: scope.context.system.defaults)
  }

  /// A customer that changed in nothing that the system knows need not be looked at again.
  static func settleSilently(_ customer: Int64, _ scope: SyncScope, _ writer: RegisterWriter) throws {
    guard let key = try writer.key(ofCustomer: customer), var link = try writer.link(scope.system, customer: customer),
      !link.isGone, try writer.inboxEntry(scope.system, remoteID: link.remoteID) == nil,
      let card = try writer.card(ofCustomer: customer), !scope.isLeftOut(card),
      try PushStep(scope, customer: customer, register: writer).paths(card, link).isEmpty
    else { return }
    link.syncedRevision = key.revision
    try writer.save(link)
  }
}
