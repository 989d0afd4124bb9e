import CustomerModel
import Differ
import Documents
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct MergeTests {
  /// Two customers, made by one run.
  private func office(_ from: [String: String], _ into: [String: String]) throws -> Office {
    let office = try Office()
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .import, source: "test", user: "anna"))
      for (number, named) in [("1", from), ("2", into)] {
        var card = CardDiffer.blankCard(settings: RegisterSettings())
        card[.number] = number
        card[.customerName] = "Kund"
        for (name, value) in named { card[try #require(FieldPath(name))] = value }
        try writer.apply(creation(card))
      }
      try writer.endRun(RunRecord.Counts())
    }
    return office
  }

  private func creation(_ card: CustomerCard) -> CustomerChange {
    CustomerChange(
      number: card[.number] ?? "", action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) })
  }

  @discardableResult
  private func merge(_ office: Office, dryRun: Bool = false) throws -> MergeRun.Outcome {
    try MergeRun(isDryRun: dryRun, today: Office.today).perform("1", into: "2", on: office.register, as: office.actor)
  }

  private func value(_ office: Office, _ number: String, _ name: String) throws -> String? {
    try office.card(number)?[try #require(FieldPath(name))]
  }

  @Test(
    arguments: [
      ("email", "a@example.se", nil, "a@example.se"),
      ("email", "a@example.se", "b@example.se", "b@example.se"),
      ("name", "Anna", "Anna AB", "Anna AB"),
      ("tags", "A\u{1F}B\u{1F}", "B\u{1F}C\u{1F}", "A\u{1F}B\u{1F}C\u{1F}"),
      ("assigned", "bo\u{1F}", nil, "bo\u{1F}"),
      ("comments", "ett", "två", "två\nett"),
      ("comments", "ett", "ett och två", "ett och två"),
      ("alwaysSendAsInvoice", "1", "0", "0"),
      ("identityNumber", "556677-8899", nil, "556677-8899"),
    ] as [(String, String, String?, String)])
  func fieldIsKeptOrTaken(name: String, from: String, into: String?, united: String) throws {
    let office = try office([name: from], into.map { [name: $0] } ?? [:])
    try merge(office)
    #expect(try value(office, "2", name) == united)
    #expect(try value(office, "1", "active") == "0")
    #expect(try value(office, "1", name) == from)
  }

  @Test func addressIsTakenWholeOrNotAtAll() throws {
    let office = try office(
      [
        "invoiceAddress.line1": "Gatan 1", "invoiceAddress.line2": "port B", "visitingAddress.city": "Uppsala",
      ], ["invoiceAddress.line1": "Vägen 2"])
    let outcome = try merge(office)
    #expect(try value(office, "2", "invoiceAddress.line1") == "Vägen 2")
    #expect(try value(office, "2", "invoiceAddress.line2") == nil)
    #expect(try value(office, "2", "visitingAddress.city") == "Uppsala")
    #expect(
      outcome.notes.contains(
        "invoiceAddress.line2 of the merged customer was not taken: the customer that stays has its own invoiceAddress."
      ))
  }

  @Test func numbersAndTypesThatAreNotTakenAreTold() throws {
    let taken = "of the merged customer was not taken:"
    let differs = "differs: the value of the customer that stays is kept."
    for (from, into, notes) in [
      (
        ["type": "private", "identityNumber": "19800101-1231"], ["type": "company"],
        ["identityNumber \(taken) its customer is of another type."]
      ),
      (
        ["type": "company", "identityNumber": "559999-0073", "vatNumber": "SE559999007301"],
        ["type": "company", "identityNumber": "559999-0081"],
        ["identityNumber \(differs)", "vatNumber \(taken) it belongs to another identity number."]
      ),
      (["vatNumber": "SE559999007301"], ["vatNumber": "SE559999008101"], ["vatNumber \(differs)"]),
      (["vatType": "none"], ["vatType": "custom", "vatPercent": "25"], ["vatType \(differs)"]),
      (
        ["vatType": "custom", "vatPercent": "12"], ["vatType": "custom", "vatPercent": "25"], ["vatPercent \(differs)"]
      ),
    ] as [([String: String], [String: String], [String])] {
      #expect(try merge(office(from, into), dryRun: true).notes == notes)
    }
  }

  @Test func contactPersonsAreJoinedByEmailThenName() throws {
    let person = { (n: Int, name: String, email: String?, phone: String?) -> [String: String] in
      var values = ["contactPersons[\(n)].name": name]
      values["contactPersons[\(n)].email"] = email
      values["contactPersons[\(n)].phone"] = phone
      return values
    }
    let from = [
      person(0, "A. Berg", "anna@example.se", "08-1"), person(1, "BO EK", nil, "08-2"), person(2, "Cia", nil, nil),
    ]
    let into = [person(0, "Bo Ek", nil, nil), person(1, "Anna Berg", "ANNA@example.se", nil)]
    let office = try office(
      from.reduce(into: [:]) { $0.merge($1) { a, _ in a } }, into.reduce(into: [:]) { $0.merge($1) { a, _ in a } })
    try merge(office)
    let names = try (0..<4).map { try value(office, "2", "contactPersons[\($0)].name") }
    #expect(names == ["Bo Ek", "Anna Berg", "Cia", nil])
    #expect(try value(office, "2", "contactPersons[0].phone") == "08-2")
    #expect(try value(office, "2", "contactPersons[1].phone") == "08-1")
  }

  @Test func telephoneNumbersThatAreDialledTheSameDoNotDiffer() throws {
    let office = try office(
      [
        "phone": "+46 8 123 45 67", "mobile": "070-1", "contactPersons[0].name": "Bo Ek",
        "contactPersons[0].phone": "0046 70 123 45 67",
      ],
      [
        "phone": "08-123 45 67", "mobile": "070-2", "contactPersons[0].name": "Bo Ek",
        "contactPersons[0].phone": "070-1234567",
      ])
    #expect(try merge(office).notes == ["mobile differs: the value of the customer that stays is kept."])
    #expect(try office.card("1")?.contactPersonCount == 0)
    #expect(try value(office, "2", "contactPersons[0].phone") == "070-1234567")
  }

  @Test func contactPersonsMoveAndOneThatDiffersStays() throws {
    let office = try office(
      [
        "contactPersons[0].name": "Anna Berg", "contactPersons[0].email": "anna@example.se",
        "contactPersons[1].name": "Bo Ek", "contactPersons[1].phone": "08-2",
        "contactPersons[2].name": "Cia", "contactPersons[2].mainContact": "1",
      ],
      [
        "contactPersons[0].name": "Bo Ek", "contactPersons[0].phone": "08-9",
        "contactPersons[1].name": "ANNA BERG", "contactPersons[1].mainContact": "1",
      ])
    let outcome = try merge(office)
    #expect(
      outcome.notes == [
        "Contact person 1 of the merged customer differs from the same person here: each keeps its own."
      ])
    #expect(try office.card("1")?.contactPersonCount == 1)
    #expect(try value(office, "1", "contactPersons[0].name") == "Bo Ek")
    #expect(try value(office, "1", "contactPersons[0].phone") == "08-2")
    let persons = try (0..<4).map { try value(office, "2", "contactPersons[\($0)].name") }
    #expect(persons == ["Bo Ek", "ANNA BERG", "Cia", nil])
    #expect(try value(office, "2", "contactPersons[1].email") == "anna@example.se")
    #expect(try value(office, "2", "contactPersons[2].mainContact") == "0")
  }

  @Test func historyOfTheMergedIsPartOfTheOthersUntilTheMergeIsUndone() throws {
    let office = try office(["name": "Ettan"], ["name": "Tvåan"])
    try office.edit("1", "phone=08-1")
    func lines(_ number: String) throws -> [String] {
      try #require(try office.register.read { try $0.history(ofNumber: number) })
        .map { "\($0.number) \($0.action.rawValue)" }
    }
    let merged = try #require(try merge(office).run)
    try office.edit("1", "phone=08-2")
    #expect(try lines("2") == ["2 create", "1 create", "1 update", "2 update", "1 inactivate"])
    #expect(try lines("1") == ["1 create", "1 update", "1 inactivate", "1 update"])
    let undo = try office.undo(merged)
    #expect(try lines("2") == ["2 create", "2 update", "2 update"])
    try office.undo(undo.run)
    #expect(try lines("2").filter { $0.hasPrefix("1") } == ["1 create", "1 update", "1 inactivate"])
  }

  @Test func historyFollowsThroughSeveralMerges() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    try merge(office)
    try _ = MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    let history = try #require(try office.register.read { try $0.history(ofNumber: "3") })
    #expect(Set(history.map(\.number)) == ["1", "2", "3"])
  }

  @Test func mergingTheSameAgainIsRefusedWithoutARun() throws {
    let office = try office(["email": "a@example.se"], [:])
    try merge(office)
    let before = try office.state()
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.code == "merge.already")
    #expect(try office.state() == before)
  }

  @Test func whoMayEditAndNotSeeIsShownNoValues() throws {
    var office = try office(["email": "a@example.se"], [:])
    try office.register.write { try $0.register(user: "bo", permissions: [.edit]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let outcome = try merge(office)
    #expect(outcome.run != nil)
    #expect(outcome.changes.isEmpty)
    #expect(try value(office, "2", "email") == "a@example.se")
  }

  @Test func ofTwoMainContactsTheFirstGoesAlong() throws {
    let office = try office(
      [
        "contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "1", "contactPersons[1].name": "Eva",
        "contactPersons[1].mainContact": "1",
      ], [:])
    try merge(office)
    #expect(try value(office, "2", "contactPersons[0].mainContact") == "1")
    #expect(try value(office, "2", "contactPersons[1].mainContact") == "0")
  }

  @Test func mainContactGoesAlongWhereTheOtherHasNone() throws {
    let bo = ["contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "1"]
    let office = try office(bo, ["contactPersons[0].name": "Bo", "contactPersons[0].mainContact": "0"])
    try merge(office)
    #expect(try value(office, "2", "contactPersons[0].mainContact") == "1")
    #expect(try office.card("1")?.contactPersonCount == 0)
  }

  @Test func inactiveCustomerThatGivesNothingIsMergedAllTheSame() throws {
    let office = try office(["active": "0"], [:])
    #expect(try merge(office).run != nil)
    let history = try #require(try office.register.read { try $0.history(ofNumber: "2") })
    #expect(history.contains { $0.number == "1" })
  }

  @Test func historyTakesAllUntilTheLatestMerge() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    func merge(_ from: String, _ into: String) throws {
      _ = try MergeRun(today: Office.today).perform(from, into: into, on: office.register, as: office.actor)
    }
    try merge("1", "3")
    _ = try office.editor().setActive(true, .numbers(["1"]))
    try office.edit("1", "phone=08-6")
    try merge("1", "2")
    try merge("2", "3")
    let history = try #require(try office.register.read { try $0.history(ofNumber: "3") })
    #expect(
      history.filter { $0.number == "1" }.map(\.action) == [.create, .inactivate, .reactivate, .update, .inactivate])
  }

  @Test func whatWasMergedIntoAnotherAfterwardsIsNotPartOfTheFirst() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    _ = try MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    _ = try office.editor().setActive(true, .numbers(["2"]))
    try merge(office)
    let numbers = Set(try #require(try office.register.read { try $0.history(ofNumber: "3") }).map(\.number))
    #expect(numbers == ["2", "3"])
  }

  @Test(arguments: [
    ("assigned", "bo\u{1F}"), ("customerUsers", #"[{"login":"eva","email":"eva@example.se"}]"#),
    (
      "documents",
      #"[{"name":"a.pdf","type":"application/pdf","size":1,"hash":"\#(String(repeating: "a", count: 64))"}]"#
    ),
  ])
  func mergingTakesThePermissionsOfWhatItMoves(field: String, value: String) throws {
    var office = try office([field: value], [:])
    try office.register.write { try $0.register(user: "ed", permissions: [.edit, .view]) }
    office.actor = try ActingUser(named: "ed", in: office.register)
    let before = try office.state()
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.status == .notPermitted)
    #expect(try office.state() == before)
    try office.register.write {
      try $0.register(
        user: "ed", permissions: [.edit, .view, .assign, .changeDocuments, .createCustomerUsers, .deleteCustomerUsers])
    }
    #expect(try merge(office).run != nil)
  }

  @Test func forgettingLeavesAMergedCustomerThatWasActivatedAgain() throws {
    let office = try office(["name": "Svea Berg"], ["name": "Svea Berg"])
    try merge(office)
    _ = try office.editor().setActive(true, .numbers(["1"]))
    let outcome = try ForgetRun.perform("2", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 1)
    #expect(try office.card("1") != nil)
  }

  @Test func forgettingStopsAtACustomerThatWasActivatedAgain() throws {
    let office = try office([:], [:])
    try office.add("3", "name=Trean")
    try merge(office)
    _ = try MergeRun(today: Office.today).perform("2", into: "3", on: office.register, as: office.actor)
    _ = try office.editor().setActive(true, .numbers(["2"]))
    let outcome = try ForgetRun.perform("3", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 1)
    #expect(outcome.mergedInto == [])
    #expect(try office.card("1") != nil)
  }

  @Test func forgettingTheMergedNamesTheOneThatTookItsData() throws {
    let office = try office(["name": "Svea Berg", "email": "svea@example.se"], ["name": "Svea Berg"])
    try merge(office)
    let document = try Disclosure.document(of: "1", in: office.register, as: office.actor)
    #expect(document["mergedInto"]?.elements.map(\.scalarText) == ["2"])
    #expect(try ForgetRun.perform("1", on: office.register, as: office.actor).mergedInto == ["2"])
    #expect(try value(office, "2", "email") == "svea@example.se")
  }

  @Test func forgettingTheOneThatStaysForgetsTheMergedToo() throws {
    let office = try office(["name": "Svea Berg"], ["name": "Svea Berg"])
    try merge(office)
    let outcome = try ForgetRun.perform("2", on: office.register, as: office.actor)
    #expect(outcome.customers.count == 2)
    #expect(try office.card("1") == nil)
    #expect(try office.register.read { try $0.history(ofNumber: "1") } == nil)
  }

  @Test func disclosureHasWhatIsHeldOnTheMerged() throws {
    let office = try office(["name": "Svea Berg", "email": "svea@example.se"], ["name": "Svea Berg"])
    try merge(office)
    let document = try Disclosure.document(of: "2", in: office.register, as: office.actor)
    let merged = try #require(document["mergedCustomers"]?.elements)
    #expect(merged.map { $0["card"]?["email"]?.scalarText } == ["svea@example.se"])
    let histories = merged.map { $0["history"]?.elements.compactMap { $0["customer"]?.scalarText } ?? [] }
    #expect(histories == [["1", "1"]])
  }

  @Test func referencesMoveAndOnesThatDifferStay() throws {
    let mine = #"{"kind":"order","number":"1","title":"Mitt"}"#
    let its = #"{"kind":"order","number":"1","title":"Annat"}"#
    let moved = #"{"kind":"order","number":"2"}"#
    let office = try office(["references": "[\(its),\(moved)]"], ["references": "[\(mine)]"])
    let outcome = try merge(office)
    #expect(try value(office, "2", "references") == "[\(mine),\(moved)]")
    #expect(try value(office, "1", "references") == "[\(its)]")
    #expect(outcome.notes == ["The reference order 1 is on both cards and differs: each keeps its own."])
  }

  @Test func linkMovesUnlessTheOtherHasOne() throws {
    let office = try office([:], [:])
    try office.register.write { writer in
      for (system, customer) in [("fortnox", 1), ("visma", 1), ("visma", 2)] as [(String, Int64)] {
        try writer.save(
          CustomerLink(
            system: system, customer: customer, remoteID: "r\(customer)", remoteNumber: "\(customer)", agreed: nil,
            record: "{}"))
      }
    }
    let outcome = try merge(office)
    #expect(outcome.movedLinks == ["fortnox"])
    #expect(outcome.notes == ["Both are linked with records of visma: 1 stays linked with its record 1."])
    func links(_ customer: Int64) throws -> [String] {
      try office.register.read { try $0.links(ofCustomer: customer) }.map { "\($0.system) \($0.remoteID)" }
    }
    #expect(try links(1) == ["visma r1"])
    #expect(try links(2) == ["fortnox r1", "visma r2"])
    let undo = try office.undo(try #require(outcome.run))
    #expect(try links(1) == ["fortnox r1", "visma r1"])
    try office.undo(undo.run)
    #expect(try links(2) == ["fortnox r1", "visma r2"])
  }

  @Test func dryRunWritesNothing() throws {
    let office = try office(["email": "a@example.se"], [:])
    let before = try office.state()
    #expect(try merge(office, dryRun: true).changes.map(\.number) == ["1", "2"])
    #expect(try office.state() == before)
  }

  @Test func inactiveCustomerTakesNoOther() throws {
    let office = try office([:], ["active": "0"])
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.code == "merge.inactive")
    #expect(error?.message.hasSuffix("Activate it first, or merge it into 1 instead.") == true)
    let both = try self.office(["active": "0"], ["active": "0"])
    let other = #expect(throws: KundregError.self) { try merge(both) }
    #expect(other?.message == "Customer 2 is inactive. Activate it first.")
  }

  @Test func theCommandThatIsAdvisedKeepsAnActiveOne() throws {
    for (first, second, into) in [("1", "1", "1"), ("1", "0", "1"), ("0", "1", "2"), ("0", "0", nil)] {
      let office = try office(["active": first], ["active": second])
      let order = try DuplicateSearch.mergeOrder("1", "2", in: office.register)
      #expect(order?.into == into)
      #expect(order?.from == into.map { $0 == "1" ? "2" : "1" })
    }
  }

  @Test func mergingTakesThePermissionToEdit() throws {
    var office = try office([:], [:])
    try office.register.write { try $0.register(user: "bo", permissions: [.view]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let error = #expect(throws: KundregError.self) { try merge(office) }
    #expect(error?.status == .notPermitted)
  }

  @Test func mergedPairIsNoLongerListed() throws {
    let office = try office(["email": "a@example.se"], ["email": "a@example.se"])
    #expect(try DuplicateSearch.pairs(in: office.register, as: office.actor).count == 1)
    try merge(office)
    #expect(try DuplicateSearch.pairs(in: office.register, as: office.actor).isEmpty)
  }

  @Test(arguments: 0..<30)
  func mergeThenUndoGivesTheSameRegister(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let office = try Office([.useTaxReductions: 1])
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .import, source: "test", user: "anna"))
      for definition in RandomCards.definitions { try writer.addCustomField(definition) }
      for number in 1...2 {
        var card = RandomCards.card(number: "\(number)", ordinal: number, &random)
        card[.active] = "1"
        try writer.apply(creation(card))
      }
      try writer.endRun(RunRecord.Counts())
    }
    let before = try office.state()
    let run: Int
    do {
      run = try #require(try merge(office).run)
    } catch let error as KundregError {
      // Cards that break a rule together are refused, and left as they were.
      #expect(error.status == .failed)
      #expect(try office.state() == before)
      return
    }
    #expect(try office.state() != before)
    #expect(try office.undo(run).left.isEmpty)
    #expect(before.differences(in: try office.state()) == [])
  }
}
