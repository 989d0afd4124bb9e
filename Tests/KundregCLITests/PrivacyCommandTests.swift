import Foundation
import Testing
import Texts

@testable import KundregCLI
@testable import Runs

@Suite struct PrivacyCommandTests {
  private static let identity = "19800101-1231"

  private func place() throws -> Workplace {
    let place = try Workplace()
    try place.write(
      "Kundnummer;Namn;Kundtyp;Org-/personnummer\n1001;Svea Berg;private;\(Self.identity)\n1002;Bo Ek;private;\n",
      to: "k.csv")
    try place.succeed("import", "k.csv")
    try place.succeed("user", "add", "chef", "--grant", "administrator")
    try place.succeed("user", "add", "anna", "--grant", "view", "--grant", "edit", "--grant", "delete")
    return place
  }

  @Test(arguments: [
    ["customer", "history", "1001", "--show-identity"], ["conflicts", "list", "--show-identity"],
    ["customer", "list", "--show-identity"], ["customer", "show", "1001", "--show-identity"],
    ["customer", "renumber", "1001", "9"], ["customer", "forget", "1001", "--yes"], ["customer", "disclose", "1001"],
  ])
  func onlyAnAdministratorMay(arguments: [String]) throws {
    let place = try place()
    let refused = try Program.run(arguments + ["--as", "anna"], in: place.path)
    #expect(refused.status == 77)
    #expect(!(refused.stdout + refused.stderr).contains(Self.identity))
    #expect(try Program.run(arguments + ["--as", "chef"], in: place.path).status == 0)
  }

  @Test func identityNumbersShowInFullOnlyWhenAskedFor() throws {
    let place = try place()
    #expect(try !place.succeed("customer", "history", "1001").stdout.contains(Self.identity))
    for command in [["customer", "history", "1001"], ["customer", "list"], ["customer", "show", "1001"]] {
      for format in ["table", "json"] {
        let masked = try Program.run(command + ["--format", format], in: place.path)
        let shown = try Program.run(command + ["--format", format, "--show-identity"], in: place.path)
        #expect(!masked.stdout.contains(Self.identity) && masked.status == 0, "\(command) \(format)")
        #expect(shown.stdout.contains(Self.identity), "\(command) \(format)")
      }
    }
  }

  @Test func anEarlierNumberShowsNoHistoryToWhomTheCustomerIsHidden() throws {
    let place = try place()
    try place.succeed("user", "add", "bo", "--grant", "viewAssigned")
    try place.succeed("customer", "renumber", "1001", "9")
    for number in ["9", "1001"] {
      let refused = try Program.run(["customer", "history", number, "--as", "bo"], in: place.path)
      #expect(refused.status != 0)
      #expect(!refused.stdout.contains("Svea"))
      #expect(try place.succeed("customer", "history", number, "--as", "anna").stdout.contains("Svea Berg"))
    }
  }

  @Test func forgettingAsksForYesAndNamesWhatIsLeft() throws {
    let place = try place()
    try place.expect(64, "customer", "forget", "1001")
    try place.succeed("customer", "show", "1001")
    let outcome = try place.expect(0, "customer", "forget", "1001", "--yes").json()
    #expect(outcome["erased"]?.bool == true)
    #expect(outcome["left"]?.elements.count == 1)
    try place.expect(1, "customer", "show", "1001")
    #expect(try !String(decoding: place.bytes("kundreg.db"), as: UTF8.self).contains("Svea Berg"))
  }

