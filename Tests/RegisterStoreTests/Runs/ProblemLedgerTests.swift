import CustomerModel
import GRDB
import Testing
import Texts

@testable import RegisterStore

@Suite struct ProblemLedgerTests {
  private let store: Store
  init() throws { store = try Store() }

  private func problem(
    _ row: Int?, _ code: String = "phone.shape", sheet: String? = nil, column: String? = "Telefon",
    value: String? = "12",
    message: String = "Write 5 to 15 digits.", detail: String? = nil
  ) -> ShownProblem {
    ShownProblem(
      code: code, severity: .warn, row: row, sheet: sheet, column: column, value: value, text: Text(verbatim: message),
      detail: detail.map { Text(verbatim: $0) })
  }

  @discardableResult
  private func keep(_ problems: [(ShownProblem, file: String)], of owner: ProblemOwner = .nobody) throws -> Int {
    try store.run(.import) { writer in
      let ledger = try writer.problemLedger()
      for (problem, file) in problems { try ledger.add(problem, file: file, of: owner) }
    }
  }

  private func kept(_ run: Int, codes: Set<String> = []) throws -> [(problem: ShownProblem, file: String)] {
    try store.register.read { reader in
      var found: [(problem: ShownProblem, file: String)] = []
      try reader.forEachProblem(ofRun: run, codes: codes) { found.append($0) }
      return found
    }
  }

