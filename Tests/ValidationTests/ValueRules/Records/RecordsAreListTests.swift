import CustomerModel
import Rows
import Testing
import Validation

@Suite struct RecordsAreListTests {
  @Test(
    "a list of records is a JSON array of objects",
    arguments: [
      (#"[{"number":"A"}]"#, []), ("A-1", ["records.notAList"]), ("[1]", ["records.notAList"]),
      (#"{"number":"A"}"#, ["records.notAList"]), (#"[{"number":"A"}"#, ["records.notAList"]),
    ] as [(String, [String])])
  func lists(list: String, expected: [String]) throws {
    for field in ["serviceArticles", "workOrderArticles", "facilities"] {
      #expect(try codes(field, list, on(.showServiceArticles, .showWorkOrderArticles)) == expected, "\(field)")
    }
  }

  @Test func whereTheRuleOnlyWarnsTheListIsLeftOut() throws {
    let batch = try validated(
      TestTable(fields: ["facilities"], rows: [["fel"]]), context { $0.severities["records.notAList"] = .warn })
    #expect(batch.problems.map(\.problem.severity) == [.warn])
    #expect(batch[column: 0, row: 0].isAbsent)
  }
}
