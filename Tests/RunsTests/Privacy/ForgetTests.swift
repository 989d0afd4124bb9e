import CustomerModel
import Differ
import Documents
import Foundation
import RegisterStore
import TestSupport
import Testing
import Texts

@testable import Runs

@Suite struct ForgetTests {
  private static let identity = "19800101-1234"
  private static let traces = [
    "Svea Hemlig", "19800101", "800101-1234", "8001011234", "svea@example.se", "070-987 65 43", "Lönngränd 3",
    "gammal@example.se",
  ]

  /// A register in which customer 1001 has left traces wherever a person can.
  private func office() throws -> Office {
    let office = try Office()
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .import, source: "kunder.csv", user: "anna"))
      for (number, name) in [("1001", "Svea Hemlig"), ("1002", "Annan")] {
        var card = CardDiffer.blankCard(settings: RegisterSettings())
        card[.number] = number
        card[.customerName] = name
        if number == "1001" {
          card[.type] = "private"
          card[.identityNumber] = Self.identity
          card[FieldPath("email")!] = "gammal@example.se"
          card[FieldPath("invoiceAddress.line1")!] = "Lönngränd 3"
          card[FieldPath("contactPersons[0].phone")!] = "070-987 65 43"
        }
        try writer.apply(
          CustomerChange(
            number: number, action: .create, fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) }))
      }
      let report =
        #"{"problems":[{"message":"Row 3: Svea Hemlig has no city","value":"svea@example.se"},{"message":"Other"}]}"#
      let swedish = report.replacing("Row 3: Svea Hemlig has no city", with: "Rad 3: Svea Hemligs ort saknas")
      try writer.endRun(RunRecord.Counts(rows: 2, created: 2), report: Text(en: report, sv: swedish))
    }
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .edit, source: "customer edit 1001", user: "anna"))
      try writer.apply(
        CustomerChange(
          number: "1001", action: .update, revision: 1,
          fields: [FieldChange(FieldPath("email")!, old: "gammal@example.se", new: "svea@example.se")]))
      try writer.endRun(RunRecord.Counts(updated: 1))
      let record = #"{"Name":"Svea Hemlig","OrganisationNumber":"800101-1234"}"#
      try writer.save(
        CustomerLink(
          system: "fortnox", customer: 1, remoteID: "1001", remoteNumber: "1001", agreed: nil, record: record))
      try writer.putInInbox(
        InboxEntry(
          system: "visma", remoteID: "x", remoteNumber: "77", record: record, changed: nil, state: .undecided,
          reason: "sure?"))
      try writer.noteChanged(["1001", "1002"], "fortnox")
      try writer.setRest(
        "visma", Text(en: "Svea Hemlig is left.", sv: "Svea Hemligs uppgifter återstår."), at: Date())
      try writer.setConflicts(
        "fortnox", customer: 1,
        [FieldConflict(FieldPath("email")!, register: "svea@example.se", erp: "gammal@example.se", base: nil)],
        run: 2)
      try writer.ask(
        MatchQuestion(
          system: "visma", remoteID: "x", remoteNumber: "77", remoteName: "Svea Hemlig", customer: 1,
          customerNumber: "1001", reason: "sure?"), run: 2)
    }
    return office
  }

  @discardableResult
  private func forget(_ office: Office, _ number: String = "1001") throws -> ForgetOutcome {
    try ForgetRun.perform(number, on: office.register, as: office.actor)
  }

  /// The traces that stand in the register's file or the log beside it.
  private func found(_ office: Office) throws -> [String] {
    var bytes = Data()
    for name in ["r.db", "r.db-wal"] {
      bytes += (try? Data(contentsOf: URL(fileURLWithPath: office.folder.file(name)))) ?? Data()
    }
    return Self.traces.filter { bytes.range(of: Data($0.utf8)) != nil }
  }

  @Test func noByteOfThePersonStaysInTheRegistersFiles() throws {
    let office = try office()
    // The test can fail: before, they are there.
    #expect(try found(office).contains("Svea Hemlig"))
    let outcome = try forget(office)
    #expect(outcome.erasure == .done)
    #expect(try found(office) == [])
    #expect(try office.card("1002")?[.customerName] == "Annan")
    #expect(try office.register.read { try $0.changedRecords("fortnox") } == ["1002"])
    #expect(try office.register.read { try $0.integrityProblems() } == [])
  }

  /// The next search need not wait until a large register's searched texts are read again.
  @Test func searchedTextsOfALargeRegisterAreMadeAnewWithoutThePerson() throws {
    let office = try Office()
    let others = (1...20_000).map { "\($0);Bolag \($0)" }.joined(separator: "\n")
    try office.importing(text: "Nr;Namn;E-post\n\(others)\n20001;Svea Hemlig;svea@example.se\n")
    let path = office.register.path + ".search"
    let holds = { (text: String) throws in
      try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(text.utf8)) != nil
    }
    #expect(try holds("hemlig") && holds("bolag 777"))
    _ = try ForgetRun.perform("20001", on: office.register, as: office.actor)
    #expect(try !holds("hemlig") && !holds("svea@") && holds("bolag 777"))
    var search = CustomerSearch()
    search.text = "hemlig"
    #expect(try office.register.read { try $0.customers(search) }.isEmpty)
  }

  @Test func deletedCustomerIsForgottenByItsNumber() throws {
    let office = try office()
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .edit, source: "customer delete", user: "anna"))
      let key = try #require(try writer.key(ofNumber: "1001"))
      let card = try #require(try writer.card(ofCustomer: key.id))
      try writer.apply(
        CustomerChange(
          number: "1001", action: .delete, revision: key.revision,
          fields: card.paths.filter { !$0.field.isReadOnly }.map { FieldChange($0, old: card[$0], new: nil) }))
      try writer.endRun(RunRecord.Counts(deleted: 1))
    }
    try forget(office)
    #expect(try found(office) == [])
    #expect(try office.undo(3).left.map(\.number) == ["(forgotten 1)"])
    #expect(try office.card("1001") == nil)
  }

  @Test func thatItWasThereStaysWithWhenAndByWhom() throws {
    let office = try office()
    let outcome = try forget(office)
    let runs = try office.register.read { try $0.runs() }
    #expect(runs.map(\.source) == ["customer forget", "customer edit (forgotten)", "kunder.csv"])
    #expect(runs.map(\.counts.deleted) == [1, 0, 0])
    #expect(runs[2].counts.created == 2)
    let report = #"{"problems":[{"message":"(forgotten)","value":"(forgotten)"},{"message":"Other"}]}"#
    #expect(runs[2].report == Text(verbatim: report))
    #expect(outcome.customers == [1])
    #expect(try office.register.read { try $0.isForgotten(1) })
    #expect(outcome.rest.remoteRecords.map(\.number) == ["1001"])
  }

  @Test func noUndoBringsThePersonBackAndEachNamesIt() throws {
    let office = try office()
    let run = try forget(office).run
    for number in [run, 2, 1] {
      #expect(try office.undo(number).left.map(\.number) == ["(forgotten 1)"], "run \(number)")
      #expect(try office.card("1001") == nil, "run \(number)")
    }
    #expect(try office.card("1002") == nil)
  }

  @Test func numberStaysReservedUnlessItIsAPersonsIdentity() throws {
    let office = try office()
    try forget(office)
    #expect(try office.register.read { try $0.isReserved("1001", forOthersThan: 2) })
    _ = try RenumberRun.perform("1002", to: "8001011234", on: office.register, as: office.actor, today: Office.today)
    try forget(office, "8001011234")
    #expect(try !office.register.read { try $0.isReserved("8001011234", forOthersThan: 0) })
    #expect(try found(office) == [])
  }

  @Test func unknownNumberAndLackOfPermissionAreRefused() throws {
    var office = try office()
    let unknown = #expect(throws: KundregError.self) { try forget(office, "4711") }
    #expect(unknown?.code == "customer.unknown")
    try office.register.write { try $0.register(user: "bo", permissions: [.view, .edit, .delete]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let refused = #expect(throws: KundregError.self) { try forget(office) }
    #expect(refused?.status == .notPermitted)
    #expect(try office.card("1001") != nil)
  }

  @Test(arguments: [
    ("identityNumber=800101-1234", true), ("8001011234", true), ("name~hemlig", true), ("Lönngränd", false),
    ("type=private", true), ("type=company", false), ("name~x", false),
  ])
  func savedSearchesThatLookForThePersonAreNamed(words: String, isNamed: Bool) throws {
    let office = try office()
    var terms = SearchTerms()
    if words.contains(where: { "=~".contains($0) }) { terms.conditions = [words] } else { terms.text = words }
    // As a filter was saved when such a number was not checked.
    let definition = String(decoding: try JSONEncoder().encode(terms), as: UTF8.self)
    try office.register.write {
      try $0.save(SavedFilter(name: "f", definition: definition, createdBy: "anna", createdAt: "2026-11-01T00:00:00Z"))
    }
    #expect(try forget(office).rest.savedFilters == (isNamed ? ["f"] : []))
  }

  @Test func runningSyncHoldsItUp() throws {
    let office = try office()
    let lock = try office.register.lockSync("fortnox")
    let error = #expect(throws: KundregError.self) { try forget(office) }
    #expect(error?.code == "sync.busy")
    #expect(try office.card("1001") != nil)
    lock.release()
  }

  @Test func disclosureHoldsTheCardUnmaskedAndAllThatSyncsKeep() throws {
    var office = try office()
    let text = try Disclosure.document(of: "1001", in: office.register, as: office.actor).json
    for trace in ["Svea Hemlig", Self.identity, "800101-1234", "svea@example.se", "gammal@example.se", "070-987 65 43"]
    {
      #expect(text.contains(trace), "\(trace)")
    }
    #expect(!text.contains("Annan"))
    let members = try Disclosure.document(of: "1001", in: office.register, as: office.actor).members
    let filled = members.filter { $0.value.elements.count > 0 }.map(\.key)
    #expect(filled == ["history", "links", "inbox", "conflicts", "matchQuestions", "runs"])
    try office.register.write { try $0.register(user: "bo", permissions: [.view, .edit]) }
    office.actor = try ActingUser(named: "bo", in: office.register)
    let refused = #expect(throws: KundregError.self) {
      try Disclosure.document(of: "1001", in: office.register, as: office.actor)
    }
    #expect(refused?.status == .notPermitted)
  }

  @Test func disclosureIsAFileForItsOwnerAlone() throws {
    let office = try office()
    let path = office.folder.file("svea.json")
    let document = try Disclosure.document(of: "1001", in: office.register, as: office.actor)
    try Disclosure.write(document, to: path)
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let exists = #expect(throws: KundregError.self) { try Disclosure.write(document, to: path) }
    #expect(exists?.code == "disclose.exists")
    let nowhere = #expect(throws: KundregError.self) {
      try Disclosure.write(document, to: office.folder.file("no/where.json"))
    }
    #expect(nowhere?.code == "disclose.cannotWrite")
  }

  /// The person as contact persons of other customers: by e-mail address, by name and telephone number, and some who only
  /// have the same name, or the same number.
  private func officeWithContacts() throws -> Office {
    let office = try Office()
    try office.add("1001", "name=Svea Hemlig", "type=private", "email=svea@example.se", "phone=070-987 65 43")
    try office.add(
      "2001", "name=Ett AB", "contactPersons[0].name=Bo", "contactPersons[1].name=S. Hemlig",
      "contactPersons[1].email=Svea@Example.se", "contactPersons[1].mainContact=ja",
      "contactPersons[2].email=svea@example.se")
    try office.add(
      "2002", "name=Två AB", "contactPersons[0].name=svea hemlig", "contactPersons[0].mobile=+46 70 987 65 43")
    try office.add("2003", "name=Tre AB", "contactPersons[0].name=Svea Hemlig", "contactPersons[1].phone=070-987 65 43")
    return office
  }

  @Test func aContactIsFoundByTelephoneNumberWhateverIsSaidOfTheNumber() throws {
    let office = try Office()
    try office.add("1001", "name=Svea Hemlig", "type=private", "phone=070-987 65 43")
    try office.add(
      "2004", "name=Fyra AB", "contactPersons[0].name=Svea Hemlig", "contactPersons[0].phone=070-987 65 43 hem")
    #expect(try forget(office).rest.contacts.map(\.number) == ["2004"])
  }

  @Test func thePersonIsNamedWhereAnotherCustomerHasThemAsContact() throws {
    let office = try officeWithContacts()
    let found = try forget(office).rest.contacts
    #expect(
      found.map { "\($0.number) \($0.position) \($0.reason)" } == [
        "2001 2 email", "2001 1 email", "2002 0 nameAndPhone",
      ])
    // Clearing what is listed, in that order, removes the person and nobody else.
    for contact in found {
      _ = try office.editor().set(.numbers([contact.number]), contact.details.map { .init($0.path, "") })
    }
    #expect(try office.value("2001", "contactPersons[0].name") == "Bo")
    #expect(try office.card("2001")?.contactPersonCount == 1)
    #expect(try office.card("2002")?.contactPersonCount == 0)
    #expect(try office.card("2003")?.contactPersonCount == 2)
  }

  @Test func disclosureTellsWhatOtherCustomersSayOfThePerson() throws {
    let office = try officeWithContacts()
    let document = try Disclosure.document(of: "1001", in: office.register, as: office.actor)
    let contacts = try #require(document["contactPersonOf"]).elements
    #expect(contacts.map { $0["number"]?.scalarText } == ["2001", "2001", "2002"])
    #expect(contacts[2]["fields"]?["contactPersons[0].mobile"]?.scalarText?.contains("70") == true)
    let none = try Disclosure.document(of: "2003", in: office.register, as: office.actor)
    #expect(none["contactPersonOf"]?.elements.isEmpty == true)
  }
}
