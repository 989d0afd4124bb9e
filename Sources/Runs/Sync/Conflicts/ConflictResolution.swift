import AccountingSystems
package import ConfigurationFile
package import CustomerModel
import Differ
package import Mapping
package import RegisterStore
package import SwedishIdentity
package import Texts
import Validation

/// Decides a field that both sides changed, or whether two customers are one.
package struct ConflictResolution: Sendable {
  package enum Decision: Sendable, Equatable {
    /// The register's value goes to the accounting system with the next sync.
    case register
    /// The accounting system's value is taken here.
    case erp
    /// This value is taken here and goes to the accounting system with the next sync.
    case value(String)
  }

  private let configuration: Configuration
  private let library: MappingLibrary
  private let today: CalendarDay

  package init(configuration: Configuration, library: MappingLibrary, today: CalendarDay = .today) {
    self.configuration = configuration
    self.library = library
    self.today = today
  }

  /// - Parameter erp: the system's name; nil when only one has the conflict.
  /// - Returns: a sentence on what was done.
  /// - Throws: ``KundregError`` when there is no such conflict, or the value breaks a rule; then nothing was changed.
  package func resolve(
    number: String, field path: FieldPath, erp: String?, decision: Decision, in register: Register,
    as actor: ActingUser
  ) throws -> Text {
    try register.write { writer in
      let key = try customer(number, in: writer, for: actor)
      let record = try only(
        try writer.conflicts(system: erp, customer: key.id).filter { $0.conflict.path == path }, \.system,
        orTell: { ConflictTexts.isWithSeveral(path.columnHeading, number: number, systems: $0) })
      guard let system = configuration.erps[record.system], var link = try writer.link(record.system, customer: key.id),
        let card = try writer.card(ofCustomer: key.id)
      else {
        throw KundregError(.erpUnknown, ConflictTexts.systemIsGone(record.system, field: path.columnHeading))
      }
      try writer.begin(
        RunDescription(
          kind: .edit, source: "conflicts resolve \(number) \(path)", user: actor.name))
      let reading = try RemoteReading(
        library.named(system.mapping), options: system.mappingOptions, severities: configuration.rules,
        withheld: system.withheldText, register: writer, today: today)
      let remote = reading.read(try link.remote().object, as: card)
      if decision == .erp, remote.unkept[path] != nil {
        let why = remote.problems.first { $0.path == path }?.text ?? .empty
        throw KundregError(
          .conflictCannotKeep, ConflictTexts.cannotBeKept(path.columnHeading, label: system.label, why: why))
      }
      var owners: [FieldPath: MergeSide] = [path: decision == .erp ? .erp : .register]
      // The group of a contact person's fields is decided as one.
      if path.field.isRepeated {
        for field in reading.fields where field.field.isRepeated { owners[field] = owners[path] }
      }
      var changes: [FieldChange] = []
      var after = card
      if case .value(let text) = decision {
        let edit = try FieldAssignments(
          [.init(path, text)], register: writer, severities: configuration.rules, today: today
        ).of(card)
        try edit.checkUsers(in: writer)
        try edit.checkReferences(in: writer)
        try refuse(edit.problems)
        changes = CardDiffer.changes(from: card, to: edit.incoming)
        after = CardDiffer.card(card, applying: changes)
      }
      let outgoing = OutgoingMapping(try library.named(system.mapping), options: system.mappingOptions)
      let merge = CardMerge.merge(
        card: after, remote: remote.incoming, unkept: remote.unkept, agreed: link.agreed, incoming: reading.fields,
        outgoing: Set(outgoing.fields),
        rules: MergeRules(policy: .hold, owners: owners), newer: { _ in nil })
      // Other fields of the customer wait for the next sync.
      let isDecided = { (candidate: FieldPath) in
        candidate == path || path.field.isRepeated && candidate.field.isRepeated
      }
      changes += merge.changes.filter { isDecided($0.path) }
      after = CardDiffer.card(after, applying: merge.changes.filter { isDecided($0.path) })
      try refuse(reading.validator.validate(card: after, existing: card))
      var counts = RunRecord.Counts()
      var agreed = link.agreed ?? AgreedState()
      for decided in reading.fields where isDecided(decided) {
        agreed.agree(decided, register: merge.agreed.register[decided], erp: merge.agreed.erp[decided])
        if decision != .erp, remote.unkept[decided] != nil { agreed.overrule(decided, erp: remote.said(of: decided)) }
      }
      if !changes.isEmpty {
        let change = CustomerChange(
          number: key.number, action: CustomerChange.action(of: changes), revision: key.revision, fields: changes)
        try writer.apply(change)
        counts.count(change.action)
      }
      for decided in try writer.conflicts(system: record.system, customer: key.id)
      where isDecided(decided.conflict.path) {
        try writer.removeConflict(record.system, customer: key.id, field: decided.conflict.path)
      }
      FurtherNames(outgoing, reading: reading)?.agreeOnDisplaced(from: card, to: after, in: &agreed)
      link.agreed = agreed
      link.syncedRevision = 0
      try writer.save(link)
      try writer.endRun(counts)
      return decision == .erp
        ? DecisionTexts.isTaken(path.columnHeading, number: number, system: record.system)
        : DecisionTexts.isSent(path.columnHeading, number: number, system: record.system)
    }
  }

  /// The customer of that number, whose conflicts whoever may edit it may resolve.
  func customer(
    _ number: String, in register: RegisterReader, for actor: ActingUser
  ) throws -> RegisterReader.Key {
    try actor.requireRegistered(in: register)
    guard let key = try register.key(ofNumber: number) else { throw KundregError.unknownCustomer(number) }
    try actor.require(.edit, orIfAssigned: .editAssigned, to: key.id, in: register, deed: DeedTexts.resolveConflicts)
    return key
  }

  /// - Parameter several: what is told of several, given the names of their systems.
  func only<Element>(
    _ found: [Element], _ system: (Element) -> String, orTell several: (_ systems: String) -> Text
  ) throws -> Element {
    guard let first = found.first else {
      throw KundregError(.conflictNone, ConflictTexts.isNone, remedies: [.ofSync(.listConflicts)])
    }
    guard found.count == 1 else {
      let names = found.map(system).sorted().joined(separator: ", ")
      throw KundregError(.conflictSeveral, several(names), remedies: [.ofSync(.nameSystem)])
    }
    return first
  }

  private func refuse(_ problems: [Problem]) throws {
    guard let problem = problems.first(where: { $0.severity == .reject }) else { return }
    throw KundregError(.failed, code: problem.code, ConflictTexts.isRefused(problem.text))
  }
}
