import CustomerModel
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing

@Suite struct ImportCountsTests {
  private let office: Office
  init() throws { office = try Office() }

  private static let list = """
    Nr;Namn;Telefon;Kst
    0010;Åkes Bygg AB;08-12 34 56;100
    11;Bo Ek;;
    12;Cilla & Co;031-12 34 56;200

    """

  @Test func everyRowIsCountedOnceWhateverBecomesOfIt() throws {
    #expect(try office.importing(text: Self.list).counts == .init(rows: 3, created: 3))
    let second = try office.importing(
      text: """
        Nr;Namn;Telefon;Kst
        0010;Åkes Bygg AB;08-12 34 56;100
        11;Bo Ek;08-65 43 21;
        12;;031-12 34 56;200
        13;;;
        14;Dan;x;
        """)
    // A blank name keeps the one there is; a new customer has none to keep.
    #expect(second.counts == .init(rows: 5, created: 1, updated: 1, unchanged: 2, rejected: 1, warnings: 1))
    #expect(try office.card("11")?[FieldPath("phone")!] == "08-65 43 21")
    #expect(try office.card("12")?[.customerName] == "Cilla & Co")
    #expect(try office.card("13") == nil)
    let run = try #require(try office.register.read { try $0.run(2) })
    #expect(run.counts == second.counts)
    #expect(run.rejects == office.folder.file("kunder.csv.rejects.csv"))
  }

  @Test func aSecondRunOfAnyFileSaysThatEverythingIsUnchanged() throws {
    let text = """
      Nr;Namn;Telefon;Taggar;contactPersons[0].name;contactPersons[1].phone;contactPersons[1].mainContact
      1;Bo;inget nummer;A, B;;08-12 34 56;
      2;Eva;08-12 34 56;;Eva;08-12 34 56;Nej
      3;Ida;;C;;;Ja
      4;Rut;;;;;

      """
    let first = try office.importing(text: text)
    #expect(first.counts.created == 4)
    for _ in 0..<2 {
      let again = try office.importing(text: text)
      #expect(again.counts == .init(rows: 4, unchanged: 4, warnings: first.counts.warnings))
    }
    #expect(first.counts.warnings > 0)
    // The same rows in another order, with other columns between that nothing takes.
    let other = try office.importing(
      text: """
        Nr;Okänd;Namn;Telefon;Taggar
        4;x;Rut;;
        1;x;Bo;inget nummer;A, B
        """)
    #expect(other.counts.unchanged == 2)
    #expect(other.report.unmappedColumns == ["Okänd"])
  }

  @Test(arguments: [(EmptyPolicy.keep, "08-12 34 56"), (.clear, nil)] as [(EmptyPolicy, String?)])
  func blankCellsKeepOrClearAsAsked(empty: EmptyPolicy, phone: String?) throws {
    try office.importing(text: Self.list)
    let outcome = try office.importing(text: "Nr;Namn;Telefon\n0010;Åkes Bygg AB;\n") { $0.empty = empty }
    #expect(try office.card("0010")?[FieldPath("phone")!] == phone)
    #expect(outcome.counts.updated == (empty == .clear ? 1 : 0))
    let again = try office.importing(text: "Nr;Namn;Telefon\n0010;Åkes Bygg AB;\n") { $0.empty = empty }
    #expect(again.counts.unchanged == 1)
  }

  @Test func aFieldThatTheFileLacksStaysAsItIs() throws {
    try office.importing(text: Self.list)
    let before = try office.card("0010")
    #expect(try office.importing(text: "Nr;Namn\n0010;Åkes Bygg AB\n") { $0.empty = .clear }.counts.unchanged == 1)
    #expect(try office.importing(text: "Nr;Namn;Telefon\n0010\n") { $0.empty = .clear }.counts.unchanged == 1)
    #expect(try office.card("0010") == before)
  }

  @Test func activityInTheFileInactivatesAndReactivates() throws {
    try office.importing(text: Self.list)
    let off = try office.importing(text: "Nr;Namn;Aktiv\n11;Bo Ek;Nej\n12;Cilla & Co;Ja\n")
    #expect(off.counts == .init(rows: 2, updated: 1, unchanged: 1, inactivated: 1))
    #expect(try office.importing(text: "Nr;Namn;Aktiv\n11;Bo Ek;\n").counts.unchanged == 1)
    let on = try office.importing(text: "Nr;Namn;Aktiv\n11;Bo;Ja\n")
    #expect(on.counts == .init(rows: 1, reactivated: 1))
    #expect(try office.card("11")?[.customerName] == "Bo")
  }

  @Test func aFileWithoutRowsChangesNothing() throws {
    try office.importing(text: Self.list)
    let before = try office.state()
    #expect(try office.importing(text: "Nr;Namn\n").counts == .init())
    #expect(try office.state() == before)
  }

  @Test func onlyAdministratorsImport() throws {
    var office = office
    // Named before the register had users.
    let stranger = try ActingUser(named: "okänd", in: office.register)
    try office.register.write { writer throws in
      try writer.register(user: "eva", permissions: [.edit, .create])
      try writer.register(user: "siv", permissions: [.administrator])
    }
    try office.folder.write(Self.list, to: "kunder.csv")
    let eva = try ActingUser(named: "eva", in: office.register)
    for (actor, code) in [(eva, "user.notPermitted"), (stranger, "user.unknown")] {
      office.actor = actor
      for isDryRun in [false, true] {
        let error = try office.failure("kunder.csv") { $0.isDryRun = isDryRun }
        #expect(error.status == .notPermitted)
        #expect(error.code == code)
      }
    }
    office.actor = try ActingUser(named: "siv", in: office.register)
    #expect(try office.importing("kunder.csv").counts.created == 3)
    #expect(try office.register.read { try $0.runs().first?.user } == "siv")
  }
}
