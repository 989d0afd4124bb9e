import CustomerModel
import Mapping

extension ListReader.Group {
  /// True where every row has a street or a town.
  fileprivate var isWhole: Bool {
    ((lines.first ?? city).map { $0.cells.filled == $0.cells.rows && $0.cells.rows > 0 }) ?? false
  }

  fileprivate var hasTown: Bool { postalCode != nil || city != nil }
}

/// Where on the card the addresses of a list have their places.
extension ListReader {
  func places(of groups: [Group]) -> [(Group, String)] {
    var left = groups.filter { $0.block != .guardian }
    var result: [(Group, String)] = []
    func take(_ blocks: [Meaning.Block?], _ place: String) {
      guard !result.contains(where: { $0.1 == place }) else { return }
      for block in blocks {
        if let index = left.firstIndex(where: { $0.block == block }) {
          result.append((left.remove(at: index), place))
          return
        }
      }
    }
    let hasInvoice = groups.contains { $0.block == .invoice }
    // The address that only some have is none for all.
    let main: [Meaning.Block?] = [.none, .work, .mail, .home]
    // A street beside a whole postal address is where somebody is.
    if !hasInvoice, groups.contains(where: { $0.block == .mail && $0.isWhole && $0.hasTown && !$0.lines.isEmpty }),
      groups.contains(where: { $0.block == nil && $0.hasTown && $0.lines.first?.reading.parts == [.street] })
    {
      take([.mail], "invoiceAddress")
      take([.none], "visitingAddress")
    }
    let whole = main.filter { block in groups.contains { $0.block == block && $0.isWhole } }
    take(hasInvoice ? [.invoice] : whole + main, "invoiceAddress")
    take([.visiting], "visitingAddress")
    take([.mail], "mailAddress")
    if hasInvoice { take([.none, .work, .home], "visitingAddress") }
    if hasInvoice { take([.none], "mailAddress") }
    take([.delivery], "visitingAddress")
    if result.isEmpty { take([.home, .mail, .delivery], "invoiceAddress") }
    return result
  }

  mutating func take(_ group: Group, _ place: String) {
    var (lines, city) = (group.lines, group.city)
    // The last line of several is the town where no column is called so.
    if city == nil, lines.count > 1, let index = lines.lastIndex(where: { isTown($0) }), index > 0 {
      city = lines.remove(at: index)
    }
    // Streets before lines that are blank or of other things, unless the headings number them.
    if lines.count > 1, lines[0].reading.ordinal == nil, lines[0].fit < lines[1].fit, lines[1].reading.ordinal == nil {
      lines.swapAt(0, 1)
    }
    // A box that only some have stands below the street that the others have.
    if lines.count > 1, !lines[0].cells.isFull, lines[0].reading.known == ["box"] { lines.swapAt(0, 1) }
    if let first = lines.first {
      if let house = group.houseNumber, let path = FieldPath("\(place).line1") {
        add(Finding(fields: [path], source: .join([first.index, house.index].sorted(), separator: " ")))
      } else {
        add("\(place).line1", first.index)
      }
    }
    let second = group.extra.filter { $0.cells.filled > 0 } + group.extra.filter { $0.cells.filled == 0 }
    if let extra = secondLine(of: lines) ?? second.first {
      add("\(place).line2", extra.index)
    }
    if let code = group.postalCode, code.role == .postalCodeCity {
      if let postalCode = FieldPath("\(place).postalCode"), let town = FieldPath("\(place).city") {
        add(
          Finding(
            fields: [postalCode, town], source: .one(code.index), transforms: [.split(.postalCodeCity)]))
      }
    } else {
      if let code = group.postalCode { add("\(place).postalCode", code.index) }
      if let city, city.role != .postalCodeCity { add("\(place).city", city.index) }
    }
    if let country = group.country { add("\(place).country", country.index) }
  }

  func isTown(_ sense: ColumnSense) -> Bool {
    sense.cells.filled * 2 > sense.cells.rows && sense.cells.are(.letters, percent: 90)
      && !sense.cells.are(.street, percent: 10)
  }
}
