import CustomerModel
import Foundation
import Testing
import Texts

@testable import KundregCLI
@testable import Runs

/// The commands that change customers by hand, as people give them.
@Suite struct EditCommandTests {
  private let place: Workplace
  init() throws { place = try Workplace() }

  @Test func aCustomerIsAddedEditedAndShown() throws {
    let added = try place.succeed("customer", "add", "1001", "name=Kyl AB", "tags=A;B", "website=www.example.se").json()
    #expect(added["number"] == .string("1001"))
    #expect(added["created"] == .number(1))
    try place.succeed("customer", "edit", "1001", "website=", "tags-=A", "contactPersons[0].name=Eva")
    let card = try place.succeed("customer", "show", "1001").json()
    #expect(card["website"] == nil)
    #expect(card["tags"] == .array([.string("B")]))
    #expect(card["contactPersons"]?[0]?["name"] == .string("Eva"))
    #expect(card["vatOnOrders"]?["shown"] == .boolean(true))
    #expect(card["displayName"] == .string("Kyl AB"))
    try place.succeed("settings", "set", "numberInDisplayName", "yes")
    let text = try place.succeed("customer", "show", "1001", "--format", "table").stdout
    #expect(text.hasPrefix("1001 Kyl AB\n"))
    #expect(text.contains(CustomerTexts.vat(isShown: true, VATTexts.hasNoNumber).english))
  }