  @Test func aDisclosureSaysThatItLacksTheContentsOfDocuments() throws {
    let place = try place()
    let without = try place.succeed("customer", "disclose", "1001", "--out", "a.json", "--format", "table").stdout
    #expect(without.contains(PrivacyAccountTexts.disclosed("1001", in: "a.json", documents: 0).english))
    try place.write("Avtal", to: "avtal.txt")
    try place.succeed("customer", "document", "add", "1001", "avtal.txt")
    let with = try place.succeed("customer", "disclose", "1001", "--out", "b.json", "--format", "table").stdout
    #expect(
      with.contains(
        "is in b.json, except the contents of 1 document: the file lists them under documentFiles. Only you may read it"
      ))
  }

  @Test func forgettingNamesEveryRejectsFileWhereverItIsAskedFrom() throws {
    let place = try place()
    try FileManager.default.createDirectory(atPath: place.file("in"), withIntermediateDirectories: false)
    let folder = place.file("in")
    let register = ["--register", place.file("kundreg.db")]
    func importing(_ status: Int, _ arguments: String...) throws {
      let outcome = try Program.run(["import"] + arguments + register, in: folder)
      #expect(outcome.status == status, "\(arguments): \(outcome.stderr)")
    }
    let bad = "Kundnummer;Namn;E-post\n1003;;eva@example.se\n"
    for name in ["twice.csv", "chosen.csv"] { try place.write(bad, to: "in/" + name) }
    try place.write("Kundnummer;Namn\n1004;Ulf Ek\n", to: "in/with.csv")
    try place.write("Kundnummer;Namn;E-post\n9999;Per Ek;per@example.se\n", to: "in/contacts.csv")
    try place.write("Kundnummer;Anläggningsnummer\n9999;A1\n", to: "in/facilities.csv")

    try importing(2, "twice.csv")
    try importing(2, "twice.csv")
    try importing(2, "chosen.csv", "--rejects", "../mine.csv")
    try importing(2, "with.csv", "--with", "contactPersons=contacts.csv")
    try importing(2, "facilities.csv", "--into", "facilities")
    let names = [
      "in/twice.csv.rejects.csv", "in/twice.csv.rejects.previous.csv", "mine.csv", "in/contacts.csv.rejects.csv",
      "in/facilities.csv.rejects.csv",
    ]
    for name in names { #expect(place.exists(name), "\(name)") }

    let outcome = try place.expect(0, "customer", "forget", "1001", "--yes").json()
    let left = try #require(outcome["left"]).elements.compactMap(\.text)
    for name in names { #expect(left.contains("\(place.file(name)): rows that an import rejected"), "\(name)") }
    #expect(left.count == names.count + 1)
  }

  @Test func whatCannotBeDeletedIsNamedAndAllElseIsDone() throws {
    let place = try place()
    try place.write("Hemligt om Svea", to: "avtal.txt")
    try place.succeed("customer", "document", "add", "1001", "avtal.txt")
    let files = try #require(FileManager.default.subpaths(atPath: place.file("kundreg.db.files")))
    let document = place.file("kundreg.db.files/" + (try #require(files.first { $0.contains("/") })))
    // Folders stand in the way of what deletes files.
    for path in [document, place.file("kundreg.db.search")] {
      try? FileManager.default.removeItem(atPath: path)
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }
    let outcome = try place.expect(2, "customer", "forget", "1001", "--yes")
    let undeleted = ForgetTexts.undeleted([Text.unknown.english])
    #expect(outcome.stderr.contains(undeleted.untilUnknown), "\(outcome.stderr)")
    #expect(outcome.stderr.contains(undeleted.afterUnknown), "\(outcome.stderr)")
    let left = try #require(outcome.json()["left"]).elements.compactMap(\.text)
    for path in [document, place.file("kundreg.db.search")] {
      #expect(outcome.stderr.contains(path), "\(outcome.stderr)")
      #expect(left.contains("\(path): it could not be deleted"), "\(left)")
    }
    #expect(try outcome.json()["erased"]?.bool == true)
    #expect(try !String(decoding: place.bytes("kundreg.db"), as: UTF8.self).contains("Svea Berg"))
    try place.refuse("customer.unknown", "customer", "forget", "1001", "--yes")
  }

  @Test func openReaderIsToldOfAndLeavesTracesToTheNextTime() throws {
    let place = try place()
    let reader = """
      import sqlite3, subprocess, sys
      db = sqlite3.connect("kundreg.db"); db.isolation_level = None
      db.execute("BEGIN"); db.execute("SELECT count(*) FROM customer").fetchall()
      print(subprocess.run([sys.argv[1], "customer", "forget", "1001", "--yes"], capture_output=True).returncode)
      """
    #expect(try place.python(reader, Program.path) == "75\n")
    try place.expect(1, "customer", "show", "1001")
  }

  @Test func duplicatesAreListedAnsweredMergedAndTakenBack() throws {
    let place = try place()
    try place.write("Kundnummer;Namn;E-post\n1;Berg;a@example.se\n2;Ek;a@example.se\n", to: "two.csv")
    try place.succeed("import", "two.csv")
    let before = try place.export()
    let pairs = try place.succeed("customer", "duplicates").json()
    #expect(pairs[0]?["score"]?.int == 70)
    #expect(pairs[0]?["reason"]?.text == "same e-mail")
    let merged = try place.succeed("customer", "merge", "2", "1").json()
    #expect(try place.succeed("customer", "duplicates").json().elements.isEmpty)
    try place.succeed("undo", "\(try #require(merged["run"]?.int))")
    #expect(try place.export() == before)
  }
}
