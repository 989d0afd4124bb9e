import Foundation
import Testing
import Texts

@testable import Runs

/// `export --documents` and `import --documents`: contents go with the cards that name them.
@Suite struct DocumentTransferTests {
  private let place: Workplace
  private static let pdf = "%PDF-1.7 ett avtal"

  init() throws {
    place = try Workplace()
    try place.write(Self.pdf, to: "avtal.pdf")
    try place.write("Hej", to: "brev.txt")
    for number in ["1001", "1002"] { try place.succeed("customer", "add", number, "name=Kund \(number)") }
    try place.succeed("customer", "document", "add", "1001", "avtal.pdf", "--folder", "Avtal")
    try place.succeed("customer", "document", "add", "1002", "brev.txt")
  }

  private func number(_ json: JSON?) -> Int? {
    guard case .number(let value)? = json else { return nil }
    return (value as NSDecimalNumber).intValue
  }

  @Test(arguments: ["kunder.csv", "kunder.xlsx", "kunder.json"])
  func anEmptyRegisterGetsTheContentsToo(file: String) throws {
    #expect(number(try place.succeed("export", file, "--documents", "dokument").json()["documents"]) == 2)
    let copy = try Workplace()
    let import_ = try copy.succeed("import", place.file(file), "--documents", place.file("dokument")).json()
    #expect(number(import_["report"]?["documents"]?["stored"]) == 2)
    #expect(number(import_["report"]?["documents"]?["missing"]) == 0)
    try copy.succeed("customer", "document", "get", "1001", "avtal.pdf", "--out", "kopia.pdf")
    #expect(try copy.text("kopia.pdf") == Self.pdf)
    try copy.succeed("doctor")
    #expect(try copy.export() == place.export())
    // What is there already is not stored again.
    let again = try copy.succeed("import", place.file(file), "--documents", place.file("dokument")).json()
    #expect(again["report"]?["documents"] == nil)
  }

  @Test func onlyTheContentsOfListedCustomersAreCopied() throws {
    try place.succeed("export", "kunder.csv", "--where", "number=1002", "--documents", "dokument")
    let files = try FileManager.default.subpathsOfDirectory(atPath: place.file("dokument")).filter { $0.count > 2 }
    #expect(files.count == 1)
    #expect(try place.text("dokument/" + #require(files.first)) == "Hej")
  }

  @Test func anImportSaysWhichContentsItLacks() throws {
    try place.succeed("export", "kunder.csv")
    let copy = try Workplace()
    let report = try copy.succeed("import", place.file("kunder.csv")).json()["report"]
    #expect(number(report?["documents"]?["missing"]) == 2)
    let lacking = NewDocumentTexts.withoutContent(
      [(name: "avtal.pdf", customer: "1001"), (name: "brev.txt", customer: "1002")], more: 0)
    #expect(report?["notes"]?.elements.compactMap(\.text).contains { $0.contains(lacking.english) } == true)
  }

  @Test func aContentThatIsNoDocumentIsNotStored() throws {
    try place.succeed("export", "kunder.csv", "--documents", "dokument")
    let copy = try Workplace()
    try copy.write(place.text("kunder.csv").replacing("brev.txt", with: "brev.exe"), to: "kunder.csv")
    let outcome = try copy.expect(
      2, "import", "kunder.csv", "--documents", place.file("dokument"), "--format", "table")
    let refused = NewDocumentTexts.ofCustomer(
      "1002", NewDocumentTexts.isNoType("brev.exe", taken: [Text.unknown.english]))
    #expect(outcome.stdout.contains(refused.untilUnknown), "\(outcome.stdout)")
    #expect(outcome.stdout.contains(NewDocumentTexts.stored(1).english), "\(outcome.stdout)")
  }