  @Test func theNumberMayBeLeftOutWhereItIsGenerated() throws {
    try place.succeed("settings", "set", "generateNumber", "yes")
    #expect(try place.succeed("customer", "add", "name=A").json()["number"] == .string("1"))
    #expect(
      try place.succeed("customer", "add", "name=B", "--format", "table").stdout.hasPrefix("Customer 2: 1 created\n"))
  }

  @Test(
    arguments: [
      (["customer", "add", "1", "name"], Int32(64)), (["customer", "add", "2", "phone=1"], 1),
      (["customer", "edit", "1", "nme=A"], 64), (["customer", "edit", "9", "name=A"], 1),
      (["customer", "set", "name=A"], 64), (["customer", "set", "1", "--all", "name=A"], 64),
      (["customer", "set", "1"], 64), (["customer", "delete", "9"], 1), (["customer", "inactivate"], 64),
      (["field", "remove", "Region"], 1), (["user", "grant", "anna", "edit"], 1),
      (["user", "grant", "anna", "fly"], 64),
      (["notifications", "--all", "--user", "anna"], 64),
    ] as [([String], Int32)])
  func whatIsWrongEndsWithItsStatus(words: [String], status: Int32) throws {
    try place.succeed("customer", "add", "1", "name=A")
    let outcome = try Program.run(words, in: place.path)
    #expect(outcome.status == status, "\(outcome.stderr)")
    #expect(!outcome.stderr.isEmpty)
    #expect(try place.query("SELECT count(*) FROM run") == ["1"])
  }

  @Test func manyAreChangedByOneRunAndTakenBackByOneUndo() throws {
    try place.write("Kundnummer;Namn;Ort\n1;A;Umeå\n2;B;Umeå\n3;C;Malmö\n", to: "in.csv")
    try place.succeed("import", "in.csv")
    try place.succeed("names", "add", "costCenter", "100")
    let before = try place.export()
    let shown = try place.succeed(
      "customer", "set", "--where", "invoiceAddress.city=Umeå", "tags+=Norr", "costCenter=100", "--dry-run"
    ).json()
    #expect(shown["changes"]?.elements.map { $0["number"] } == [.string("1"), .string("2")])
    #expect(shown["changes"]?[0]?["fields"]?["costCenter"]?["new"] == .string("100"))
    #expect(shown["dryRun"] == .boolean(true))
    #expect(try place.export() == before)
    let done = try place.succeed("customer", "set", "--where", "invoiceAddress.city=Umeå", "tags+=Norr").json()
    #expect(done["updated"] == .number(2))
    #expect(try place.succeed("customer", "set", "3", "1", "tags+=Norr").json()["unchanged"] == .number(1))
    try place.succeed("undo", "3")
    try place.succeed("undo", "2")
    #expect(try place.export() == before)
  }

  @Test func namesAreListedAddedAndRemovedWhileNobodyHasThem() throws {
    try place.succeed("names", "add", "costCenter", " Norr ", "Öster")
    try place.succeed("names", "add", "discountLetters", "A;B")
    try place.succeed("customer", "add", "1", "name=A", "costCenter=Norr", "discountLetters=A", "tags=VIP")
    #expect(
      try place.succeed("names", "list", "--format", "csv").stdout == """
        field,name,customers\r
        discountLetters,A,1\r
        discountLetters,B,0\r
        costCenter,Norr,1\r
        costCenter,Öster,0\r
        tags,VIP,1\r

        """)
    try place.refuse("names.inUse", "names", "remove", "costCenter", "Öster", "Norr")
    #expect(try place.query("SELECT name FROM cost_center ORDER BY 1") == ["Norr", "Öster"])
    try place.succeed("names", "remove", "costCenter", "Öster")
    #expect(try place.query("SELECT name FROM cost_center") == ["Norr"])
    try place.refuse("names.unknown", "names", "remove", "costCenter", "Väst")
    #expect(try place.succeed("names", "add", "tags", "A, B", "C").json()["added"]?.elements.count == 3)
    #expect(try place.succeed("names", "remove", "tags", " C ").json()["removed"] == .array([.string("C")]))
    try #expect(Program.run(["names", "remove", "tags", " "], in: place.path).status == 64)
    let again = try place.succeed("names", "add", "costCenter", "Norr", "--format", "table")
    #expect(again.stdout == "Nothing to add: costCenter has these names already.\n")
    try #expect(Program.run(["names", "add", "kostnad", "X"], in: place.path).status == 64)
  }

  @Test func whoIsRemovedLeavesCustomersAndNothingUnread() throws {
    try place.succeed("user", "add", "chef", "--grant", "administrator")
    try place.succeed("user", "add", "bo", "--grant", "view")
    try place.succeed("customer", "add", "1", "name=A", "assigned=bo", "--as", "chef")
    let removed = try place.succeed("user", "remove", "bo", "--as", "chef", "--format", "table").stdout
    #expect(removed.contains("1 customer stays assigned to the name"), "\(removed)")
    let unassigned = try place.succeed(
      "customer", "unassign", "bo", "--all", "--where", "assigned=bo", "--as", "chef", "--format", "table")
    #expect(unassigned.stdout.hasPrefix("1 updated\nRun "), "\(unassigned.stdout)")
    try place.succeed("user", "add", "bo", "--grant", "view", "--as", "chef")
    #expect(try place.succeed("notifications", "--as", "bo").json().elements.isEmpty)
  }

  @Test func aFieldThatDiffersInCaseOnlyIsRefused() throws {
    try place.succeed("field", "add", "Yta (m2)", "number")
    try place.refuse("field.exists", "field", "add", "YTA (M2)", "text")
  }

  @Test func aMergedCustomersCardSaysIntoWhichAndForgettingNamesBoth() throws {
    try place.succeed("customer", "add", "1", "name=A", "email=a@example.se")
    try place.succeed("customer", "add", "2", "name=A")
    try place.succeed("customer", "merge", "1", "2")
    let card = try place.succeed("customer", "show", "1", "--format", "table").stdout
    #expect(card.hasSuffix("\nMerged into 2. The history of that customer includes this one's.\n"), "\(card)")
    let history = try place.succeed("customer", "history", "2", "--format", "csv").stdout
    #expect(history.hasPrefix("when,user,run,source,action,field,old,new,customer\r\n"))
    #expect(history.contains(",1\r\n"))
    let asked = try Program.run(["customer", "forget", "2"], in: place.path)
    #expect(asked.status == 64)
    #expect(asked.stderr.hasSuffix("held on customer 2 (and on 1, merged into it).\n"), "\(asked.stderr)")
    #expect(try place.query("SELECT count(*) FROM customer") == ["2"])
    try place.succeed("customer", "forget", "2", "--yes")
    #expect(try place.query("SELECT count(*) FROM customer") == ["0"])
  }

  @Test func aSortThatReferencesDoNotHaveIsRefusedBeforeAnythingIsShown() throws {
    try place.succeed("customer", "add", "1", "name=A")
    let outcome = try Program.run(["customer", "show", "1", "--sort", "foo", "--format", "table"], in: place.path)
    #expect(outcome.status == 64)
    #expect(outcome.stdout.isEmpty)
  }

  @Test func aNameThatAnAdministratorAddedOutlivesTheUndoOfTheImportThatBroughtIt() throws {
    try place.write("Kundnummer;Namn;Kostnadsställe\n1;A;Norr\n2;B;Syd\n", to: "in.csv")
    try place.succeed("import", "in.csv")
    try place.succeed("names", "add", "costCenter", "Norr")
    try place.succeed("undo", "1")
    #expect(try place.query("SELECT name FROM cost_center") == ["Norr"])
  }

  @Test(arguments: ["costCenter=Nor", "discountLetters+=Guldd"])
  func aMistypedCostCenterOrLetterIsRefused(word: String) throws {
    try place.succeed("names", "add", "costCenter", "Norr")
    try place.succeed("names", "add", "discountLetters", "Guld")
    try place.succeed("customer", "add", "1", "name=A")
    for words in [["edit", "1", word], ["set", "1", word]] {
      try place.refuse("reference.unknown", arguments: ["customer"] + words)
    }
    #expect(try place.query("SELECT name FROM cost_center UNION SELECT name FROM discount_letter") == ["Guld", "Norr"])
  }

  @Test func aRefusalThatEndsWithACommandStillEndsItsSentence() throws {
    let outcome = try Program.run(["customer", "add", "name=A"], in: place.path)
    #expect(outcome.status == 1)
    #expect(
      outcome.stderr.hasSuffix("(the setting generateNumber). Nothing was changed.\n"), "\(outcome.stderr)")
  }

  @Test func aSettingThatIsOffSaysWhatOnWouldDo() throws {
    #expect(
      try place.succeed("settings", "set", "numberInDisplayName", "off", "--format", "table").stdout
        == "numberInDisplayName is no. When it is yes: The card and tables of customers show the customer's number before "
        + "the name.\n")
  }

  @Test func customersAreInactivatedActivatedAndDeleted() throws {
    try place.succeed("customer", "add", "1", "name=A")
    #expect(try place.succeed("customer", "inactivate", "1").json()["inactivated"] == .number(1))
    #expect(try place.succeed("customer", "activate", "1").json()["reactivated"] == .number(1))
    #expect(try place.succeed("customer", "delete", "1").json()["deleted"] == .number(1))
    try place.refuse("number.reserved", "customer", "add", "1", "name=A")
    try place.succeed("undo", "4")
    #expect(try place.succeed("customer", "show", "1").json()["name"] == .string("A"))
  }

  @Test func aCustomFieldInUseIsMarkedRemoved() throws {
    try place.succeed("field", "add", "Region", "choice", "--choices", "Norr,Syd")
    try place.succeed("field", "add", "Tom", "text")
    try place.succeed("customer", "add", "1", "name=A", "customFields.Region=Norr")
    try place.succeed("field", "remove", "Region")
    try place.succeed("field", "remove", "Tom")
    let fields = try place.succeed("field", "list").json()
    #expect(fields.elements.map { $0["name"] } == [.string("Region")])
    #expect(fields[0]?["removed"] == .boolean(true))
    #expect(try place.succeed("customer", "show", "1").json()["customFields"]?["Region"] == .string("Norr"))
    try place.expect(1, "customer", "add", "2", "name=B", "customFields.Region=Syd")
    try place.expect(1, "field", "remove", "Region")
    try place.expect(1, "field", "add", "Region", "text")
    try place.succeed("field", "add", "Region", "choice", "--choices", "Norr,Syd")
    try place.succeed("customer", "add", "2", "name=B", "customFields.Region=Syd")
  }

  @Test func identityNumbersAreMaskedInWhatIsTold() throws {
    try place.succeed("customer", "add", "1", "name=Rut", "type=private")
    let outcome = try place.run("customer", "edit", "1", "identityNumber=19800101-1235")
    #expect(!(outcome.stdout + outcome.stderr).contains("1235"))
    let shown = try place.run("customer", "edit", "1", "identityNumber=191212121212", "--dry-run")
    #expect(shown.status == 0)
    #expect(!(shown.stdout + shown.stderr).contains("1212-1212"))
    #expect(try place.query("SELECT group_concat(source) FROM run").first?.contains("1212") == false)
  }
}

