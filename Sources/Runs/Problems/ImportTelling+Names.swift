import CustomerModel
import Mapping
import Rows
import Validation

/// Files that do not say, or not in every row, what their customers are called.
extension ImportTelling {
  /// What is to be told of the column of the names, when rows were rejected since they have none.
  func nameNotice() -> NameColumnNotice? {
    guard report.problems.entries.contains(where: { $0.code == AskedRuleCodes.nameMissing }) else { return nil }
    let headings = scope.source.header.filter { !$0.trimmingBlanks.isEmpty }
    let untaken = scope.pipeline.mapping.unmappedHeaders
    guard let column = scope.pipeline.columns.first(where: { $0.path.field == .customerName }) else {
      return .none(headings: headings, likeliest: scope.source.likeliestName(among: untaken))
    }
    let others = untaken.filter { $0.takenField?.field == .customerName }.map(\.name)
    return others.isEmpty ? nil : .others(taken: column.header, headings: others)
  }
}

extension ImportSource {
  /// The heading of the column whose cells look most like names: words, and different ones.
  func likeliestName(among columns: [HeaderMatch.Unmapped]) -> String? {
    let scored = columns.map { column -> (name: String, score: Int) in
      let cells = sample.compactMap { column.index < $0.count ? $0[column.index]?.trimmingBlanks : nil }
      let names = Set(cells.filter { cell in cell.contains(where: \.isLetter) && !cell.contains("@") })
      return (column.name, names.count)
    }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
    return best.name
  }
}
