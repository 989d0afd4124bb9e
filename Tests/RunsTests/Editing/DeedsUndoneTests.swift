import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing

/// Whatever people do to a register by hand, undoing it backwards gives each earlier register back, step by step.
@Suite struct DeedsUndoneTests {
  /// One deed; nil when it changed nothing. What the register refuses throws.
  private typealias Deed = @Sendable (Office, inout SeededGenerator) throws -> Int?

  private static let numbers = ["1", "2", "3", "K-4", "05"]

  private static let deeds: [Deed] = [
    { office, random in
      try office.add(random.pick(numbers), "name=\(random.pick(["Ek AB", "Ås AB"]))", "tags=A;B").outcome.run
    },
    { office, random in
      try office.edit(
        random.pick(numbers), "email=\(random.pick(["", "a@example.se", "b@example.se"]))", "tags+=C",
        "contactPersons[0].name=\(random.pick(["", "Bo", "Eva"]))", "costCenter=\(random.pick(["", "Nord", "Syd"]))"
      ).run
    },
    { office, random in
      try office.editor().set(.search(SearchTerms()), Office.values(["subgroups+=\(random.pick(["S", "T"]))"])).run
    },
    { office, random in
      try office.editor().setActive(random.chance(0.6), .numbers([random.pick(numbers)])).run
    },
    { office, random in
      try office.editor().assign("bo", to: .numbers([random.pick(numbers)]), isRemoval: random.chance(0.3)).run
    },
    { office, random in try office.editor().delete([random.pick(numbers)]).run },
    { office, random in
      try RenumberRun.perform(
        random.pick(numbers), to: random.pick(numbers + ["900", "901"]), on: office.register, as: office.actor,
        today: Office.today
      ).run
    },
    { office, random in
      try MergeRun(today: Office.today).perform(
        random.pick(numbers), into: random.pick(numbers), on: office.register, as: office.actor
      ).run
    },
    { office, random in
      let (number, facility) = (random.pick(numbers), random.pick(["A1", "A2"]))
      let city = random.pick(["", "Umeå"])
      return try office.edit { session in
        do {
          try session.addRecord(["number": facility, "city": city], to: .facilities, of: number)
        } catch let error as KundregError where error.code == "record.exists" {
          try session.editRecord([facility], ["city": city], in: .facilities, of: number)
        }
      }.run
    },
    { office, random in
      let (number, kind) = (random.pick(numbers), random.pick(["order", "errorReport", "quotation"]))
      let reference = "\(Int.random(in: 1...4, using: &random))"
      let requester = random.pick(["", "Bo", "Cilla"])
      return try office.edit {
        try $0.addReference(
          ["kind": kind, "number": reference, "requester": requester, "requesterEmail": "x@example.se"], to: number)
      }.run
    },
    { office, random in
      let (number, field) = (random.pick(numbers), random.pick([Field.serviceArticles, .workOrderArticles]))
      let quantity = random.pick(["1", "2,50"])
      return try office.edit { try $0.addRecord(["number": "T", "quantity": quantity], to: field, of: number) }.run
    },
    { office, random in
      let (number, login) = (random.pick(numbers), random.pick(["eva", "nils"]))
      return try office.edit { session in
        do {
          try session.addCustomerUser(["login": login, "email": "\(login)@example.se"], to: number)
        } catch let error as KundregError where error.code == "customerUser.loginTaken" {
          try session.changeRights(ofCustomerUser: login, to: "view", of: number)
        }
      }.run
    },
    { office, random in
      let number = random.pick(numbers)
      let document = try office.document(random.pick(["ett", "två"]), in: random.pick(["", "Avtal"]))
      return try office.edit { try $0.addDocument(document, to: number, files: office.documents) }.run
    },
    { office, random in
      let (number, list) = (random.pick(numbers), random.pick([Field.facilities, .references, .serviceArticles]))
      let key = list == .references ? ["order", "1"] : [random.pick(["A1", "T"])]
      return try office.edit { try $0.removeRecord(key, from: list, of: number) }.run
    },
  ]

  @Test(arguments: UInt64(1)...24)
  func deedsThatAreAllUndoneEndAtTheStart(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let office = try Office([.showServiceArticles: 1, .showWorkOrderArticles: 1])
    try office.register.write { writer in
      try writer.register(user: "bo", permissions: [.view])
      for name in ["Nord", "Syd"] { try writer.addReference(name, to: .costCenter) }
    }
    for number in Self.numbers.prefix(3) { try office.add(number, "name=Kund \(number)") }
    var states = [try office.state()]
    var runs: [Int] = []
    for _ in 0..<60 {
      do {
        guard let run = try random.pick(Self.deeds)(office, &random) else { continue }
        runs.append(run)
        states.append(try office.state())
      } catch let error as KundregError {
        #expect([.failed, .usage].contains(error.status), "\(error.message)")
        let before = try #require(states.last)
        #expect(before.differences(in: try office.state()) == [], "\(error.code)")
      }
    }
    #expect(runs.count >= 5)
    for run in runs.reversed() {
      #expect(try office.undo(run).left.isEmpty, "run \(run)")
      states.removeLast()
      let expected = try #require(states.last)
      #expect(expected.differences(in: try office.state()) == [], "run \(run)")
    }
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }
}
