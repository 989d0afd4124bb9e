import CustomerModel
import Rows
import Runs
import Validation

/// Tests of imports with rows that are no customers.
protocol OddRowsSuite {
  var office: Office { get }
}

extension OddRowsSuite {
  static var heading: String { "Nr;Namn;Telefon;E-post;Order\n" }

  func take(_ rows: String, heading: String = Self.heading) throws -> ImportOutcome {
    try office.importing(text: heading + rows)
  }

  func passedOver(_ outcome: ImportOutcome) -> [String] {
    outcome.report.passedOver.rows.map { "\($0.place.row) \($0.code)" }
  }

  func rejected(_ outcome: ImportOutcome) -> [String] {
    outcome.report.problems.entries.filter { $0.severity == .reject }.map(\.code)
  }
}
