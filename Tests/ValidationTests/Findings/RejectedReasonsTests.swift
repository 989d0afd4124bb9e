import Testing
import Validation

@Suite struct RejectedReasonsTests {
  @Test(
    "reasons of a sheet's row let it be longer than the headings",
    arguments: ["name.missing: “Namn” is empty", "records.memberMissing: x | cell.error: y"])
  func ofSheet(reasons: String) { #expect(RejectedReasons.areOfSheet(reasons)) }

  @Test(
    "a torn row, and one without reasons, may not be longer",
    arguments: [
      "", "3", "Norr", "row.long: The row has more cells", "name.missing: x | row.long: y", "Ek: Bok", "www.example.se",
      "a.b:c",
      " name.missing: x",
    ])
  func torn(reasons: String) { #expect(!RejectedReasons.areOfSheet(reasons)) }
}
