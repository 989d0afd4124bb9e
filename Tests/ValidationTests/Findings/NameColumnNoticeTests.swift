import CustomerModel
import Testing
import Texts

@testable import Validation

@Suite struct NameColumnNoticeTests {
  private func problem(_ notice: NameColumnNotice, _ severities: [String: Severity] = [:]) throws -> Problem? {
    let context = context { $0.severities = severities }
    return notice.problem(for: try Validator(context: context, columns: [], headers: ["Nr"]))
  }

  @Test("a file without names is told its headings and the likeliest of them")
  func none() throws {
    let problem = try #require(try problem(.none(headings: ["Nr", "Kund"], likeliest: "Kund")))
    #expect(problem.code == "name.noColumn")
    #expect(problem.severity == .warn)
    let found = NameColumnNotice.found(["Nr", "Kund"], likeliest: "Kund")
    #expect(problem.text == told("name.noColumn", of: "name", header: .empty, detail: found, severity: .warn))
    for part in ["Nr | Kund", "“Kund”"] {
      #expect(problem.message.contains(part))
    }
  }

  @Test("nothing is called likeliest where nothing is likely")
  func nothingLikely() throws {
    let problem = try #require(try problem(.none(headings: ["Nr"], likeliest: nil)))
    #expect(!problem.message.contains("“"))
  }

  @Test("columns that may hold the names of other rows are named")
  func others() throws {
    let problem = try #require(
      try problem(.others(taken: "Företag", headings: ["Förnamn", "Efternamn"])))
    #expect(problem.code == "name.otherColumns")
    let others = Text(en: "“Förnamn”, “Efternamn”", sv: "”Förnamn”, ”Efternamn”")
    #expect(
      problem.text
        == told("name.otherColumns", of: "name", header: Text(verbatim: "Företag"), detail: others, severity: .warn))
  }

  @Test("a notice that is off says nothing")
  func off() throws {
    let notice = NameColumnNotice.none(headings: [], likeliest: nil)
    #expect(try problem(notice, ["name.noColumn": .off]) == nil)
  }
}