@Suite struct NotificationCommandTests {
  private let place: Workplace
  init() throws {
    place = try Workplace()
    try place.succeed("user", "add", "anna", "--grant", "administrator")
    try place.succeed("user", "add", "bo", "--grant", "viewAssigned")
    try place.succeed("customer", "add", "1", "name=A")
    try place.succeed("customer", "add", "2", "name=B")
  }

  @Test func whoCannotBeDeletedAndIsInactiveIsNotToBeInactivated() throws {
    try place.succeed("customer", "facility", "add", "1", "A1")
    #expect(
      try place.refuse("customer.inUse", "customer", "delete", "1").stderr.contains("kundreg customer inactivate 1"))
    try place.succeed("customer", "inactivate", "1")
    let refused = try place.expect(1, "customer", "delete", "1").stderr
    let told = EditTexts.inUse("1", by: try #require(Field.named("facilities")), isActive: false).english
    #expect(refused.contains(told), "\(refused)")
    #expect(!refused.contains("kundreg customer inactivate"))
  }

  @Test func theConditionThatIsAdvisedFindsTheCustomers() throws {
    for name in ["Drift and underhåll", "Nord (A) or \"B\"", "Ek & co"] {
      try place.succeed("names", "add", "costCenter", name)
      try place.succeed("customer", "edit", "1", "costCenter=\(name)")
      let refused = try place.expect(1, "names", "remove", "costCenter", name).stderr
      let advised = try #require(refused.firstMatch(of: /`kundreg ([^`]*)`/)?.1)
      let answer = try place.python(
        "import shlex, subprocess, sys; print(subprocess.run([sys.argv[1]] + shlex.split(sys.argv[2]), capture_output=True, "
          + "text=True).stdout)", Program.path, String(advised))
      #expect(try JSON(text: answer).elements.map { $0["number"]?.text } == ["1"], "\(advised)")
    }
  }

