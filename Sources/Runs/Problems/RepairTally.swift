import CustomerModel
import Rows
import Validation

/// What was mended in the cells of a whole file, by source column and kind: it grows with neither rows nor cells.
struct RepairTally {
  private struct Key: Hashable {
    let kind: CellRepair.Kind
    let column: Int
  }

  private(set) var repairs: [CellRepair] = []
  /// Where each column's repairs of a kind stand among all.
  private var places: [Key: Int] = [:]

  /// Adds what a later batch was found to hold.
  mutating func add(_ later: [CellRepair]) {
    for repair in later {
      let key = Key(kind: repair.kind, column: repair.column)
      if let index = places[key] {
        repairs[index].add(repair.count)
      } else {
        places[key] = repairs.count
        repairs.append(repair)
      }
    }
  }

  /// One notice for each kind of damage.
  ///
  /// - Parameter place: where a position is, as a person finds it.
  func notices(_ validator: Validator, place: (UInt32) -> RowPlace) -> [Problem] {
    CellRepair.Kind.allCases.compactMap { kind in
      validator.notice(of: repairs.filter { $0.kind == kind }.sorted { $0.column < $1.column }, place: place)
    }
  }
}
