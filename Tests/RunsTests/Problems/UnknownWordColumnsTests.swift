import CustomerModel
import RegisterStore
import Rows
import Runs
import TestSupport
import Testing
import Validation

/// Columns of fixed words that hold none of them: a fault of the file, told once.
@Suite struct UnknownWordColumnsTests {
  private func codes(_ outcome: ImportOutcome) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: outcome.report.problems.entries.map { ($0.code, $0.count) })
  }

  private func notices(_ outcome: ImportOutcome) -> [Problem] {
    outcome.report.columnNotices.filter { $0.code == "column.unknownWords" }
  }

  private func list(_ heading: String, _ words: [String]) -> String {
    "Nr;Namn;\(heading)\n" + words.enumerated().map { "\($0.offset + 1);K\($0.offset + 1);\($0.element)\n" }.joined()
  }

  @Test(
    "no row is rejected for a column that is another field's",
    arguments: [
      ("Typ", ["Guld", "Silver", "Guld"]), ("Typ", ["A", "B", "C", "A"]), ("Typ", ["1", "2", "", "3"]),
      ("vatType", ["25%", "12%", "25%"]), ("vatType", ["MP1", "MP2", "MP1", ""]),
    ])
  func left(heading: String, words: [String]) throws {
    let office = try Office()
    let text = list(heading, words)
    for run in 1...2 {
      let outcome = try office.importing(text: text)
      #expect(codes(outcome) == [:])
      #expect(run == 1 ? outcome.counts.created == words.count : outcome.counts.unchanged == words.count)
      #expect(outcome.needsAttention)
      #expect(outcome.report.unknownWordColumns == [heading])
      #expect(outcome.report.unmappedColumns == [heading])
      let notice = try #require(notices(outcome).first)
      #expect(notices(outcome).count == 1)
      #expect(notice.column == 2)
      #expect(notice.message.contains("“\(words[0])”") && notice.message.contains("table of values"))
      #expect(notice.message.contains("in \(words.count { !$0.isEmpty }) rows"))
    }
    #expect(try office.card("1")?[.type] == "company")
    #expect(try office.card("1")?[FieldPath(.vatType)] == nil)
  }

  @Test("many words are named by the first few, and the column is looked at to its end")
  func many() throws {
    let words = (1...1500).map { "Klass \($0)" }
    let outcome = try Office().importing(text: list("Typ", words))
    #expect(outcome.counts.created == 1500)
    let message = try #require(notices(outcome).first?.message)
    #expect(message.contains("“Klass 5” and others, in 1500 rows") && !message.contains("“Klass 6”"))
    // One known word in the last row, and the others are mistakes of their rows.
    let known = try Office().importing(text: list("Typ", words + ["Privat"]))
    #expect(codes(known) == ["type.unknown": 1500])
    #expect(known.counts.created == 1)
    #expect(notices(known).isEmpty)
  }

  @Test(
    "where some words are known, the rows of the others are rejected",
    arguments: [
      ["Guld", "Silver", "Företag", "Brons"], ["Privat", "Privta", "Pirvat", "Prviat"], ["F", "X", "Y", "Z"],
    ])
  func someKnown(words: [String]) throws {
    let outcome = try Office().importing(text: list("Typ", words))
    #expect(codes(outcome) == ["type.unknown": 3])
    #expect(outcome.report.unknownWordColumns.isEmpty)
  }

  @Test("one word or two may be mistyped, and rejected rows that come again are no list of their own")
  func few() throws {
    let office = try Office()
    #expect(codes(try office.importing(text: list("Typ", ["Fretag", ""]))) == ["type.unknown": 1])
    #expect(codes(try office.importing(text: list("Typ", ["Fretag", "Guld"]))) == ["type.unknown": 2])
    let words = ["Privat", "Guld", "Silver", "Brons"]
    try office.importing(text: list("Typ", words))
    let again = try office.importing("kunder.csv.rejects.csv")
    #expect(codes(again) == ["type.unknown": 3])
  }

  @Test("words that the mapping knows are known")
  func table() throws {
    let office = try Office(
      mapping: """
        {"name": "kunder", "columns": [
          {"field": "number", "headers": ["Nr"]}, {"field": "name", "headers": ["Namn"]},
          {"field": "type", "headers": ["Typ"], "values": {"Guld": "company", "Silver": "private"}}]}
        """)
    let outcome = try office.importing(text: list("Typ", ["Guld", "Silver", "Brons"]))
    #expect(codes(outcome) == ["type.unknown": 1])
    #expect(try office.card("2")?[.type] == "private")
  }

  @Test("customers that are there keep their type, and a rule that is off is not told")
  func existing() throws {
    var office = try Office()
    try office.importing(text: list("Typ", ["Privat", "Privat", "Privat"]))
    office.severities = ["column.unknownWords": .off]
    let outcome = try office.importing(text: list("Typ", ["Guld", "Silver", "Brons"]))
    #expect(notices(outcome).isEmpty)
    #expect(outcome.counts.unchanged == 3)
    #expect(outcome.needsAttention)
    #expect(try office.card("1")?[.type] == "private")
  }
}
