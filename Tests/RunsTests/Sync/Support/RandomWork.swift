import ConfigurationFile
import CustomerModel
import Differ
import ERPSandbox
import RegisterStore
import Runs
import TestSupport

/// A rehearsal with a random history, and what must have come of it: kept apart from the code under test.
final class RandomWork {
  /// What people wrote since both sides last agreed.
  private struct Customer {
    var base: [String: String] = [:]
    var here: [String: String?] = [:]
    var there: [String: String?] = [:]
  }

  /// The fields that people edit; only those of the second list may be cleared.
  private static let fields = ["name", "phone", "email", "comments", "invoiceAddress.line1", "contactPersons[0].name"]
  private static let clearable = ["phone", "email", "comments"]
  private static let faults = [
    "dropBefore", "dropAfter", "status500", "status500After", "truncate", "unauthorized", "status429",
  ]
  /// Refusals of single requests, for their values and for want of a right.
  private static let refusals = ["status400", "status403"]

  private let rehearsal: Rehearsal
  private var random: SeededGenerator
  private var customers: [String: Customer] = [:]
  private var deleted: Set<String> = []
  /// Customers and fields that hold here what the system cannot take.
  private var unsendable: [String: Set<String>] = [:]
  private var count = 0
  /// What was done, for whoever looks into a failure.
  private(set) var story: [String] = []

  init(_ rehearsal: Rehearsal, seed: UInt64) {
    self.rehearsal = rehearsal
    random = SeededGenerator(seed)
  }

  func step() async throws {
    switch Int.random(in: 0..<24, using: &random) {
    case 0...5: try await editHere()
    case 6...10: try await editThere()
    case 11: try addHere()
    case 12: try await addThere()
    case 13: try await delete()
    case 14...15: try await fault()
    case 16...17: try await refusal()
    case 18...19: try await editUnsendably()
    default: try await sync()
    }
  }

  // MARK: Deeds

  func addHere() throws {
    count += 1
    let number = String(1000 + count)
    let fields = ["name": name(), "website": marker(number), "phone": value("phone")]
    try rehearsal.addHere(number, fields)
    customers[number] = Customer(here: Rehearsal.address.merging(fields) { $1 }.mapValues { Optional($0) })
    story.append("add \(number) here")
  }

  func addThere() async throws {
    count += 1
    let number = String(2000 + count)
    let fields = ["name": name(), "website": marker(number), "email": value("email")]
    try await rehearsal.addThere(number, fields)
    customers[number] = Customer(there: Rehearsal.address.merging(fields) { $1 }.mapValues { Optional($0) })
    story.append("add \(number) there")
  }

  private func editHere() async throws {
    let there = try await Set(rehearsal.numbersThere())
    let candidates = try rehearsal.numbersHere.filter { !deleted.contains($0) }
    guard !candidates.isEmpty else { return }
    let number = random.pick(candidates)
    // An inactive customer that the system never had is not sent.
    let (field, value) = change(try rehearsal.here(number, "active"), mayInactivate: there.contains(number))
    guard try rehearsal.here(number, field) != value else { return }
    try rehearsal.editHere(number, [field: value])
    customers[number]?.here[field] = .some(value)
    unsendable[number]?.remove(field)
    story.append("\(number) \(field) = \(value ?? "-") here")
  }

  /// A value that the system cannot take: other fields of the customer flow, and this one when it is mended.
  private func editUnsendably() async throws {
    let candidates = try rehearsal.numbersHere.filter { !deleted.contains($0) }
    guard !candidates.isEmpty else { return }
    let number = random.pick(candidates)
    count += 1
    let (field, value) =
      rehearsal.side == .fortnox
      ? ("comments", "Gatan <\(count)>")
      : ("invoiceAddress.line1", String(repeating: "Lång gata ", count: 6) + "\(count)")
    try rehearsal.editHere(number, [field: value])
    customers[number]?.here[field] = .some(value)
    unsendable[number, default: []].insert(field)
    story.append("\(number) \(field) = \(value) here, which cannot be sent")
  }

  /// The system refuses one request, or a few.
  private func refusal() async throws {
    let kind = random.pick(Self.refusals)
    let method = random.pick(["POST", "PUT"])
    let times = Int.random(in: 1...2, using: &random)
    try await rehearsal.fault(kind, method: method, count: times)
    story.append("refusal \(kind) \(method), \(times) times")
  }

  private func editThere() async throws {
    let candidates = try await rehearsal.numbersThere()
    guard !candidates.isEmpty else { return }
    let number = random.pick(candidates)
    let present = try await rehearsal.there(number)
    let (field, value) = change(present["active"], mayInactivate: true)
    guard present[field] != value else { return }
    try await rehearsal.editThere(number, [field: value])
    customers[number]?.there[field] = .some(value)
    story.append("\(number) \(field) = \(value ?? "-") there")
  }

  private func change(_ active: String?, mayInactivate: Bool) -> (String, String?) {
    if mayInactivate, random.chance(0.1) { return ("active", active == "0" ? "1" : "0") }
    let field = random.pick(Self.fields)
    if Self.clearable.contains(field), random.chance(0.25) { return (field, nil) }
    return (field, field == "name" ? name() : value(field))
  }