  @Test func nothingIsToBeTakenBackWhereNothingChanged() throws {
    func told(_ arguments: String...) throws -> String {
      try Program.run(arguments + ["--format", "table"], in: place.path).stdout
    }
    #expect(try told("customer", "edit", "1", "name=C").contains("kundreg undo"))
    #expect(try !told("customer", "edit", "1", "name=C").contains("kundreg undo"))
    let nobody = try told("customer", "set", "--where", "number=999", "name=D")
    #expect(nobody.contains(CustomerTexts.nobodyMeant.english))
    #expect(!nobody.contains("kundreg undo"))
    try place.succeed("customer", "user", "add", "1", "eva", "eva@example.se")
    #expect(try told("customer", "user", "invite", "1", "eva").contains("kundreg undo"))
  }

  @Test func aLoginThatIsAPersonsNumberIsMaskedInTheLog() throws {
    try place.write(#"{"notifications": {"command": ["sh", "tell"]}}"#, to: "config.json")
    try place.succeed("user", "add", "19800101-1231", "--grant", "view")
    let failed = try place.expect(0, "customer", "assign", "19800101-1231", "2")
    #expect(failed.stderr.contains("The notification of 19800101-**** about run"), "\(failed.stderr)")
  }

  @Test func aUserReadsAndClears() throws {
    try place.succeed("customer", "assign", "bo", "1", "2", "--as", "anna")
    let told = try place.succeed("notifications", "--as", "bo", "--clear").json()
    #expect(told.elements.count == 1)
    #expect(told[0]?["kind"] == .string("assigned"))
    #expect(told[0]?["by"] == .string("anna"))
    #expect(told[0]?["customers"] == .array([.string("1"), .string("2")]))
    #expect(try place.succeed("notifications", "--as", "bo").json() == .array([]))
    try place.expect(77, "notifications", "--all", "--as", "bo")
    try place.succeed("customer", "unassign", "bo", "--all", "--as", "anna")
    #expect(
      try place.succeed("notifications", "--user", "bo", "--as", "anna").json()[0]?["kind"] == .string("unassigned"))
  }

  @Test func theConfigurationsCommandIsRunAndMayFail() throws {
    try place.write(
      #"{"notifications": {"command": ["sh", "tell", "told.txt"]}}"#, to: "config.json")
    try place.succeed("customer", "assign", "bo", "1")
    let failed = try place.expect(0, "customer", "assign", "bo", "2")
    #expect(failed.stderr.contains("was not delivered"))
    // Read by a shell: a file just written is busy to be run as long as any child of this process has it open.
    try place.write("echo \"$KUNDREG_TOLD\" >> \"$1\"\n", to: "tell")
    try place.succeed("customer", "edit", "1", "phone=08-12 34 56")
    #expect(try place.text("told.txt") == "bo\nbo\n")
  }

  @Test func usersAreGrantedRevokedAndRemoved() throws {
    #expect(try place.succeed("user", "grant", "bo", "edit").json()["permissions"] == .string("edit, viewAssigned"))
    #expect(try place.succeed("user", "revoke", "bo", "viewAssigned").json()["permissions"] == .string("edit"))
    try place.succeed("user", "remove", "bo", "--as", "anna")
    try place.expect(77, "customer", "edit", "1", "name=X", "--as", "bo")
    try place.refuse("user.lastAdministrator", "user", "remove", "anna")
  }
}