  @Test func aContentThatIsTooLargeHereIsNotStored() throws {
    try place.write(Self.pdf + String(repeating: "x", count: 1_100_000), to: "stor.pdf")
    try place.succeed("customer", "document", "add", "1002", "stor.pdf")
    try place.succeed("export", "kunder.csv", "--documents", "dokument")
    let copy = try Workplace()
    try copy.write(#"{"documents": {"maxMegabytes": 1}}"#, to: "config.json")
    let outcome = try copy.expect(
      2, "import", place.file("kunder.csv"), "--documents", place.file("dokument"), "--format", "table")
    let refused = NewDocumentTexts.ofCustomer("1002", NewDocumentTexts.tooLarge("stor.pdf", megabytes: 2, most: 1))
    #expect(outcome.stdout.contains(refused.english), "\(outcome.stdout)")
    #expect(!outcome.stdout.contains("Nothing was changed"))
  }

  @Test func aDamagedContentIsNotStoredAndADamagedFileIsReplaced() throws {
    try place.succeed("export", "kunder.csv", "--where", "number=1002", "--documents", "dokument")
    let folder = place.file("dokument")
    let file = try #require(try FileManager.default.subpathsOfDirectory(atPath: folder).first { $0.count > 2 })
    let good = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
    try Data("Hejdå".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    let copy = try Workplace()
    let outcome = try copy.expect(
      2, "import", place.file("kunder.csv"), "--documents", folder, "--format", "table")
    let refused = NewDocumentTexts.ofCustomer("1002", NewDocumentTexts.damagedContent("brev.txt", in: folder))
    #expect(outcome.stdout.contains(refused.english), "\(outcome.stdout)")
    try good.write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
    try copy.succeed("import", place.file("kunder.csv"), "--documents", folder)
    try Data("Hej!".utf8).write(to: URL(fileURLWithPath: copy.file("kundreg.db.files/\(file)")))
    try copy.succeed("import", place.file("kunder.csv"), "--documents", folder)
    try copy.succeed("doctor")
  }

  /// The register may have documents of others that lack their files: no matter of this import.
  @Test func onlyTheInputsCustomersAreLookedAt() throws {
    try place.succeed("export", "en.csv", "--where", "number=1002")
    try FileManager.default.removeItem(atPath: place.file("kundreg.db.files"))
    let report = try place.succeed("import", "en.csv").json()["report"]
    #expect(number(report?["documents"]?["missing"]) == 1)
  }

  /// A document may be called by a person's number, which no report shows.
  @Test func numbersInDocumentNamesAreMasked() throws {
    try place.write("Hej", to: "19800101-1231.txt")
    try place.succeed("customer", "document", "add", "1002", "19800101-1231.txt")
    try place.succeed("export", "kunder.csv")
    let copy = try Workplace()
    for format in ["json", "table"] {
      let outcome = try copy.succeed("import", place.file("kunder.csv"), "--format", format)
      #expect(outcome.stdout.contains("19800101-****.txt of 1002"))
      #expect(!outcome.stdout.contains("1231"))
      try copy.succeed("undo", "1")
    }
  }

  @Test func aFolderThatCannotBeMadeLeavesAnOlderExportAsItWas() throws {
    try place.write("older", to: "kunder.csv")
    try place.expect(1, "export", "kunder.csv", "--documents", "ingen/dokument")
    #expect(try place.text("kunder.csv") == "older")
  }

  @Test func aMissingContentEndsTheExportAndIsNamed() throws {
    try FileManager.default.removeItem(atPath: place.file("kundreg.db.files"))
    try place.refuse("export.incomplete", "export", "kunder.csv", "--documents", "dokument")
    #expect(try place.text("kunder.csv").contains("avtal.pdf"))
  }

  @Test func wrongUsageIsNamed() throws {
    try place.refuse(
      "export.documentsLeftOut", status: 64, "export", "k.csv", "--documents", "d", "--columns", "number,name")
    #expect(!place.exists("k.csv"))
    try place.write("Kundnr;Namn\n1;A\n", to: "k.csv")
    try place.refuse("documents.noFolder", status: 64, "import", "k.csv", "--documents", "finns-inte")
    for rehearsal in [["--plan", "p.json"], ["--dry-run"], ["--into", "facilities"]] {
      let outcome = try Program.run(["import", "k.csv", "--documents", "."] + rehearsal, in: place.path)
      #expect(outcome.status == 64)
      #expect(outcome.stderr.contains("--documents works only when customers are really imported"))
    }
  }
}
