import CustomerModel
import Mapping
import SwedishIdentity

/// What the cells of a column look like: how many of those that are filled are what.
package struct CellLook: Sendable {
  /// How many cells there are, and how many are filled.
  private(set) var rows = 0
  private(set) var filled = 0
  private(set) var different = 0
  /// Some of the cells, each once.
  private(set) var examples: [String] = []
  /// The first cells, blank ones, too: what stands in one row with those of another column.
  private(set) var leading: [String] = []
  private var counts: [CellKind: Int] = [:]

  package init(_ cells: some Sequence<String?>) {
    var seen: Set<String> = []
    for cell in cells {
      rows += 1
      let text = (cell ?? "").trimmingBlanks
      if leading.count < 20 { leading.append(text) }
      guard !text.isEmpty else { continue }
      filled += 1
      if seen.insert(text).inserted, examples.count < 20 { examples.append(text) }
      for kind in CellKind.kinds(of: text) { counts[kind, default: 0] += 1 }
    }
    different = seen.count
  }

  /// Whether so many of the filled cells are of a kind.
  func are(_ kind: CellKind, percent: Int = 80) -> Bool {
    filled > 0 && (counts[kind] ?? 0) * 100 >= filled * percent
  }

  /// True where most cells are names of persons and companies.
  var areNames: Bool {
    filled > 0 && ((counts[.personName] ?? 0) + (counts[.companyName] ?? 0)) * 100 >= filled * 80
  }

  /// True when at least one cell is of a kind.
  func has(_ kind: CellKind) -> Bool { (counts[kind] ?? 0) > 0 }

  /// True where every cell has four digits, and nothing else.
  var haveFourDigits: Bool {
    filled > 0 && examples.allSatisfy { $0.utf8.count == 4 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }

  /// True where every row has something.
  var isFull: Bool { rows > 0 && filled == rows }

  /// True when no value stands twice.
  var isUnique: Bool { different == filled }

  /// True when one value stands in most cells that are filled.
  var isRepeated: Bool { filled >= 4 && different * 2 <= filled }

  /// What the cells are for certain, whatever stands above them: check digits and e-mail addresses do not fit by chance.
  package var proof: CellKind? {
    guard filled >= 2 else { return nil }
    return [.identityNumber, .vatNumber, .email].first { are($0) }
  }
}
