import CustomerModel
import RegisterStore
import Runs
import TestSupport
import Testing
import Validation

/// Tests of files of records.
protocol RecordFilesSuite {
  var office: Office { get }
}

extension RecordFilesSuite {
  /// Brings a text of records to a list. Every row must be accounted for.
  func take(
    _ text: String, into list: String, _ choose: (inout ImportOptions) -> Void = { _ in }
  ) throws -> ImportOutcome {
    try office.folder.write(text, to: "poster.csv")
    var options = office.options("poster.csv")
    choose(&options)
    let run = try RecordImportRun(
      options, target: RecordTarget(name: list), context: .init(library: office.library, severities: office.severities))
    let outcome = try run.perform(on: office.register, as: office.actor, today: Office.today)
    #expect(outcome.counts.rows == outcome.counts.updated + outcome.counts.unchanged + outcome.counts.rejected)
    return outcome
  }

  func codes(_ outcome: ImportOutcome) -> [String] { outcome.report.problems.entries.map(\.code).sorted() }

  func notices(_ outcome: ImportOutcome) -> [String] { outcome.report.columnNotices.map(\.code).sorted() }
}

extension Office {
  /// An office with an active customer and one that is not.
  static func withTwoCustomers() throws -> Office {
    let office = try Office([.showServiceArticles: 1])
    try office.importing(text: "Nr;Namn;Aktiv\n1;Ett;ja\n2;Två;nej\n")
    return office
  }
}