  /// Deletes a customer that both sides know.
  private func delete() async throws {
    guard random.chance(0.5) else { return }
    let system = rehearsal.system.name
    let known = try rehearsal.register.read { reader in
      try reader.remoteIDs(system).compactMap { try reader.link(system, remoteID: $0)?.remoteNumber }
    }
    let candidates = try await rehearsal.numbersThere().filter(known.contains)
    guard !candidates.isEmpty else { return }
    let number = random.pick(candidates)
    try await rehearsal.deleteThere(number)
    deleted.insert(number)
    story.append("delete \(number) there")
  }

  private func fault() async throws {
    let kind = random.pick(Self.faults)
    let method = random.pick(["GET", "POST", "PUT", nil])
    let skip = Int.random(in: 0...6, using: &random)
    let times = Int.random(in: 1...4, using: &random)
    try await rehearsal.fault(kind, method: method, skip: skip, count: times, seconds: 1)
    story.append("fault \(kind) \(method ?? "any") after \(skip), \(times) times")
  }

  private func sync() async throws {
    let seconds = random.pick([60, 1800, 86_400])
    let isFull = random.chance(0.2)
    try await rehearsal.advance(seconds)
    guard random.chance(0.5) else {
      let outcome = try await rehearsal.sync { $0.isFull = isFull }
      story.append("sync after \(seconds), full \(isFull): \(outcome.codes) \(outcome.interruption?.code ?? "")")
      return
    }
    let step = Int.random(in: 1...30, using: &random)
    let crashed = try await rehearsal.crash(at: step) { $0.isFull = isFull }
    story.append("sync after \(seconds), full \(isFull), \(crashed ? "died" : "would have died") at step \(step)")
  }

  // MARK: What must have come of it

  /// Lets both sides settle, and tells what is wrong then: a line each.
  func settle() async throws -> [String] {
    try await rehearsal.clearFaults()
    for (number, fields) in unsendable.sorted(by: { $0.key < $1.key }) where !deleted.contains(number) {
      for field in fields.sorted() {
        let mended = value(field)
        try rehearsal.editHere(number, [field: mended])
        customers[number]?.here[field] = .some(mended)
        story.append("\(number) \(field) = \(mended) here, mended")
      }
    }
    for isFull in [true, false] {
      let outcome = try await rehearsal.nextNight {
        $0.isFull = isFull
        $0.maximumInactivated = 1
      }
      story.append("quiet sync: \(outcome.codes) \(outcome.interruption?.code ?? "")")
    }
    var wrong = try await wrongFields() + wrongNumbers()
    let third = try await rehearsal.requests { try await rehearsal.nextNight() }
    wrong += third.filter(\.isWriting).map { "the third run sent \($0)" }
    let fourth = try await rehearsal.requests { try await rehearsal.nextNight() }
    wrong += fourth.filter { !$0.isList }.map { "the fourth run sent \($0)" }
    return wrong
  }

  private func wrongNumbers() async throws -> [String] {
    var wrong: [String] = []
    let records = try await rehearsal.recordsThere()
    let cards = try rehearsal.register.read { try RegisterState($0) }.cards
    for number in customers.keys.sorted() {
      let there = records.filter { rehearsal.side.read($0)["website"] == marker(number) }.count
      let here = cards.values.filter { $0[path("website")] == marker(number) }.count
      if here != 1 { wrong.append("\(number) is here \(here) times") }
      if there != (deleted.contains(number) ? 0 : 1) { wrong.append("\(number) is there \(there) times") }
      if deleted.contains(number), cards[number]?[path("active")] != "0" { wrong.append("\(number) is still active") }
    }
    if records.count != customers.count - deleted.count { wrong.append("there are \(records.count) customers there") }
    if cards.count != customers.count { wrong.append("there are \(cards.count) customers here") }
    return wrong
  }

  private func wrongFields() async throws -> [String] {
    let conflicts = try rehearsal.register.read { try $0.conflicts(system: nil, customer: nil) }
    let held = Set(conflicts.map { "\($0.number) \($0.conflict.path)" })
    var wrong: [String] = []
    for (number, customer) in customers.sorted(by: { $0.key < $1.key }) where !deleted.contains(number) {
      let there = try await rehearsal.there(number)
      for field in Self.fields + ["active"] {
        let values = (here: try rehearsal.here(number, field), there: there[field])
        let place = "\(number) \(field)"
        let said = "\(place) is \(values.here ?? "-") here, \(values.there ?? "-") there"
        let base = customer.base[field] ?? (field == "active" ? "1" : nil)
        let written = (here: customer.here[field] ?? base, there: customer.there[field] ?? base)
        let isWritten = (here: customer.here[field] != nil, there: customer.there[field] != nil)
        if held.contains(place) {
          if !(isWritten.here && isWritten.there) { wrong.append("\(said): held, though one side alone changed it") }
          if values != written { wrong.append("\(said): held, though \(written) was written") }
          continue
        }
        if values.here != values.there { wrong.append(said) }
        let allowed =
          isWritten.there ? (isWritten.here ? [written.here, written.there] : [written.there]) : [written.here]
        if !allowed.contains(values.here) { wrong.append("\(said): expected \(allowed)") }
      }
    }
    return wrong
  }

  // MARK: Values

  private func marker(_ number: String) -> String { "https://example.se/\(number)" }

  private func name() -> String {
    count += 1
    return "Åkes Bygg i Norr \(count)"
  }

  /// A value that nobody wrote before.
  private func value(_ field: String) -> String {
    count += 1
    return switch field {
    case "phone": "08-\(count)"
    case "email": "e\(count)@example.se"
    case "comments": "Anteckning \(count)"
    case "contactPersons[0].name": "Person \(count)"
    default: "Gatan \(count)"
    }
  }
}
