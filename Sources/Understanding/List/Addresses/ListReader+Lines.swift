import CustomerModel
import Mapping

/// Which columns are lines of an address, and which only stand near one.
extension ListReader {
  /// `Site` beside `Site street` is the place's name. Where the list has another street, only streets tell that one stands there.
  func withoutNames(_ group: Group) -> Group {
    var group = group
    let isBare = { (sense: ColumnSense) in sense.reading.parts.isEmpty && sense.role == .line }
    let hasOther = senses.contains { $0.role == .line && !isBare($0) && !taken.contains($0.index) }
    if group.lines.contains(where: { !isBare($0) }) {
      group.lines.removeAll { isBare($0) }
    } else if hasOther {
      group.lines.removeAll { isBare($0) && !$0.cells.are(.streetWord, percent: 50) }
    }
    return group
  }

  /// `Arb. ort` goes with the street of the place where the work is, where that lacks it.
  func withTownsOfWork(_ groups: [Group]) -> [Group] {
    var groups = groups
    guard
      let left = groups.firstIndex(where: { $0.block == .work && $0.lines.isEmpty && $0.extra.isEmpty }),
      let place = groups.firstIndex(where: {
        $0.block == .visiting && !$0.lines.isEmpty && $0.postalCode == nil && $0.city == nil
      })
    else { return groups }
    groups[place].postalCode = groups[left].postalCode
    groups[place].city = groups[left].city
    groups.remove(at: left)
    return groups
  }

  /// A postal code or a town at home goes with the only street there is.
  func joined(_ groups: [Group]) -> [Group] {
    guard groups.count == 2, let rest = groups.firstIndex(where: { $0.lines.isEmpty && $0.extra.isEmpty }),
      [nil, .home, .work].contains(groups[0].block), [nil, .home, .work].contains(groups[1].block)
    else { return groups }
    let left = groups[rest]
    var whole = groups[1 - rest]
    guard whole.postalCode == nil || left.postalCode == nil, whole.city == nil || left.city == nil else {
      return groups
    }
    whole.postalCode = whole.postalCode ?? left.postalCode
    whole.city = whole.city ?? left.city
    whole.country = whole.country ?? left.country
    return [whole]
  }

  /// The second line of an address: one that its heading numbers, or that stands right of the first and has no streets of its own.
  func secondLine(of lines: [ColumnSense]) -> ColumnSense? {
    guard lines.count > 1 else { return nil }
    let (first, second) = (lines[0], lines[1])
    let isNumbered = second.reading.ordinal != nil || first.reading.ordinal != nil
    return isNumbered || second.reading.known == ["box"] || second.reading.parts.contains(.line)
      || second.fit < .supported || first.fit < .supported
      || HeaderKey.of(first.heading) == HeaderKey.of(second.heading) ? second : nil
  }

  /// `Street, No` and `House, Street`: a number beside streets that have none is that of the house.
  mutating func readHouses() {
    for street in senses
    where street.role == .line && street.cells.filled > 1 && !street.cells.are(.withDigit, percent: 40) {
      for index in [street.index + 1, street.index - 1] where senses.indices.contains(index) {
        let parts = senses[index].reading.parts
        guard senses[index].cells.isOfHouses, senses[index].reading.unknown.isEmpty,
          parts == [.houseNumber] || parts == [.id] && senses[index].reading.blocks.isEmpty && index > street.index
        else { continue }
        senses[index].settle(.houseNumber, .supported)
        break
      }
    }
  }
}

extension CellLook {
  /// True where most cells begin with the number of a house.
  fileprivate var isOfHouses: Bool {
    filled > 0 && are(.withDigit, percent: 50) && !are(.longNumber, percent: 20) && !are(.longDigits, percent: 50)
      && !are(.date, percent: 20)
  }
}
