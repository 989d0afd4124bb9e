import CustomerModel
import Differ
import TestSupport
import Testing

/// Random edits on both sides of one customer, merged again and again.
@Suite struct CardMergePropertyTests {
  private typealias B = MergeBench

  private static let plain = B.incoming.subtracting(B.contactFields).sorted()
  private static let policies = MergePolicy.allCases

  /// A register's card and an accounting system's record that are edited, merged and pushed.
  private struct World {
    var random: SeededGenerator
    var card = B.card(["number": "1", "name": "Ny 0", "type": "company", "active": "1", "costCenterRequired": "0"])
    var record: [FieldPath: String] = B.card([
      "name": "Ny 0", "type": "company", "active": "1", "costCenterRequired": "0",
    ])
    .values
    var agreed: AgreedState?
    var counter = 0

    init(_ seed: UInt64) { random = SeededGenerator(seed) }

    /// The record as it is told: cleared where it has nothing.
    var told: IncomingCard {
      IncomingCard(
        Dictionary(uniqueKeysWithValues: B.incoming.map { ($0, record[$0].map { .value($0) } ?? .clear) }))
    }

    mutating func value(_ path: FieldPath) -> String? {
      counter += 1
      switch path.field {
      case .type: return random.pick(["company", "private"])
      case .customerName: return random.pick(["Ny 1", "Ny 2", "Ny 3"])
      case .identityNumber: return random.pick([nil, "19120101-1234", "20120101-1234", "120101-1234", "556677-8899"])
      case let field where field.kind == .boolean: return random.pick(["0", "1"])
      default: return random.pick([nil, "a", "b", "\(counter)"])
      }
    }

    /// A person with name, e-mail and telephone of their own, or one field of the present person, or nobody.
    mutating func contact(_ present: [FieldPath: String]) -> [FieldPath: String] {
      counter += 1
      let name = random.pick(["Anna", "Bo", "Carl", "Dag"])
      let phone = B.contactFields[2]
      if random.chance(0.1) { return [:] }
      if random.chance(0.5), present[B.contactFields[0]] != nil {
        return present.filter { $0.key != phone }.merging([phone: "08-\(counter)"]) { $1 }
      }
      return Dictionary(
        uniqueKeysWithValues: zip(B.contactFields, [name, "\(name.lowercased())@example.se", "08-\(counter)"]))
    }

    mutating func editHere() {
      for path in plain where random.chance(0.2) { card[path] = value(path) }
      if random.chance(0.2) { card[B.path("assigned")] = random.pick([nil, "anna\u{1F}", "bo\u{1F}"]) }
      if random.chance(0.3) {
        let person = contact(card.values.filter { B.contactFields.contains($0.key) })
        for path in B.contactFields { card[path] = person[path] }
        if person.isEmpty { removeFirstPerson() } else { completeFirstPerson() }
      }
      if random.chance(0.2) { card[B.path("comments")] = "here \(counter)" }
    }

    mutating func editThere() {
      for path in plain where random.chance(0.2) { record[path] = value(path) }
      if random.chance(0.3) {
        let person = contact(record.filter { B.contactFields.contains($0.key) })
        for path in B.contactFields { record[path] = person[path] }
      }
    }

    private mutating func removeFirstPerson() {
      let old = card
      for path in old.paths where path.field.isRepeated { card[path] = nil }
      for path in old.paths where path.field.isRepeated && path.position > 0 {
        card[FieldPath(path.field, position: path.position - 1)] = old[path]
      }
    }

    private mutating func completeFirstPerson() {
      for name in ["sendServiceProtocol", "sendWorkOrder", "mainContact"] {
        let path = B.path("contactPersons[0].\(name)")
        if card[path] == nil { card[path] = "0" }
      }
    }

    func merge(_ policy: MergePolicy, owners: [String: MergeSide] = [:], told: IncomingCard? = nil) -> CardMerge {
      // Fields take turns, so that both answers and none are given.
      B.merge(card, told ?? self.told, agreed, policy, owners: owners) {
        [MergeSide.register, .erp, nil][$0.field.index % 3]
      }
    }

    /// Makes the changes here and lets the accounting system take what is pushed.
    mutating func carryOut(_ merge: CardMerge) -> [FieldPath] {
      for change in merge.changes { card[change.path] = change.new }
      let before = told
      for path in merge.toPush where B.incoming.contains(path) { record[path] = card[path] }
      let after = CardMerge.agreedAfterPush(
        merge.agreed, pushed: merge.toPush, card: card, reply: told, before: before, incoming: B.incoming)
      agreed = after.agreed
      return after.notTaken
    }

    var names: [String] {
      (0..<card.contactPersonCount).compactMap { card[B.path("contactPersons[\($0)].name")] }.sorted()
    }
  }

  private static func isSame(_ a: String?, _ b: String?, _ path: FieldPath) -> Bool {
    path.field == .identityNumber && a != nil && b != nil ? a!.suffix(11) == b!.suffix(11) : a == b
  }

