import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Cells that seem to hold escapes, and rows whose cells end in a backslash, from the file to the register and back from the rejects.
@Suite struct EscapedCellsTests {
  private let office: Office
  init() throws { office = try Office() }

  private let comments = FieldPath("comments")!

  @Test func anEscapeThatNothingShowsIsKeptAndItsRowNamed() throws {
    let text =
      #"Nr;Namn;comments"# + "\n" + #"1;O\'Hara AB;x"# + "\n" + #"2;Två;D\'Angelo"# + "\n" + #"3;Tre AB;C:\data"# + "\n"
    let outcome = try office.importing(text: text)
    #expect(outcome.counts == .init(rows: 3, created: 3, warnings: 2))
    let entry = try #require(outcome.report.problems.entries.first)
    #expect(outcome.report.problems.entries.count == 1 && entry.code == "cell.escape")
    #expect(entry.examples.map(\.position) == [2, 3])
    #expect(entry.examples.map(\.header) == ["Namn", "comments"])
    #expect(try office.card("1")?[.customerName] == #"O\'Hara AB"#)
    #expect(try office.card("3")?[comments] == #"C:\data"#)
  }

  @Test func aColumnThatNothingTakesIsNotRemarkedOn() throws {
    let outcome = try office.importing(
      text: #"Nr;Namn;Okänd"# + "\n" + #"1;Ett;O\'Hara"# + "\n" + #"2;Två;C:\data"# + "\n")
    #expect(outcome.counts == .init(rows: 2, created: 2))
  }

  @Test func theConfigurationMayRejectSuchRowsAndTheyComeBackAsTheyWere() throws {
    var office = office
    office.severities = ["cell.escape": .reject]
    let text =
      #"Nr;Namn;comments"# + "\n" + #"1;O\'Hara AB;x"# + "\n" + #"2;D\'Angelo;y"# + "\n" + #"3;Tre AB;C:\data"# + "\n"
    #expect(try office.importing(text: text).counts == .init(rows: 3, created: 1, rejected: 2))
    office.severities = [:]
    #expect(try office.importing("kunder.csv.rejects.csv").counts == .init(rows: 2, created: 2, warnings: 2))
    #expect(try office.card("1")?[.customerName] == #"O\'Hara AB"#)
    #expect(try office.card("2")?[.customerName] == #"D\'Angelo"#)
  }

  @Test(
    "a row whose cell ends in a backslash comes back from the rejects as it was",
    arguments: [
      (#""3";"Tre AB";"D:\""#, "Tre AB", #"D:\"#), (#""3";"Tre\";"x""#, #"Tre\"#, "x"),
      (#""3";"Tre \"3\" AB";"\\nas\new\""#, #"Tre "3" AB"#, #"\\nas\new\"#),
    ])
  func rowsThatEndInABackslash(row: (text: String, name: String, comments: String)) throws {
    let head = #""Nr";"Namn";"comments""# + "\n" + #""1";"Bygg \"Kalle\" AB";"C:\new\temp""# + "\n"
    let text = head + #""2";"Två \"2\"";"x""# + "\n" + row.text + "\n"
    let outcome = try office.importing(text: text)
    #expect(outcome.counts == .init(rows: 3, created: 2, rejected: 1))
    #expect(outcome.report.problems.entries.map(\.code) == ["row.escapedQuote"])
    #expect(try office.card("1")?[.customerName] == #"Bygg "Kalle" AB"#)
    #expect(try office.card("1")?[comments] == #"C:\new\temp"#)
    #expect(try office.importing("kunder.csv.rejects.csv").counts == .init(rows: 1, created: 1))
    #expect(try office.card("3")?[.customerName] == row.name)
    #expect(try office.card("3")?[comments] == row.comments)
  }
}
