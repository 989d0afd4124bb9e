import CustomerModel
import Testing
import Texts
import Validation

@Suite struct ProblemSummaryTests {
  private func problem(
    _ code: String, _ severity: Severity = .warn, field: String? = nil, column: Int? = nil, value: String? = nil
  )
    -> Problem
  {
    Problem(
      code: code, severity: severity, path: field.flatMap { FieldPath($0) }, column: column, value: value,
      text: Text(verbatim: "m"))
  }

  @Test("counts by code and severity, rejects first, the frequent before the rare")
  func counts() {
    var summary = ProblemSummary(headers: [])
    for row in 0..<3 { summary.add(problem("b.warn"), position: row) }
    for row in 0..<5 { summary.add(problem("a.warn"), position: row) }
    summary.add(problem("a.warn", .reject), position: 9)
    summary.add(problem("c.warn"), position: nil)
    #expect(summary.entries.map(\.code) == ["a.warn", "a.warn", "b.warn", "c.warn"])
    #expect(summary.entries.map(\.severity) == [.reject, .warn, .warn, .warn])
    #expect(summary.entries.map(\.count) == [1, 5, 3, 1])
  }

  @Test("keeps the first examples only, with row, heading and value")
  func examples() {
    var summary = ProblemSummary(headers: ["Nr", "E-post"], exampleLimit: 2)
    for row in 2..<1000 {
      summary.add(problem("email.shape", field: "email", column: 1, value: "fel \(row)"), position: row)
    }
    let entry = summary.entries[0]
    #expect(entry.count == 998)
    #expect(entry.examples.map(\.position) == [2, 3])
    #expect(entry.examples.map(\.header) == ["E-post", "E-post"])
    #expect(entry.examples.map(\.value) == ["fel 2", "fel 3"])
  }

  @Test("an example names its row's sheet, where the input has several")
  func sheets() {
    var summary = ProblemSummary(headers: [])
    summary.add(problem("a.warn"), position: 3)
    summary.add(problem("a.warn"), position: 3, sheet: "Privat")
    #expect(summary.entries[0].examples.map(\.sheet) == [nil, "Privat"])
  }

  @Test("a problem without a column takes the field's heading")
  func heading() {
    var summary = ProblemSummary(headers: [])
    summary.add(problem("name.missing", field: "name"), position: 2)
    #expect(summary.entries[0].examples[0].header == "Namn")
  }

  @Test(
    "examples hide personal numbers, mistyped ones too, and show organisations'",
    arguments: [
      ("identityNumber", "19121212-1212", "19121212-****"), ("identityNumber", "191212-12123", "191212-*****"),
      ("identityNumber", "19121212-121", "191212**-***"), ("identityNumber", "556677-8890", "556677-8890"),
      ("identityNumber", "16556677-8890", "16556677-8890"), ("vatNumber", "SE556677889901", "SE556677889901"),
      ("vatNumber", "SE121212121201", "SE121212******"), ("number", "191212121212", "19121212****"),
      ("comments", "ring 19121212-1212", "ring 19121212-****"), ("identityNumber", "saknas", "saknas"),
    ])
  func masked(field: String, value: String, expected: String) {
    var summary = ProblemSummary(headers: [])
    summary.add(problem("x.y", field: field, value: value), position: 1)
    #expect(summary.entries[0].examples[0].value == expected)
  }

  @Test("long values are cut")
  func cut() {
    var summary = ProblemSummary(headers: [])
    summary.add(problem("text.tooLong", field: "comments", value: String(repeating: "å", count: 10_001)), position: 1)
    #expect(summary.entries[0].examples[0].value == String(repeating: "å", count: 60) + "…")
  }

  @Test("summaries of batches merge to the summary of the file")
  func merge() {
    var whole = ProblemSummary(headers: ["Nr"])
    var first = ProblemSummary(headers: ["Nr"])
    var second = ProblemSummary(headers: ["Nr"])
    for row in 0..<10 {
      let found = problem(row % 3 == 0 ? "a.b" : "c.d", column: 0, value: "\(row)")
      whole.add(found, position: row)
      if row < 2 { first.add(found, position: row) } else { second.add(found, position: row) }
    }
    first.merge(second)
    #expect(first.entries == whole.entries)
    #expect(first == whole)
  }

  @Test("control characters are shown by their pictures, and move nothing on a screen")
  func controlCharacters() {
    var summary = ProblemSummary(headers: ["A"])
    let value = "A\u{1B}[2Jb\r\nc\u{202E}d\u{7F}"
    summary.add(
      Problem(code: "x", severity: .warn, path: nil, column: 0, value: value, text: Text(verbatim: "m")), position: 1)
    #expect(summary.entries.first?.examples.first?.value == "A␛[2Jb␍␊c\u{FFFD}d␡")
  }
}