  @Test(arguments: policies, [[:], ["phone": MergeSide.register, "email": .erp, "contactPersons[0].name": .erp]])
  func aSecondMergeIsSilent(_ policy: MergePolicy, _ owners: [String: MergeSide]) {
    for seed in 0..<30 as Range<UInt64> {
      var world = World(seed)
      for step in 0..<12 {
        world.editHere()
        world.editThere()
        let merge = world.merge(policy, owners: owners)
        #expect(world.carryOut(merge).isEmpty)
        let again = world.merge(policy, owners: owners)
        #expect(again.changes == [] && again.toPush == [], "seed \(seed) step \(step)")
        #expect(again.conflicts == merge.conflicts, "seed \(seed) step \(step)")
        #expect(again.agreed == world.agreed, "seed \(seed) step \(step)")
        // A record that says less says nothing new.
        var less = world.told
        for path in B.incoming where world.random.chance(0.5) { less.values[path] = nil }
        let shortened = world.merge(policy, owners: owners, told: less)
        #expect(
          shortened.changes == [] && shortened.toPush == [] || !merge.conflicts.isEmpty, "seed \(seed) step \(step)")
      }
    }
  }

  @Test(arguments: policies) func aPushThatFailedIsMadeAgain(_ policy: MergePolicy) {
    for seed in 100..<130 as Range<UInt64> {
      var world = World(seed)
      for step in 0..<8 {
        world.editHere()
        world.editThere()
        let merge = world.merge(policy)
        world.card = CardDiffer.card(world.card, applying: merge.changes)
        world.agreed = merge.agreed
        let again = world.merge(policy)
        #expect(again.changes == [], "seed \(seed) step \(step)")
        #expect(again.toPush == merge.toPush, "seed \(seed) step \(step)")
        #expect(again.conflicts == merge.conflicts, "seed \(seed) step \(step)")
      }
    }
  }

  @Test(arguments: policies) func whatChangedOnOneSideIsOnBothUnlessHeld(_ policy: MergePolicy) {
    for seed in 200..<230 as Range<UInt64> {
      var world = World(seed)
      for step in 0..<12 {
        _ = world.carryOut(world.merge(.register))
        let start = world
        world.editHere()
        world.editThere()
        let edited = world
        let merge = world.merge(policy)
        _ = world.carryOut(merge)
        let held = Set(merge.conflicts.map(\.path))
        for path in Self.plain where !held.contains(path) {
          let here = Self.isSame(edited.card[path], start.card[path], path)
          let there = Self.isSame(edited.record[path], start.record[path], path)
          #expect(Self.isSame(world.card[path], world.record[path], path), "seed \(seed) step \(step) \(path)")
          if !here, there { #expect(world.card[path] == edited.card[path], "seed \(seed) step \(step) \(path)") }
          if here, !there { #expect(world.record[path] == edited.record[path], "seed \(seed) step \(step) \(path)") }
        }
        for path in held {
          #expect(world.card[path] == edited.card[path] && world.record[path] == edited.record[path])
        }
        for path in edited.card.paths where !B.incoming.contains(path) && !path.field.isRepeated {
          #expect(world.card[path] == edited.card[path])
        }
        // Nobody is lost or mixed here: a name keeps its e-mail address.
        for name in edited.names { #expect(world.names.contains(name), "seed \(seed) step \(step) \(name)") }
        for position in 0..<world.card.contactPersonCount {
          let name = world.card[B.path("contactPersons[\(position)].name")]
          let email = world.card[B.path("contactPersons[\(position)].email")]
          #expect(email == name.map { "\($0.lowercased())@example.se" }, "seed \(seed) step \(step)")
        }
        if !held.contains(where: \.field.isRepeated), let name = world.record[B.contactFields[0]] {
          #expect(world.record[B.contactFields[1]] == "\(name.lowercased())@example.se", "seed \(seed) step \(step)")
        }
      }
    }
  }

  @Test func policiesDecideOnTheSameFields() {
    for seed in 300..<400 as Range<UInt64> {
      var world = World(seed)
      _ = world.carryOut(world.merge(.register))
      world.editHere()
      world.editThere()
      let plain = Set(Self.plain)
      let held = Set(world.merge(.hold).conflicts.map(\.path)).intersection(plain)
      let quiet = world.merge(.hold)
      let register = Set(world.merge(.register).toPush).subtracting(quiet.toPush).intersection(plain)
      let erp = Set(world.merge(.erp).changes.map(\.path)).subtracting(quiet.changes.map(\.path)).intersection(plain)
      #expect(register == held, "seed \(seed)")
      #expect(erp == held, "seed \(seed)")
    }
  }

  @Test func aConflictIsGoneWhenEitherSideTakesTheOthersValues() {
    var met = 0
    for seed in 400..<600 as Range<UInt64> {
      var world = World(seed)
      _ = world.carryOut(world.merge(.register))
      world.editHere()
      world.editThere()
      let merge = world.merge(.hold)
      guard !merge.conflicts.isEmpty else { continue }
      met += 1
      _ = world.carryOut(merge)
      var here = world
      for conflict in merge.conflicts { here.card[conflict.path] = conflict.erp }
      #expect(here.merge(.hold).conflicts.isEmpty, "seed \(seed)")
      var there = world
      for conflict in merge.conflicts { there.record[conflict.path] = conflict.register }
      #expect(there.merge(.hold).conflicts.isEmpty, "seed \(seed)")
    }
    #expect(met > 20)
  }
}
