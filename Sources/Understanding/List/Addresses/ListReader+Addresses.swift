import CustomerModel
import Mapping

extension ListReader {
  /// One address of the list: what it is called, and its columns.
  struct Group {
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
      case .city:
        // Of a suburb and a town the one that every row has.
        if let own = city, own.cells.filled >= sense.cells.filled { return }
        city = sense
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
    readRuns()
    readOnlyStreet()
    var groups: [Group] = []
    for sense in free(\.isOfAddress) where !isLateLine(sense) && !isLonelyExtra(sense) {
      let block = block(of: sense) ?? blockOfStreetBehind(sense)
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
    groups = withoutLeftovers(groups.map(withoutNames)).map(withNeighbours)
    for (group, place) in places(of: groups) { take(group, place) }
  }

  /// Whose address a column is of; nil for one that does not say so.
  private func block(of sense: ColumnSense) -> Meaning.Block? {
    let blocks = sense.reading.blocks
    if !blocks.isDisjoint(with: [.guardian, .partner]) { return .guardian }
    if sense.addressBlock == nil, let ordinal = sense.reading.addressOrdinal, ordinal > 1 {
      return ordinal == 2 ? .delivery : .guardian
    }
    return sense.addressBlock
  }

  /// `Postadress, Postnr, Ort, Gatuadress, Postnr, Ort`: where each street has its own behind it, what stands there is of that street.
  private mutating func readRuns() {
    let own = free(\.isOfAddress).filter { !isLateLine($0) }
    let streets = own.filter { $0.role == .line && ($0.reading.ordinal ?? 1) == 1 }.map(\.index)
    guard streets.count > 1 else { return }
    let plain = own.filter {
      [.postalCode, .city, .postalCodeCity, .country].contains($0.role) && block(of: $0) == nil
    }
    func street(of sense: ColumnSense) -> Int? { streets.last { $0 < sense.index } }
    for role in [Role.postalCode, .city, .postalCodeCity] {
      let all = plain.filter { $0.role == role }
      let places = all.compactMap(street)
      guard all.count > 1, places.count == all.count, Set(places).count == all.count else { continue }
      for sense in plain {
        guard let place = street(of: sense), places.contains(place), let block = block(of: senses[place]) else {
          continue
        }
        if HeadingReading.others.contains(block) { senses[sense.index].reading.blocks.insert(block) }
      }
    }
  }

  /// Where no heading is of a street, the only column of streets is one, under a word that nobody knows.
  private mutating func readOnlyStreet() {
    guard !senses.contains(where: { $0.role == .line }), senses.contains(where: { $0.role?.isOfAddress == true }) else {
      return
    }
    let streets = senses.filter { sense in
      let reading = sense.reading
      return sense.role == nil && !taken.contains(sense.index) && reading.isEmpty && !reading.isOther
        && sense.cells.filled * 2 > sense.cells.rows && sense.cells.are(.streetWord, percent: 60)
        && sense.cells.are(.withDigit, percent: 60)
    }
    if streets.count == 1 { senses[streets[0].index].settle(.line, .supported) }
  }

  /// `Unit` far from every street is none of their lines.
  private func isLonelyExtra(_ sense: ColumnSense) -> Bool {
    guard sense.role == .addressExtra, sense.addressBlock == nil, sense.cells.isFull,
      senses.contains(where: { $0.role == .line })
    else { return false }
    return ![sense.index - 1, sense.index + 1].contains {
      senses.indices.contains($0) && senses[$0].role?.isOfAddress == true
    }
  }

  /// A late line holds what no column of its own is for.
  private func isLateLine(_ sense: ColumnSense) -> Bool {
    guard sense.reading.isOfLateLine, let role = sense.role else { return false }
    return senses.contains { $0.role == role && !$0.reading.isOfLateLine }
      || role != .city && senses.contains { $0.role == .postalCodeCity && !$0.reading.isOfLateLine }
  }

  /// `c/o` stands before its street.
  private func blockOfStreetBehind(_ sense: ColumnSense) -> Meaning.Block? {
    guard sense.role == .addressExtra, sense.index + 1 < senses.count else { return nil }
    let next = senses[sense.index + 1]
    return next.role == .line && !taken.contains(next.index) ? block(of: next) : nil
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
    let groups = joined(withTowns(withTownsOfWork(groups)))
    var whole = groups.filter { !$0.lines.isEmpty || $0.postalCode != nil || $0.city != nil }
    // What is left of an address that says nothing of whose it is goes with the only one there is.
    for left in groups
    where left.lines.isEmpty && left.postalCode == nil && left.city == nil && [nil, .invoice].contains(left.block) {
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

  /// A postal code without a town has it right of itself, and a town its postal code left, whatever their headings are.
  private func withNeighbours(_ group: Group) -> Group {
    var group = group
    if let code = group.postalCode, group.city == nil, let town = unread(code.index + 1), isTown(town) {
      group.city = town
    }
    if let town = group.city, group.postalCode == nil, let code = unread(town.index - 1), code.cells.are(.postalCode) {
      group.postalCode = code
    }
    return group
  }

  /// A column whose heading says nothing.
  private func unread(_ index: Int) -> ColumnSense? {
    guard senses.indices.contains(index), !taken.contains(index) else { return nil }
    let sense = senses[index]
    let reading = sense.reading
    let saysNothing = reading.parts.isEmpty && reading.fields.isEmpty && !reading.unknown.isEmpty && !reading.isOther
    return sense.role == nil && saysNothing ? sense : nil
  }
}
