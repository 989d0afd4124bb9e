import CustomerModel
import Foundation
import RegisterStore
import Texts

/// Customers that no row of an input stands for, where those are to become inactive.
struct MissingCustomers {
  private let scope: ImportScope
  private let telling: ImportTelling
  private let writing: ImportWriting
  /// How many customers were active before the run; counted only where those that the input lacks are inactivated.
  private let activeCount: Int

  init(_ scope: ImportScope, telling: ImportTelling, writing: ImportWriting) throws {
    self.scope = scope
    self.telling = telling
    self.writing = writing
    activeCount =
      try scope.options.inactivatesMissing ? scope.reader.customerTotal() - scope.pipeline.inactive.count : 0
  }

  /// Makes all active customers inactive that no row stands for.
  ///
  /// - Parameter mayHaveRow: true for a customer that some row stands for, or may have meant.
  /// - Throws: ``KundregError`` `missing.tooMany` when they are more than the options allow, `missing.elsewhere` when they stand in a
  ///   part of the input that is not read.
  func inactivate(unless mayHaveRow: (Int64) -> Bool) throws {
    let absent = try scope.reader.activeCustomers { !mayHaveRow($0) }
    if absent.count.isMore(than: scope.options.maximumInactivated, of: activeCount) {
      throw KundregError(
        .missingTooMany,
        MissingTexts.tooMany(
          absent.count, of: activeCount, input: scope.options.input,
          most: Self.percent(scope.options.maximumInactivated)), remedies: [.allowInactivations])
    }
    try requireNotElsewhere(absent.map(\.number))
    for key in absent {
      telling.counts.inactivated += 1
      try writing.inactivate(key)
    }
  }

  private func requireNotElsewhere(_ absent: [String]) throws {
    guard !absent.isEmpty, let found = try NumbersElsewhere(source: scope.source).find(Set(absent)) else { return }
    throw KundregError(
      .missingElsewhere,
      MissingTexts.elsewhere(scope.options.input, found.count, first: found.number, in: found.place))
  }

  /// A part as people write it: `20%`, `0.5%`.
  private static func percent(_ part: Double) -> Text {
    let percent = String(format: "%.4g", part * 100)
    return Text(en: "\(percent)%", sv: "\(percent.replacing(".", with: ",")) %")
  }
}
