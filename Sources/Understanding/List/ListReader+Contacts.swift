import CustomerModel

extension ListReader {
  private static let members: [Role: String] = [.name: "name", .email: "email", .phone: "phone", .mobile: "mobile"]

  /// Gives each person its place, and its columns.
  mutating func takeContacts() {
    var keys: [ContactKey] = []
    var columns: [ContactKey: [ColumnSense]] = [:]
    for sense in senses where !taken.contains(sense.index) {
      guard let role = sense.role, let key = contact(sense) else { continue }
      guard Self.members[role] != nil || role == .firstName || role == .lastName else { continue }
      // Words that stand again and again are no names unless they look so.
      if role == .name, sense.reading.parts.isEmpty, sense.fit < .supported, sense.cells.filled > 1,
        !sense.cells.isUnique || sense.isCodes
      {
        continue
      }
      // A parent is a company's, where companies stand there.
      if role == .name, key.block == .guardian, sense.cells.are(.companyName, percent: 50) { continue }
      if columns[key] == nil { keys.append(key) }
      columns[key, default: []].append(sense)
    }
    // Ways to reach a person who has no name are the customer's, or those of the only one who has.
    let named = keys.filter { key in columns[key]!.contains { [.name, .firstName, .lastName].contains($0.role!) } }
    let nameless = keys.filter { !named.contains($0) && [.contact, .invoice].contains($0.block) && $0.ordinal == 1 }
    if named.count == 1, named[0].block == .contact {
      for key in nameless where key.title != nil || named[0].title != nil {
        // A post of another word is another's.
        if let title = key.title, let own = named[0].title, !Self.areSame(title, own) { continue }
        columns[named[0]]! += columns[key]!
      }
    }
    keys = named
    let first = nextContact + (beginsWithPerson(columns.values.joined().map(\.index).min()) ? 1 : 0)
    for (offset, key) in keys.enumerated() {
      people.append((key, first + offset))
      takeContact(first + offset, Self.ofOne(columns[key]!))
    }
    takeNumbered(keys, first)
    takeDirect(keys)
  }

  /// The place of the first person whom nothing filled yet.
  private var nextContact: Int {
    (filled.filter { $0.field == .contactName }.map(\.position).max() ?? -1) + 1
  }

  /// True where first and last names stand left of all contact persons, and companies are the customers: who bears them is the first.
  private func beginsWithPerson(_ contact: Int?) -> Bool {
    guard let contact, hasCompanies, nextContact == 0 else { return false }
    // `Efternamn/Företagsnamn` is the customer's.
    guard !senses.contains(where: { $0.role == .lastName && $0.reading.blocks.contains(.company) }) else {
      return false
    }
    let names = senses.filter {
      ($0.role == .firstName || $0.role == .lastName) && ($0.cells.filled > 0 || $0.cells.rows == 0)
        && self.contact($0) == nil
    }
    return names.count > 1 && names.allSatisfy { $0.index < contact }
  }

  /// The columns of one person: of two who are called alike but by other words, `Anhörig` and `God man`, the second's are left.
  private static func ofOne(_ columns: [ColumnSense]) -> [ColumnSense] {
    let names = columns.filter { $0.role == .name }
    guard names.count > 1 else { return columns }
    let (first, second) = (Set(names[0].reading.known), Set(names[1].reading.known))
    guard !first.isEmpty, !second.isEmpty, first.isDisjoint(with: second) else { return columns }
    return columns.filter { !second.isSubset(of: $0.reading.known) || first.isSubset(of: $0.reading.known) }
  }

  private mutating func takeContact(_ position: Int, _ columns: [ColumnSense]) {
    let person = "contactPersons[\(position)]"
    if let name = columns.first(where: { $0.role == .name }) {
      add("\(person).name", name.index)
    } else {
      let parts = [Role.firstName, .lastName].compactMap { role in columns.first { $0.role == role } }
      guard let path = FieldPath("\(person).name") else { return }
      add(
        parts.count == 1
          ? Finding(fields: [path], source: .one(parts[0].index))
          : Finding(fields: [path], source: .join(parts.map(\.index), separator: " ")))
    }
    for role in [Role.email, .phone, .mobile] {
      guard let member = Self.members[role] else { continue }
      for sense in columns where sense.role == role && !taken.contains(sense.index) {
        if !isFilled("\(person).\(member)") {
          add("\(person).\(member)", sense.index)
        } else if role == .phone, sense.cells.are(.mobile), !isFilled("\(person).mobile") {
          add("\(person).mobile", sense.index)
        }
      }
    }
  }

  /// `Mobil 2` beside `Kontaktperson 1` and `Kontaktperson 2` is the second person's, where it stands behind the name or the
  /// customer has a telephone without a number.
  private mutating func takeNumbered(_ keys: [ContactKey], _ first: Int) {
    let numbered = keys.filter { [.contact, .guardian, .owner].contains($0.block) && $0.title == nil }
    guard numbered.contains(where: { $0.ordinal == 2 }) else { return }
    let hasFirst = numbered.contains { $0.ordinal == 1 }
    for sense in free({ [.email, .phone, .mobile].contains($0) }) {
      guard let ordinal = sense.reading.ordinal, contact(sense) == nil, let role = sense.role,
        let place = keys.firstIndex(where: { $0.ordinal == ordinal && numbered.contains($0) }),
        let member = Self.members[role]
      else { continue }
      let isOfOwner = keys[place].block == .owner
      guard isOfOwner || hasFirst && (isBehindName(sense, first + place) || hasPlain(role)) else { continue }
      add("contactPersons[\(first + place)].\(member)", sense.index)
    }
  }

