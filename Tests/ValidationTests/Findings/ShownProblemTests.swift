import CustomerModel
import Testing
import Texts
import Validation

@Suite struct ShownProblemTests {
  private func shown(
    _ path: String?, column: Int? = nil, value: String? = nil, message: String = "m", detail: String? = nil
  ) -> ShownProblem {
    ShownProblem(
      Problem(
        code: "c", severity: .warn, path: path.flatMap { FieldPath($0) }, column: column, value: value,
        text: Text(verbatim: message), detail: detail.map { Text(verbatim: $0) }), headers: ["Nr", "E-post"], row: 7,
      sheet: "Kunder")
  }

  @Test func theColumnIsNamedAsTheSourceNamesIt() {
    #expect(shown("email", column: 1).column == "E-post")
    #expect(shown("email", column: 9).column == FieldPath("email")!.heading)
    #expect(shown(nil).column == nil)
    #expect(shown(nil).row == 7)
    #expect(shown(nil).sheet == "Kunder")
  }

  @Test(arguments: [
    ("identityNumber", "19800101-1231", "19800101-****"),
    ("comments", "ring 800101-1231 i dag", "ring 800101-**** i dag"),
    ("phone", "070812-3456", "070812-****"), ("phone", "0708123456", "0708123456"),
    ("number", "1001010001", "1001010001"),
    ("identityNumber", "556677-8899", "556677-8899"), ("comments", "", ""),
  ])
  func personalIdentityNumbersAreMaskedAsTheirFieldAsks(field: String, value: String, expected: String) {
    #expect(shown(field, value: value).value == expected)
  }

  @Test func aLongValueIsCut() {
    #expect(
      shown("comments", value: String(repeating: "x", count: 500)).value == String(repeating: "x", count: 60) + "…")
  }

  @Test func identityNumbersInSentencesAreMaskedToo() {
    let problem = shown(nil, message: "The same as 19800101-1231. Mend it.", detail: "19800101-1231")
    #expect(problem.message == "The same as 19800101-****. Mend it.")
    #expect(problem.detail?.english == "19800101-****")
  }
}
