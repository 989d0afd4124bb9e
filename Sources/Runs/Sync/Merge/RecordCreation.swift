import Mapping
import Documents
import AccountingSystems
import CustomerModel
import Differ
import RegisterStore
import Validation

/// Makes a new customer of a record that fits none.
struct RecordCreation {
  private let run: PullRun
  private let telling: MergeTelling
  private let settings: RegisterSettings
  /// Numbers that customers deleted here had.
  private let reserved: Set<String>
  private var writer: RegisterWriter { run.writer }
  private var scope: SyncScope { run.scope }

  init(_ run: PullRun, telling: MergeTelling) throws {
    self.run = run
    self.telling = telling
    settings = try run.writer.settings()
    reserved = try run.writer.reservedNumbers()
  }

  func create(_ remote: RemoteCustomer, _ record: RemoteReading.Record) throws {
    let record = scope.reading.fitted(
      record, over: nil, after: { CardDiffer.newCard($0.incoming, settings: settings) })
    let card = CardDiffer.newCard(record.incoming, settings: settings)
    if scope.isLeftOut(card) {
      try writer.removeFromInbox(run.system, remoteID: remote.id)
      run.session.outcome.pulled.unchanged += 1
      return
    }
    let number = card[.number] ?? remote.number
    let problems = problems(of: card, number, record)
    if try telling.isRejected(problems, remote, number: remote.number) { return }
    telling.warn(problems, of: record, number: remote.number, remoteID: remote.id)
    let fields = card.paths.map { FieldChange($0, old: nil, new: card[$0]) }
    let id = try run.apply(CustomerChange(number: number, action: .create, fields: fields))
    run.session.outcome.pulled.created += 1
    run.meet(id)
    try link(id, card, remote, record, doubts: scope.reading.doubts(problems, of: record).count)
    try writer.removeFromInbox(run.system, remoteID: remote.id)
    telling.tellMistype(card, remote)
  }

  private func problems(of card: CustomerCard, _ number: String, _ record: RemoteReading.Record) -> [Problem] {
    let validator = scope.reading.validator
    let problems = record.problems + validator.validate(card: card, existing: nil)
    guard reserved.contains(number), let problem = validator.problem(.numberReserved(number: number), value: number)
    else { return problems }
    return problems + [problem]
  }

  private func link(
    _ customer: Int64, _ card: CustomerCard, _ remote: RemoteCustomer, _ record: RemoteReading.Record, doubts: Int
  ) throws {
    var agreed = AgreedState()
    for path in Set(scope.reading.fields).union(scope.outgoing.fields) {
      agreed.agree(path, register: card[path], erp: record[path])
    }
    var link = CustomerLink(
      system: run.system, customer: customer, remoteID: remote.id, remoteNumber: remote.number, agreed: agreed,
      record: remote.object.json, changed: remote.changed)
    link.syncedRevision = try writer.key(ofCustomer: customer)?.revision ?? 0
    link.doubts = doubts
    try writer.save(link)
  }
}
