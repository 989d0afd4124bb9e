import Mapping
import AccountingSystems
import CustomerModel
import Differ
import Documents
import RegisterStore
import Validation

/// A record and the customer that it is, as both are before they are merged.
struct RecordMeeting {
  let remote: RemoteCustomer
  let key: RegisterReader.Key
  let card: CustomerCard
  /// What both sides agreed on last; nil before they agreed for the first time.
  private let base: AgreedState?
  private let rules: MergeRules
  private let run: PullRun
  private var scope: SyncScope { run.scope }

  init(
    _ remote: RemoteCustomer, key: RegisterReader.Key, card: CustomerCard, agreed: AgreedState?,
    furtherNames: FurtherNames?, rules: MergeRules, _ run: PullRun
  ) {
    self.remote = remote
    self.key = key
    self.card = card
    self.rules = rules
    self.run = run
    var base = agreed
    if var known = base {
      furtherNames?.agreeOnFollower(in: card, &known)
      base = known
    }
    self.base = base
  }

  /// The record as that of the customer, without what the card that it would come to cannot have.
  func fitted(_ record: RemoteReading.Record) -> RemoteReading.Record {
    scope.reading.fitted(
      scope.reading.read(record, of: remote.object, as: card), over: card,
      after: { CardDiffer.card(card, applying: merge($0).changes) })
  }

  func merge(_ record: RemoteReading.Record) -> CardMerge {
    CardMerge.merge(
      card: card, remote: record.incoming, unkept: record.unkept, agreed: base, incoming: scope.reading.fields,
      outgoing: Set(scope.outgoing.fields), rules: rules, told: scope.told(card, over: remote.object),
      newer: { try? newer($0) })
  }

  /// What is wrong with the record, and with the card that it makes of the customer's.
  func problems(_ record: RemoteReading.Record, after: CustomerCard) -> [Problem] {
    record.problems.filter { !isLeftThere($0, of: record, after) }
      + scope.reading.validator.validate(card: after, existing: card)
  }

  /// True for what is wrong with a value that both sides agreed to have there only, such as one that the system filled in or got
  /// as a default: it is none of the customer here.
  private func isLeftThere(_ problem: Problem, of record: RemoteReading.Record, _ after: CustomerCard) -> Bool {
    guard let path = problem.path, let said = record[path], let base else { return false }
    return base.erp[path] == said && base.register[path] == after[path] && after[path] == nil
  }

  /// The side that changed a field later; nil when that cannot be known.
  private func newer(_ path: FieldPath) throws -> MergeSide? {
    guard let changed = remote.changed.flatMap(SyncTime.date),
      let here = try run.writer.lastChange(ofCustomer: key.id, field: path).flatMap(SyncTime.date)
    else { return nil }
    return here > changed ? .register : .erp
  }
}
