import CustomerModel
import Testing
import Texts

@testable import Runs

/// What two syncs of one night with one system tell becomes one account.
struct SyncReportTests {
  private func finding(_ number: Int, _ message: String, field: FieldPath? = nil) -> SyncFinding {
    SyncFinding(
      code: "sync.conflict", severity: .reject, number: "\(number)", link: nil, field: field,
      Text(verbatim: message))
  }

  private func outcome(_ findings: [SyncFinding]) -> SyncOutcome {
    var outcome = SyncOutcome(erp: "fortnox", isDryRun: false)
    outcome.findings = findings
    return outcome
  }

  @Test func whatTheLaterOneTellsOfAFieldIsWhatIsSo() {
    let name = FieldPath(.customerName)
    var night = outcome([
      finding(1, "A", field: name), finding(2, "A", field: name), finding(3, "A"), finding(4, "A"),
      finding(5, "A", field: FieldPath("comments")),
    ])
    let later = [finding(1, "B", field: name), finding(3, "B"), finding(4, "A"), finding(5, "B", field: name)]
    night.add(outcome(later))
    #expect(
      night.findings == [
        finding(2, "A", field: name), finding(3, "A"), finding(5, "A", field: FieldPath("comments")),
      ] + later)
  }

  /// Comparing each with each would take minutes.
  @Test(.timeLimit(.minutes(1))) func manyFindingsAreAddedQuickly() {
    let path = FieldPath(.customerName)
    var night = outcome((0..<50_000).map { finding($0, "A", field: path) })
    night.add(outcome((25_000..<75_000).map { finding($0, "B", field: path) }))
    #expect(night.findings.count == 75_000)
  }

  @Test func ofManyTheFirstIsNamedAndTheOthersAreCounted() {
    var concerned = Concerned()
    concerned.add("1002", remoteID: "b")
    #expect(concerned.named.english == "1002")
    concerned.add("1001", remoteID: "a")
    #expect(concerned.named.english == "1001 and 1 other" && concerned.remoteID == "a")
    concerned.add("1003", remoteID: nil)
    #expect(concerned.named.english == "1001 and 2 others" && concerned.count == 3)
  }
}
