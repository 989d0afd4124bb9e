import CustomerModel
import Differ
import Foundation
import RegisterStore
import Runs
import TestSupport
import Testing

/// What is done to many customers at once ends where doing it to each of them ends.
@Suite struct ManyCustomersTests {
  private static let edits: [[String]] = [
    ["tags+=Ny"], ["tags-=VIP"], ["tags=A;B"], ["tags="], ["tags+=Ny;VIP", "tags-=VIP;Ö"], ["comments=Ring; \"först\""],
    ["comments="], ["active=no"], ["active=yes"], ["active="], ["facilityRequired=yes"], ["facilitiesDisabled=yes"],
    ["facilitiesDisabled="], ["vatType=custom", "vatPercent=12"], ["vatType=none"], ["vatPercent="], ["costCenter=100"],
    ["costCenter="], ["name=Nytt namn"], ["email=ny@example.se"], ["website=www.example.se", "email="],
    ["assigned+=bo"], ["assigned=bo;eva"], ["subgroups=U", "tags+=T"], ["discountLetters-=Alltid"], ["language=sv"],
    ["invoiceAddress.city=Umeå", "invoiceAddress.line2="], ["orderNumber="], ["costCenterRequired=yes"],
    ["alwaysSendAsInvoice=yes", "comments=X", "subgroups+=VIP"],
    // What depends on the customer, or stands in several rows.
    ["phone=08-12 34 56"], ["invoiceAddress.country=NO"], ["type=company"], ["contactPersons[0].name=Eva"],
    ["customFields.Region=Norr"], ["mailAddress.postalCode=12345", "tags+=P"], ["serviceArticles="],
    // What is refused, of some customers or of all.
    ["name="], ["email=trasig"], ["vatPercent=7"], ["costCenter=Finns inte"],
  ]

  private static let settings: [[Setting: Int]] = [
    [:], [.showVATType: 1, .showLanguage: 1, .showCostCenter: 1, .showOrderNumber: 1],
    [.orderNumberRequired: 1, .showOrderNumber: 1], [.costCenterRequired: 1, .showCostCenter: 1, .useTaxReductions: 1],
  ]

  /// An office with as many customers, and the numbers of the active ones as a search finds them.
  private static func office(
    _ count: Int, _ settings: [Setting: Int], _ random: inout SeededGenerator, contactPersons: Int = 0
  ) throws -> Office {
    let office = try Office(settings)
    try office.register.write { writer in
      try writer.begin(RunDescription(kind: .edit, source: "test", user: "anna"))
      for definition in RandomCards.definitions { try writer.addCustomField(definition) }
      for ordinal in 1...count {
        var card = RandomCards.card(number: "\(1000 + ordinal)", ordinal: ordinal, &random)
        for position in 0..<(ordinal == 1 ? contactPersons : 0) {
          card[FieldPath(Field.named("contactPersons[].name")!, position: position)] = "Person \(position)"
        }
        try writer.apply(
          CustomerChange(
            number: "\(1000 + ordinal)", action: .create,
            fields: card.paths.map { FieldChange($0, old: nil, new: card[$0]) }))
      }
      try writer.endRun(.init())
    }
    return office
  }

  /// What came of an edit: all that anybody can see of it.
  private struct Outcome: Equatable {
    var refusal: String?
    var counts = RunRecord.Counts()
    var changes: [ShownChange] = []
    var warnings: [String] = []
    var history: [Int64: [RecordedChange]] = [:]
    var told: [String] = []
    var state: RegisterState

    init(_ office: Office, _ edit: () throws -> EditOutcome) throws {
      do {
        let outcome = try edit()
        (counts, changes) = (outcome.counts, outcome.changes)
        warnings = outcome.warnings.map { "\($0.number) \($0.problem.code) \($0.problem.value ?? "")" }
        if let run = outcome.run {
          history = Dictionary(grouping: try office.register.read { try $0.changes(ofRun: run) }, by: \.customer)
        }
      } catch let error as KundregError {
        refusal = error.code
      }
      told = try office.told()
      state = try office.state()
    }
  }

  /// Edits them one by one, in the order in which a search finds them.
  private static func oneByOne(_ office: Office, _ words: [String], isDryRun: Bool = false) throws -> EditOutcome {
    let numbers = try office.register.read { reader in
      try reader.customers(SearchTerms().search(in: reader, as: office.actor)).compactMap {
        try reader.key(ofCustomer: $0)?.number
      }
    }
    return try office.editor().set(.numbers(numbers), Office.values(words), isDryRun: isDryRun)
  }

  private static func together(_ office: Office, _ words: [String], isDryRun: Bool = false) throws -> EditOutcome {
    try office.editor().set(.search(SearchTerms()), Office.values(words), isDryRun: isDryRun)
  }

