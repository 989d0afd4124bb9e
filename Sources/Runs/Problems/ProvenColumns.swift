import Mapping
import Understanding

extension ImportSource {
  /// A column of the input that some rows or all get nothing from.
  typealias LeftColumn = (index: Int, name: String)

  /// The columns whose cells prove what they are, among some that are left.
  func proven(among columns: [LeftColumn]) -> [LeftColumn] {
    // What such a mapping leaves was meant to be left.
    mapping.isComplete
      ? []
      : columns.filter { column in
        CellLook(sample.lazy.map { column.index < $0.count ? $0[column.index] : nil }).proof != nil
      }
  }
}