  private func count(_ table: String) throws -> Int {
    try store.register.queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)")! }
  }

  @Test func aProblemComesBackAsItWas() throws {
    let problems = [
      problem(2), problem(3, value: nil), problem(4, value: ""), problem(5, column: nil, value: "å\n\"b\";=1+1"),
      problem(7, message: "Row 12 has the number 12 of row 12. Mend it.", detail: "12"),
      problem(8, message: "No such part.", detail: "12"), problem(9, message: "Odd \u{1} 12", detail: "12"),
      ShownProblem(code: "x", severity: .reject, row: 10, column: nil, value: nil, text: Text(verbatim: "Out.")),
      // Of another sheet, so last.
      problem(6, sheet: "Blad 1"),
    ]
    let run = try keep(problems.map { ($0, "k.csv") })
    let found = try kept(run)
    #expect(found.map(\.problem.message) == problems.map(\.message))
    #expect(found.map(\.problem.value) == problems.map(\.value))
    #expect(found.map(\.problem.column) == problems.map(\.column))
    #expect(found.map(\.problem.row) == problems.map(\.row))
    #expect(found.last?.problem.sheet == "Blad 1")
    #expect(found.allSatisfy { $0.file == "k.csv" })
    #expect(found.first { $0.problem.code == "x" }?.problem.severity == .reject)
  }

  @Test func aProblemIsKeptInBothLanguagesWithWhatIsTheRowsOwn() throws {
    let texts = (1...3).map { row in
      (
        text: Text(en: "As row \(row) (customer \(row)). Mend it.", sv: "Som rad \(row) (kund \(row)). Rätta det."),
        detail: Text(en: "\(row) (customer \(row))", sv: "\(row) (kund \(row))")
      )
    }
    let run = try keep(
      texts.map {
        (
          ShownProblem(
            code: "a", severity: .reject, row: 1, column: nil, value: nil, text: $0.text, detail: $0.detail), "k.csv"
        )
      })
    #expect(try kept(run).map(\.problem.text) == texts.map(\.text))
    #expect(try kept(run).map(\.problem.detail) == texts.map(\.detail))
    #expect(try count("problem_text") == 1)
  }

  @Test func whatWasKeptBeforeThereWasSwedishIsToldInEnglish() throws {
    let run = try keep([
      (
        ShownProblem(
          code: "a", severity: .reject, row: 1, column: nil, value: nil, text: Text(en: "As row 7.", sv: "Som rad 7."),
          detail: Text(verbatim: "7")), "k.csv"
      )
    ])
    try store.register.queue.write { try $0.execute(sql: "UPDATE problem_text SET swedish = NULL") }
    #expect(try kept(run).map(\.problem.text) == [Text(verbatim: "As row 7.")])
  }

  @Test func problemsAreListedByFileSheetAndRowWithColumnsFirst() throws {
    let run = try keep([
      (problem(9, sheet: "Norr"), "k.xlsx"), (problem(4, sheet: "Norr"), "k.xlsx"),
      (problem(4, "b", sheet: "Norr"), "k.xlsx"),
      (problem(3, sheet: "Söder"), "k.xlsx"), (problem(2, sheet: nil), "a.csv"),
      (problem(nil, sheet: "Norr"), "k.xlsx"),
    ])
    let found = try kept(run).map { "\($0.file) \($0.problem.sheet ?? "-") \($0.problem.row ?? 0) \($0.problem.code)" }
    #expect(
      found == [
        "k.xlsx Norr 0 phone.shape", "k.xlsx Norr 4 phone.shape", "k.xlsx Norr 4 b", "k.xlsx Norr 9 phone.shape",
        "k.xlsx Söder 3 phone.shape", "a.csv - 2 phone.shape",
      ])
  }

  @Test func runsAndCodesAreKeptApart() throws {
    let first = try keep([(problem(2), "a"), (problem(3, "email.shape"), "a"), (problem(4, "x"), "a")])
    let second = try keep([(problem(5), "b")])
    #expect(try kept(first, codes: ["email.shape", "x"]).map(\.problem.row) == [3, 4])
    #expect(try kept(first, codes: ["none"]).isEmpty)
    #expect(try kept(second).map(\.file) == ["b"])
    #expect(try store.register.read { try $0.problemCount(ofRun: first) } == 3)
    #expect(try kept(99).isEmpty)
  }

  @Test func aSentenceIsWrittenOnceForAllRowsWhateverNumberItNames() throws {
    let run = try keep(
      (2...3000).map { row in
        let message = "“Nr” holds the same customer number as row \(row - 1). Keep one of the rows."
        return (problem(row, value: "\(row)", message: message, detail: "\(row - 1)"), "k.csv")
      })
    #expect(try count("problem_text") == 1)
    #expect(try count("problem") == 2999)
    #expect(
      try kept(run)[2997].problem.message == "“Nr” holds the same customer number as row 2998. Keep one of the rows.")
  }

  @Test func moreDifferentSentencesThanAreRememberedAreKeptAllTheSame() throws {
    let run = try keep((2...9002).map { (problem($0, message: "Sentence \($0 % 4500)."), "k.csv") })
    #expect(try kept(run).map(\.problem.message) == (2...9002).map { "Sentence \($0 % 4500)." })
  }

  @Test func aMillionWarningsOfARegisterTakeLittleRoom() throws {
    let pages = {
      try store.register.queue.read { db in
        try Int.fetchOne(db, sql: "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")!
      }
    }
    let before = try pages()
    try store.run { writer in
      let ledger = try writer.problemLedger()
      for row in 0..<20_000 {
        try ledger.add(
          problem(row + 2, value: "08-123 45 \(row)"), file: "k.csv",
          of: ProblemOwner(customer: Int64(row), key: Int64.max - Int64(row)))
      }
    }
    let grown = try pages() - before
    #expect(grown > 0 && grown < 20_000 * 60, "\(grown / 20_000) bytes a warning")
  }

  @Test func aRunThatFailsLeavesNone() throws {
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try store.run { writer in
        try writer.problemLedger().add(problem(2), file: "k.csv", of: .nobody)
        throw Stop()
      }
    }
    for table in ["problem", "problem_text", "problem_source"] { #expect(try count(table) == 0) }
  }

  @Test func problemsOfACustomersRowsAreRemovedWithItAndOthersStay() throws {
    try store.add([["number": "1", "name": "Svea Hemlig"], ["number": "2", "name": "Annan"]])
    let seed = try store.register.read { try $0.digestSeed() }
    let run = try store.run(.import) { writer in
      let ledger = try writer.problemLedger()
      let owners = [
        ProblemOwner(customer: 1, key: nil), ProblemOwner(customer: nil, key: ProblemOwner.key("1", seed: seed)),
        ProblemOwner(customer: nil, key: ProblemOwner.key("19800101-1231", seed: seed)),
        ProblemOwner(customer: 2, key: nil),
        .nobody,
      ]
      for (index, owner) in owners.enumerated() { try ledger.add(problem(index + 2), file: "k.csv", of: owner) }
    }
    let held = try store.register.read { try $0.holdings(ofCustomer: 1) }.first { $0.table == "problems" }
    #expect(held?.rows.map { row in row.first { $0.column == "row" }?.value } == ["2", "3"])
    #expect(
      held?.rows.first?.map(\.column) == [
        "run", "source", "sheet", "row", "column", "value", "code", "severity", "message",
      ])
    try store.run { writer in
      _ = try writer.forget(1, numbers: ["1"], identities: ["19800101-1231"], user: "anna")
    }
    #expect(try kept(run).map(\.problem.row) == [5, 6])
  }

  @Test func whatMentionsAPersonInOtherRowsIsReplacedAndTheRowStays() throws {
    let run = try keep([
      (problem(2, value: "Svea Hemlig"), "k.csv"),
      (problem(3, message: "As Svea Hemlig. Mend.", detail: "Svea Hemlig"), "k.csv"),
      (problem(4, column: "Svea Hemlig", message: "Other."), "k.csv"), (problem(5, value: "Svea Hemligsson"), "k.csv"),
    ])
    try store.run { writer in
      try writer.rewriteTexts(mentioning: ["Svea Hemlig"], with: "(forgotten)") { $0 == "Svea Hemlig" }
    }
    let found = try kept(run).map(\.problem)
    #expect(found.map(\.value) == ["(forgotten)", "12", "12", "Svea Hemligsson"])
    #expect(found[1].message == "As (forgotten). Mend.")
    #expect(found.map(\.column) == ["Telefon", "Telefon", "(forgotten)", "Telefon"])
  }
}