  @Test(arguments: UInt64(1)...10)
  func areEditedAsEachByItself(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let office = try Self.office(
      80 + Int.random(in: 0...60, using: &random), random.pick(Self.settings), &random,
      contactPersons: random.pick([0, 0, 9]))
    let twin = try office.twin()
    var states = [try office.state()]
    var runs: [Int] = []
    for _ in 0..<8 {
      let words = random.pick(Self.edits)
      let together = try Outcome(office) {
        let outcome = try Self.together(office, words)
        if let run = outcome.run { runs.append(run) }
        return outcome
      }
      let oneByOne = try Outcome(twin) { try Self.oneByOne(twin, words) }
      #expect(together.refusal == oneByOne.refusal, "\(words)")
      #expect(together.counts == oneByOne.counts, "\(words)")
      #expect(together.changes == oneByOne.changes, "\(words)")
      #expect(together.warnings == oneByOne.warnings, "\(words)")
      #expect(together.history == oneByOne.history, "\(words)")
      #expect(together.told == oneByOne.told, "\(words)")
      #expect(oneByOne.state.differences(in: together.state) == [], "\(words)")
      if together.refusal == nil { states.append(together.state) }
    }
    #expect(states.count > 2)
    for run in runs.reversed() {
      #expect(try office.undo(run).left.isEmpty)
      states.removeLast()
      let expected = try #require(states.last)
      #expect(expected.differences(in: try office.state()) == [])
    }
    #expect(try office.register.read { try $0.integrityProblems() }.isEmpty)
  }

  @Test(arguments: [["tags+=Ny"], ["name=Nytt", "comments="], ["facilitiesDisabled=yes"]])
  func aDryRunShowsTheSameAndWritesNothing(words: [String]) throws {
    var random = SeededGenerator(77)
    let office = try Self.office(90, [:], &random)
    let before = try Outcome(office) { try Self.together(office, words, isDryRun: true) }
    let oneByOne = try Outcome(office) { try Self.oneByOne(office, words, isDryRun: true) }
    #expect(before == oneByOne)
    let made = try Outcome(office) { try Self.together(office, words) }
    #expect(made.changes == before.changes)
    #expect(made.counts == before.counts)
  }

  /// More than are written at a time, some of which have it already, and one of which is refused at the end.
  @Test func severalBatchesAreEditedAllOrNone() throws {
    let office = try Office()
    let rows = (1...2500).map { "\($0);Kund \($0);\($0.isMultiple(of: 10) ? "Ny, Gammal" : "Gammal");" }
    try office.importing(text: "Nr;Namn;Taggar;facilityRequired\n" + rows.joined(separator: "\n") + "\n2501;Sist;;Ja\n")
    let before = try office.state()
    let outcome = try Self.together(office, ["tags+=Ny", "tags-=Gammal"])
    #expect(outcome.counts == .init(rows: 2501, updated: 2501))
    let after = try office.state()
    #expect(after.cards.values.allSatisfy { $0[FieldPath("tags")!] == "Ny\u{1F}" })
    #expect(try Self.together(office, ["tags+=Ny"]).counts == .init(rows: 2501, unchanged: 2501))
    #expect(code { _ = try Self.together(office, ["facilitiesDisabled=yes"]) } == "facilities.contradiction")
    #expect(try office.state() == after)
    try office.undo(#require(outcome.run))
    #expect(before.differences(in: try office.state()) == [])
  }

  @Test func whoMayEditOnlyAssignedCustomersIsRefusedAtTheFirstOther() throws {
    let office = try Office()
    let rows = (1...100).map { "\($0);Kund \($0);\($0 == 60 ? "" : "eva")" }
    try office.importing(text: "Nr;Namn;assigned\n" + rows.joined(separator: "\n") + "\n")
    let eva = try office.grant("eva", .view, .editAssigned)
    let before = try office.state()
    let refused = code {
      _ = try office.editor(as: eva).set(.search(SearchTerms()), Office.values(["comments=X"]))
    }
    #expect(refused == "user.notAssigned")
    #expect(try office.state() == before)
    var hers = SearchTerms()
    hers.conditions = ["assigned=eva"]
    #expect(
      try office.editor(as: eva).set(.search(hers), Office.values(["comments=X"])).counts
        == .init(rows: 99, updated: 99))
    #expect(
      code { _ = try office.editor(as: eva).set(.search(hers), Office.values(["assigned-=eva"])) }
        == "user.notPermitted")
  }

  /// A row that was taken before is known again only while its customer is as the row left it.
  @Test func aRowIsLookedAtAgainAfterItsCustomerWasEdited() throws {
    let office = try Office()
    let text = "Nr;Namn;Taggar\n" + (1...100).map { "\($0);Kund \($0);A\n" }.joined()
    try office.importing(text: text)
    _ = try Self.together(office, ["tags=B"])
    #expect(try office.importing(text: text).counts == .init(rows: 100, updated: 100))
    #expect(try office.importing(text: text).counts == .init(rows: 100, unchanged: 100))
  }
}
