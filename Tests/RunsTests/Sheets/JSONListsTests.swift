import CustomerModel
import Differ
import Mapping
import RegisterStore
import Runs
import TestSupport
import Testing
import Texts
import Validation

/// A JSON object with several lists of objects is read as a workbook with several sheets.
@Suite struct JSONListsTests {
  private let office: Office
  init() throws {
    var office = try Office()
    office.library = try Office.shippedMappings()
    self.office = office
  }

  private func importing(
    _ json: String, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try office.folder.write(json, to: "k.json")
    return try office.importing("k.json", choose)
  }

  private static let two =
    #"{"företag":[{"number":"1","name":"A"}],"privat":[{"number":"2","name":"B","type":"private"},{"number":"","name":"C"}]}"#

  @Test func allListsThatFitAreRead() throws {
    let outcome = try importing(Self.two)
    #expect(outcome.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(outcome.report.sheets == ["företag", "privat"])
    #expect(outcome.report.unreadSheets.isEmpty)
    #expect(try office.card("2")?[.type] == "private")
    let example = try #require(outcome.report.problems.entries.first?.examples.first)
    #expect(example.position == 2)
    #expect(example.sheet == "privat")
  }

  /// An object without a name says nothing of its value, in whichever list it stands.
  @Test func whatAnObjectLacksIsKept() throws {
    _ = try importing(
      #"[{"number":"1","name":"A","phone":"08-1234567"},{"number":"2","name":"B","phone":"08-7654321"}]"#)
    let outcome = try importing(
      #"{"a":[{"number":"1","name":"A","email":"a@exempel.se","phone":"08-1234567"},{"number":"1b","name":"X"}],"b":[{"number":"2","name":"Bo","city":"x","phone":"08-7654321"},{"number":"2","name":"Bo"}],"c":[{"number":"1","name":"Al"}]}"#
    )
    #expect(outcome.counts.rejected == 2)
    #expect(try office.card("1")?[Field.named("phone")!] != nil)
    let short = try importing(
      #"{"a":[{"number":"2","name":"Bo"},{"name":"Al","number":"1","email":"b@exempel.se"}],"b":[{"number":"3","name":"C","mobile":"070-1234567"},{"name":"D","number":"4","phone":"08-111111"}]}"#
    ) { $0.empty = .clear }
    #expect(short.counts.rejected == 0)
    #expect(try office.card("2")?[Field.named("phone")!] != nil)
  }

  @Test(
    "a page of a longer list is named, and inactivates nobody",
    arguments: [
      #"{"MetaInformation":{"@TotalResources":250,"@TotalPages":3,"@CurrentPage":1},"Customers":[{"number":"1","name":"A"}]}"#,
      #"{"Meta":{"CurrentPage":2,"PageSize":1,"TotalNumberOfPages":3},"Data":[{"number":"1","name":"A"}]}"#,
      #"{"customers":[{"number":"1","name":"A"}],"total_pages":"3"}"#,
      #"{"customers":[{"number":"1","name":"A"}],"paging":{"links":{"page":9},"page":1,"totalPages":2}}"#,
    ])
  func pageOfList(json: String) throws {
    let outcome = try importing(json)
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(outcome.report.notes.count == 1)
    #expect(try office.failure("k.json") { $0.inactivatesMissing = true }.code == "missing.pages")
    #expect(try office.card("1")?[.active] == "1")
  }

  @Test(
    "a list whose only page it is, and objects with pages of their own, are whole",
    arguments: [
      #"{"MetaInformation":{"@TotalResources":1,"@TotalPages":1,"@CurrentPage":1},"Customers":[{"number":"1","name":"A"}]}"#,
      #"{"Customers":[{"number":"1","name":"A"}],"page":1,"notes":{"text":{"totalPages":4}}}"#,
      #"{"number":"1","name":"A","totalPages":3}"#, #"[{"number":"1","name":"A","totalPages":3}]"#,
      "{\"number\":\"1\",\"name\":\"A\",\"totalPages\":3}\n{\"number\":\"2\",\"name\":\"B\",\"totalPages\":3}\n",
    ])
  func wholeList(json: String) throws {
    let outcome = try importing(json) { $0.inactivatesMissing = true }
    #expect(outcome.counts.created == outcome.counts.rows)
    #expect(outcome.report.notes.isEmpty)
  }

  @Test func aListThatDoesNotFitIsNamed() throws {
    let outcome = try importing(
      #"{"links":[{"rel":"next","href":"x"}],"customers":[{"number":"1","name":"A"}],"errors":[]}"#)
    #expect(outcome.counts == .init(rows: 1, created: 1))
    #expect(outcome.report.unreadSheets.map(\.name) == ["links"])
    #expect(outcome.report.unreadSheets.allSatisfy { !$0.fits })
    #expect(!outcome.report.notes.isEmpty, "it is told in a note, too")
  }

  @Test(arguments: ["suppliers", "Leverantörer", "users"])
  func aListThatIsNamedForOthersHoldsNoCustomers(name: String) throws {
    for lists in [
      #""\#(name)":[{"number":"2","name":"B"}],"customers":[{"number":"1","name":"A"}]"#,
      #""customers":[{"number":"1","name":"A"}],"\#(name)":[{"number":"2","name":"B"}]"#,
    ] {
      let outcome = try importing("{\(lists)}") { $0.inactivatesMissing = true }
      #expect(outcome.counts.rows == 1)
      #expect(try office.card("2") == nil)
      #expect(outcome.report.unreadSheets == [UnreadSheet(name: name, reason: .ofOthers)])
    }
    // Asked for, or alone, it is what is meant.
    let asked = try importing(#"{"customers":[{"number":"1","name":"A"}],"\#(name)":[{"number":"2","name":"B"}]}"#) {
      $0.sheet = name
    }
    #expect(asked.counts.rows == 1)
    #expect(try office.card("2") != nil)
    #expect(try importing(#"{"\#(name)":[{"number":"3","name":"B"}]}"#).counts.created == 1)
  }

  @Test func whoStandsInAListThatIsLeftOutIsNotTakenForMissing() throws {
    _ = try importing(#"{"a":[{"number":"1","name":"A"}],"b":[{"number":"2","name":"B"}]}"#)
    try office.folder.write(#"{"a":[{"number":"1","name":"A"}],"b":[{"number":"2","name":"B"}]}"#, to: "k.json")
    let error = try office.failure("k.json") {
      $0.sheet = "a"
      $0.inactivatesMissing = true
    }
    #expect(error.code == "missing.sheetLeftOut")
    #expect(try importing(Self.two) { $0.sheet = "privat" }.report.sheet == "privat")
  }

  @Test func aDocumentWithOneListHasNoSheets() throws {
    try office.folder.write(#"{"customers":[{"number":"1","name":"A"}],"tags":["x"]}"#, to: "k.json")
    #expect(try office.failure("k.json") { $0.sheet = "customers" }.code == "sheet.none")
    #expect(try office.importing("k.json").report.sheet == nil)
  }

  @Test func anArrayInAFieldOfOneValueIsNeverStoredAsItsBytes() throws {
    let outcome = try importing(
      #"[{"number":"1","name":"Ek","phone":["08-123456"],"comments":["rad1","rad2"],"tags":["b","a"],"invoiceAddress":{"line1":["G 1","c/o X"]}},{"number":"2","name":["x","y"]},{"number":["3","4"],"name":"Z"}]"#
    )
    #expect(outcome.counts.created == 2 && outcome.counts.rejected == 1)
    let card = try #require(try office.card("1"))
    #expect(card[Field.named("comments")!] == "rad1\nrad2")
    #expect(card[Field.named("invoiceAddress.line1")!] == "G 1, c/o X")
    #expect(card[Field.named("phone")!] == "08-123456")
    #expect(try office.card("2")?[.customerName] == "x, y")
    let doubtful = try #require(outcome.report.problems.entries.first { $0.code == "cell.typeDoubtful" })
    #expect(doubtful.count == 3)
    #expect(doubtful.examples.allSatisfy { $0.message.contains("a list of several values") })
  }

  @Test(arguments: ["\\u2800", "\\u3164", "\\u007f", "\\u180b\\u200b", "\\u034f"])
  func aNameThatShowsNothingIsNone(name: String) throws {
    let outcome = try importing("[{\"number\":\"1\",\"name\":\"\(name)\",\"email\":\"a@exempel.se\"}]")
    #expect(outcome.counts.rejected == 1)
    #expect(outcome.report.problems.entries.map(\.code) == ["name.missing"])
  }
}
