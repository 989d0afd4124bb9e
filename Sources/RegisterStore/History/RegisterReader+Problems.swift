package import CustomerModel
import GRDB
import SwedishIdentity
import Texts

extension RegisterReader {
  /// A problem that was kept with a run, and the file in which its row stands.
  package typealias RunProblem = (problem: ShownProblem, file: String)

  /// How many problems are kept of a run.
  package func problemCount(ofRun run: Int) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM problem WHERE run = ?", arguments: [run])!
  }

  /// Shows every problem that is kept of a run, in the order of its files, sheets and rows, one at a time.
  ///
  /// - Parameter codes: the codes that are looked for; all when empty.
  package func forEachProblem(
    ofRun run: Int, codes: Set<String> = [], _ body: (RunProblem) throws -> Void
  ) throws {
    let statement = try SQLiteStatement(
      db,
      """
      SELECT row, sheet, file, heading, value, code, severity, message, detail, swedish, swedish_detail
      FROM problem
      CROSS JOIN problem_text ON problem_text.id = problem.text
      CROSS JOIN problem_source ON problem_source.run = problem.run AND problem_source.part = problem.part
      WHERE problem.run = ?1 ORDER BY problem.part, row, ordinal
      """)
    statement.bind(1, Int64(run))
    defer { statement.reset() }
    while try statement.step() {
      let code = statement.text(5) ?? ""
      guard codes.isEmpty || codes.contains(code) else { continue }
      let row = Int(statement.integer(0))
      let message = statement.text(7) ?? ""
      let detail = statement.text(8).map { Text(en: $0, sv: statement.text(10) ?? $0) }
      try body(
        (
          problem: ShownProblem(
            code: code, severity: statement.text(6).flatMap(Severity.init) ?? .warn, row: row == 0 ? nil : row,
            sheet: statement.text(1), column: statement.text(3), value: statement.text(4),
            text: Text(
              en: ProblemLedger.joined(message, detail?.english),
              sv: ProblemLedger.joined(statement.text(9) ?? message, detail?.swedish)),
            detail: detail),
          file: statement.text(2) ?? ""
        ))
    }
  }

  /// The keys of a customer's numbers, as a JSON array.
  func problemKeys(of numbers: Set<String>, _ identities: Set<String>) throws -> String {
    let seed = try digestSeed()
    // Older problems have identity numbers as the register writes them.
    let texts = numbers.union(identities).union(identities.map(ComparableIdentity.of))
    return "[" + texts.map { String(ProblemOwner.key($0, seed: seed)) }.joined(separator: ",") + "]"
  }

  /// The rows of which problems are kept that are a customer's: of those that were found to mean it, and of rejected rows with
  /// one of its numbers.
  package func problemRows(
    of customer: Int64, numbers: Set<String>, identities: Set<String>
  ) throws -> [Int: Set<Int>] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT run, row FROM problem
        WHERE row > 0 AND (\(PersonalTable.isProblemOfPerson))
        """, arguments: ["customer": customer, "owners": problemKeys(of: numbers, identities)])
    return rows.reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
  }
}
