import CustomerModel
import Mapping

extension ListReader {
  /// One address of the list: what it is called, and its columns.
  private struct Group {
    var block: Meaning.Block?
    var lines: [ColumnSense] = []
    var extra: [ColumnSense] = []
    var houseNumber: ColumnSense?
    var postalCode: ColumnSense?
    var city: ColumnSense?
    var country: ColumnSense?

    func has(_ role: Role) -> Bool {
      switch role {
      case .line: !lines.isEmpty
      case .addressExtra: !extra.isEmpty
      case .houseNumber: houseNumber != nil
      case .postalCode: postalCode != nil
      case .city: city != nil
      case .postalCodeCity: postalCode != nil || city != nil
      case .country: country != nil
      default: false
      }
    }

    mutating func add(_ sense: ColumnSense) {
      switch sense.role {
      case .line: lines.append(sense)
      case .addressExtra: extra.append(sense)
      case .houseNumber: houseNumber = houseNumber ?? sense
      case .postalCode: postalCode = postalCode ?? sense
      case .city: city = city ?? sense
      case .country: country = country ?? sense
      case .postalCodeCity:
        if postalCode == nil, city == nil {
          postalCode = sense
          city = sense
        }
      default: break
      }
    }
  }

  /// Puts the columns of addresses together, and gives each address its place on the card.
  mutating func takeAddresses() {
    var groups: [Group] = []
    for sense in free(\.isOfAddress) {
      let block = block(of: sense)
      if let index = groups.firstIndex(where: { $0.block == block }), block != nil || !isOfAnother(sense, groups) {
        groups[index].add(sense)
      } else if block == nil, let open = openGroup(for: sense, groups) {
        groups[open].add(sense)
      } else if groups.contains(where: { $0.block == block }) {
        // A second of the same that belongs to none.
        continue
      } else {
        var group = Group(block: block)
        group.add(sense)
        groups.append(group)
      }
    }
    groups = withoutLeftovers(groups)
    for (group, place) in places(of: groups) { take(group, place) }
  }

  /// Whose address a column is of; nil for one that does not say so.
  private func block(of sense: ColumnSense) -> Meaning.Block? {
    let blocks = sense.reading.blocks
    if !blocks.isDisjoint(with: [.guardian, .partner]) { return .guardian }
    return sense.addressBlock
  }

  /// True for a column whose heading does not say whose it is, where one further left does and lacks it, while the plain address
  /// has it or there is none.
  private func isOfAnother(_ sense: ColumnSense, _ groups: [Group]) -> Bool {
    guard let role = sense.role, let main = groups.first(where: { $0.block == nil }) else { return false }
    guard role != .line, role != .addressExtra else { return false }
    return main.has(role) && openGroup(for: sense, groups) != nil
  }

  /// The nearest address further left that lacks what a column is, when its street does say whose it is.
  private func openGroup(for sense: ColumnSense, _ groups: [Group]) -> Int? {
    guard let role = sense.role, role != .line else { return nil }
    let hasPlainStreet = senses.contains {
      $0.role == .line && block(of: $0) == nil && !taken.contains($0.index)
    }
    if hasPlainStreet, groups.first(where: { $0.block == nil })?.has(role) != true { return nil }
    let open = groups.indices.filter { index in
      groups[index].block != nil && groups[index].block != .guardian && !groups[index].has(role)
        && (groups[index].lines.last?.index ?? .max) < sense.index
    }
    // Where letters and bills go comes first, then what stands nearest.
    return open.first { groups[$0].block == .mail || groups[$0].block == .invoice }
      ?? open.max { groups[$0].lines.last!.index < groups[$1].lines.last!.index }
  }

  /// Groups without a street, postal code or town are no addresses: a country alone is the customer's.
  private func withoutLeftovers(_ groups: [Group]) -> [Group] {
    let groups = withTowns(groups)
    var whole = groups.filter { !$0.lines.isEmpty || $0.postalCode != nil || $0.city != nil }
    // What is left of an address that says nothing of whose it is goes with the only one there is.
    for left in groups where left.lines.isEmpty && left.postalCode == nil && left.city == nil && left.block == nil {
      if whole.isEmpty {
        whole.append(left)
        continue
      }
      let index = whole.firstIndex { $0.block == nil } ?? 0
      if whole[index].country == nil { whole[index].country = left.country }
      whole[index].extra += left.extra
    }
    return whole
  }

  /// A postal address that holds nothing but towns, or postal codes with towns, is a part of the address beside it.
  private func withTowns(_ groups: [Group]) -> [Group] {
    var groups = groups
    guard let index = groups.firstIndex(where: { $0.block == .mail }), groups[index].country == nil else {
      return groups
    }
    let mail = groups[index]
    let towns = mail.lines.allSatisfy(isTown) && mail.lines.count < 2
    guard towns, mail.extra.isEmpty, mail.lines.isEmpty || mail.postalCode == nil && mail.city == nil else {
      return groups
    }
    let wantsCode = mail.postalCode != nil
    let place = groups.indices.first { other in
      other != index && !groups[other].lines.isEmpty && groups[other].city == nil
        && !(wantsCode && groups[other].postalCode != nil)
    }
    guard let place else { return groups }
    groups[place].postalCode = groups[place].postalCode ?? mail.postalCode
    groups[place].city = mail.city ?? mail.lines.first
    groups.remove(at: index)
    return groups
  }

  private func places(of groups: [Group]) -> [(Group, String)] {
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
    take(hasInvoice ? [.invoice] : [.none, .work, .mail, .home], "invoiceAddress")
    take([.visiting], "visitingAddress")
    take([.mail], "mailAddress")
    if hasInvoice { take([.none, .work, .home], "visitingAddress") }
    if hasInvoice { take([.none], "mailAddress") }
    take([.delivery], "visitingAddress")
    if result.isEmpty { take([.home, .mail, .delivery], "invoiceAddress") }
    return result
  }

  private mutating func take(_ group: Group, _ place: String) {
    var (lines, city) = (group.lines, group.city)
    // The last line of several is the town where no column is called so.
    if city == nil, lines.count > 1, let index = lines.lastIndex(where: { isTown($0) }), index > 0 {
      city = lines.remove(at: index)
    }
    // Streets before lines that are blank or of other things, unless the headings number them.
    if lines.count > 1, lines[0].reading.ordinal == nil, lines[0].fit < lines[1].fit, lines[1].reading.ordinal == nil {
      lines.swapAt(0, 1)
    }
    if let first = lines.first {
      if let house = group.houseNumber, let path = FieldPath("\(place).line1") {
        add(Finding(fields: [path], source: .join([first.index, house.index], separator: " ")))
      } else {
        add("\(place).line1", first.index)
      }
    }
    let second = group.extra.filter { $0.cells.filled > 0 } + group.extra.filter { $0.cells.filled == 0 }
    if let extra = (lines.count > 1 ? [lines[1]] : []).first ?? second.first {
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

  private func isTown(_ sense: ColumnSense) -> Bool {
    sense.cells.filled > 0 && sense.cells.are(.letters, percent: 90) && !sense.cells.are(.street, percent: 10)
  }
}