  private func isBehindName(_ sense: ColumnSense, _ place: Int) -> Bool {
    guard let path = FieldPath("contactPersons[\(place)].name"),
      let name = findings.first(where: { $0.fields.contains(path) })?.source.columns.last
    else { return false }
    return name < sense.index
  }

  private func hasPlain(_ role: Role) -> Bool {
    senses.contains { $0.role == role && $0.reading.ordinal == nil && contact($0) == nil }
  }

  /// A direct number is somebody's.
  private mutating func takeDirect(_ keys: [ContactKey]) {
    guard !keys.isEmpty || isFilled("contactPersons[0].name") else { return }
    for sense in free({ $0 == .phone || $0 == .mobile }) where sense.reading.blocks.contains(.direct) {
      guard let role = sense.role, let member = Self.members[role] else { continue }
      add("contactPersons[0].\(member)", sense.index)
    }
  }

  /// Ways to reach a person whose heading has no name, where first and last names beside a company have told who that is.
  mutating func takeWays() {
    guard let name = findings.first(where: { $0.fields == [FieldPath(.contactName)] }) else { return }
    if people.isEmpty {
      for sense in free({ [.email, .phone, .mobile].contains($0) }) {
        guard let role = sense.role, let member = Self.members[role], let key = contact(sense), key.ordinal == 1,
          key.block == .person || key.block == .contact && key.title == nil
        else { continue }
        if role == .phone, isFilled("contactPersons[0].phone"), sense.cells.are(.mobile) {
          add("contactPersons[0].mobile", sense.index)
        } else {
          add("contactPersons[0].\(member)", sense.index)
        }
      }
    }
    if name.isShared || name.source.columns.count > 1 { takeDirect([]) }
  }

  // MARK: How to reach the customer

  /// The customer's own e-mail address, telephone, mobile and website: the plainest heading first, the others where it is blank.
  mutating func takeReach() {
    for (role, field) in [(Role.mobile, "mobile"), (.phone, "phone"), (.email, "email"), (.website, "website")] {
      let all = free(role)
      let plain = all.filter { isReach($0) }
      let ofPlaces = all.filter { $0.reading.blocks == [.visiting] }
      // Of a contact or of invoices, where the list has no name for either. A post is somebody's, whoever that is.
      let ofNobody = all.filter { $0.reading.blocks.isSubset(of: [.invoice, .contact]) }
      let own = plain.isEmpty ? ofPlaces.isEmpty ? ofNobody : ofPlaces : plain
      var candidates = own.sorted { (rank($0), $0.index) < (rank($1), $1.index) }
      if !isFilled(field), let best = candidates.first {
        candidates.removeFirst()
        if field == "phone", let mobile = candidates.first(where: { $0.cells.are(.mobile) }), !isFilled("mobile"),
          (mobile.reading.ordinal ?? 2) > 1
        {
          add("mobile", mobile.index)
          candidates.removeAll { $0.index == mobile.index }
        }
        candidates = takeForContact(candidates, field, besides: best)
        // The second of several is another's.
        let rest =
          field == "email" || field == "phone"
          ? candidates.filter { ($0.reading.ordinal ?? 1) == 1 }.map(\.index)
          : []
        if rest.isEmpty {
          add(field, best.index)
        } else if let path = FieldPath(field) {
          add(Finding(fields: [path], source: .firstOf([best.index] + rest)))
        }
      } else {
        candidates = takeForContact(candidates, field)
        if field == "phone", let mobile = candidates.first(where: { $0.cells.are(.mobile) }), !isFilled("mobile") {
          add("mobile", mobile.index)
        }
      }
    }
  }

  /// A second column of the same heading right of a person's name is that person's.
  private mutating func takeForContact(
    _ candidates: [ColumnSense], _ field: String, besides own: ColumnSense? = nil
  ) -> [ColumnSense] {
    guard field != "website",
      let name = findings.first(where: { $0.fields == [FieldPath(.contactName)] })?.source.columns.last,
      !isFilled("contactPersons[0].\(field)"), own.map({ $0.index < name }) ?? true,
      let own = candidates.first(where: {
        $0.index > name && $0.reading.blocks.isEmpty && $0.reading.ordinal == nil && $0.reading.fields.isEmpty
      })
    else { return candidates }
    add("contactPersons[0].\(field)", own.index)
    return candidates.filter { $0.index != own.index }
  }

  private func isReach(_ sense: ColumnSense) -> Bool {
    sense.reading.blocks.isDisjoint(with: [.delivery, .visiting, .guardian, .partner, .association, .owner, .title])
      || sense.reading.blocks.isSubset(of: [.owner, .visiting]) && sense.reading.blocks.contains(.owner)
  }

  private func rank(_ sense: ColumnSense) -> Int {
    let blocks = sense.reading.blocks
    var rank = 0
    if sense.fit < .supported, sense.cells.filled > 0 || sense.cells.rows > 0 { rank += 1 }
    if blocks.contains(.work) { rank += isOfPersons ? 6 : 2 }
    if blocks.contains(.home) { rank += isOfPersons ? 2 : 6 }
    if blocks.contains(.contact) { rank += 3 }
    if blocks.contains(.invoice) { rank += 7 }
    if blocks.contains(.direct) { rank += 8 }
    if (sense.reading.ordinal ?? 1) > 1 { rank += 9 }
    return rank
  }

  /// True for a list of persons: first and last names, and no companies.
  var isOfPersons: Bool {
    !hasCompanies && senses.contains { $0.role == .lastName || $0.reading.parts.contains(.personalIdentity) }
  }
}
