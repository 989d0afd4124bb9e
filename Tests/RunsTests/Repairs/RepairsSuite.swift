import CustomerModel
import Runs
import Validation

/// Tests of what an import mends of the cells of its file.
protocol RepairsSuite {
  var office: Office { get }
}

extension RepairsSuite {
  /// What is told of whole columns, by its code.
  func notices(_ outcome: ImportOutcome) -> [String: String] {
    Dictionary(outcome.report.columnNotices.map { ($0.code, $0.message) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Office {
  /// An office with the mappings that come with the program.
  static func withShippedMappings() throws -> Office {
    var office = try Office()
    office.library = try Office.shippedMappings()
    return office
  }
}
