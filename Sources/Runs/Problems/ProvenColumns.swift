import Mapping
import Understanding

extension ImportSource {
  /// The columns that no field takes although their cells prove what they are, by name.
  func provenColumns(among unmapped: [HeaderMatch.Unmapped]) -> [String] {
    // What such a mapping leaves was meant to be left.
    mapping.isComplete
      ? []
      : unmapped.filter { column in
        CellLook(sample.lazy.map { column.index < $0.count ? $0[column.index] : nil }).proof != nil
      }.map(\.name)
  }
}
