import CustomerModel
import Mapping

/// Gives the columns of one list their fields: each field once, addresses and persons as wholes.
struct ListReader {
  let senses: [ColumnSense]
  private(set) var findings: [Finding] = []
  var filled: Set<FieldPath> = []
  /// The columns that are taken.
  var taken: Set<Int> = []

  init(_ senses: [ColumnSense]) { self.senses = senses }

  mutating func run() {
    guard senses.contains(where: { !HeaderKey.of($0.heading).isEmpty }) else { return takeByCells() }
    takeNumber()
    takeContacts()
    takeNames()
    takeAddresses()
    takeReach()
    takeIdentity()
    takeFlags()
    takeFields()
    takeProven()
  }

  /// Keeps a finding, but for fields that are filled.
  mutating func add(_ finding: Finding) {
    guard finding.fields.allSatisfy({ !filled.contains($0) }) else { return }
    findings.append(finding)
    filled.formUnion(finding.fields)
    taken.formUnion(finding.source.columns)
  }

  mutating func add(_ field: String, _ column: Int) {
    guard let path = FieldPath(field) else { return }
    add(Finding(fields: [path], source: .one(column)))
  }

  mutating func remove(_ index: Int) {
    let finding = findings.remove(at: index)
    filled.subtract(finding.fields)
    taken.subtract(finding.source.columns)
  }

  /// Gives a finding of one field to another.
  mutating func move(_ index: Int, to path: FieldPath) {
    filled.subtract(findings[index].fields)
    findings[index].fields = [path]
    filled.insert(path)
  }

  func isFilled(_ field: String) -> Bool { FieldPath(field).map(filled.contains) ?? true }

  /// The columns of a role that are free, in their order.
  func free(_ matches: (Role) -> Bool) -> [ColumnSense] {
    senses.filter { sense in sense.role.map(matches) == true && !taken.contains(sense.index) }
  }

  func free(_ role: Role) -> [ColumnSense] { free { $0 == role } }

  /// True when some column is about a company by its own word: then persons beside it are its contacts.
  var hasCompanies: Bool {
    senses.contains { sense in
      sense.reading.blocks.contains(.company) && !sense.reading.isOther && sense.cells.filled > 0
    }
  }

  /// The person that a column is about; nil for the customer's own.
  func contact(_ sense: ColumnSense) -> ContactKey? {
    let blocks = sense.reading.blocks
    let ordinal = sense.reading.ordinal ?? 1
    if blocks.contains(.guardian) { return ContactKey(block: .guardian, ordinal: ordinal) }
    if blocks.contains(.partner) { return ContactKey(block: .partner, ordinal: ordinal) }
    if blocks.contains(.contact) {
      return ContactKey(block: blocks.contains(.invoice) ? .invoice : .contact, ordinal: ordinal)
    }
    if sense.reading.parts.contains(.reference), sense.role == .name {
      return ContactKey(block: .contact, ordinal: ordinal)
    }
    if blocks.contains(.person), hasCompanies, !blocks.contains(.company), sense.role != .identity {
      return ContactKey(block: .person, ordinal: ordinal)
    }
    if blocks.contains(.owner), ordinal > 1 { return ContactKey(block: .owner, ordinal: ordinal) }
    return nil
  }

  // MARK: The number

  private mutating func takeNumber() {
    guard !isFilled("number") else { return }
    let candidates = free(.number).filter { contact($0) == nil && $0.cells.filled > 0 || $0.cells.rows == 0 }
    guard let best = candidates.min(by: { rankOfNumber($0) < rankOfNumber($1) }) else { return }
    add("number", best.index)
  }

  private func rankOfNumber(_ sense: ColumnSense) -> Int {
    let reading = sense.reading
    var rank = 0
    if reading.parts.contains(.reference), !reading.parts.contains(.id) {
      rank += reading.blocks.contains(.customer) ? 20 : 50
    }
    if reading.blocks.contains(.customer) {
      rank += reading.parts.isEmpty ? 30 : 0
    } else if reading.blocks.contains(.company) {
      rank += 10
    } else if reading.blocks.contains(.person) {
      rank += 40
    } else {
      rank += 25
    }
    if reading.known.contains("id") || reading.known.contains("identifier") { rank += 5 }
    if sense.fit < .supported { rank += 30 }
    return rank
  }

  // MARK: Fields of their own

  private mutating func takeIdentity() {
    guard !isFilled("identityNumber") else { return }
    let candidates = free(.identity).filter {
      contact($0) == nil && ($0.reading.ordinal ?? 1) == 1
        && $0.reading.blocks.isDisjoint(with: [.association, .partner, .invoice, .delivery, .visiting])
    }
    guard let first = candidates.first else { return }
    // One of two numbers is the company's, the other the person's: each row has one of them.
    if let second = candidates.dropFirst().first(where: { isOfPerson($0) != isOfPerson(first) }) {
      let company = isOfPerson(first) ? second : first
      let person = isOfPerson(first) ? first : second
      add(Finding(fields: [FieldPath(.identityNumber)], source: .firstOf([company.index, person.index])))
    } else {
      add("identityNumber", first.index)
    }
  }

  private func isOfPerson(_ sense: ColumnSense) -> Bool {
    sense.reading.parts.contains(.personalIdentity) && !sense.reading.parts.contains(.companyIdentity)
  }

  private mutating func takeFlags() {
    if !isFilled("type"), let sense = free({ [.type, .isPrivate, .isCompany].contains($0) }).first {
      var finding = Finding(fields: [FieldPath(.type)], source: .one(sense.index))
      if sense.role == .isPrivate { finding.values = [WordPair("Ja", "private"), WordPair("Nej", "company")] }
      if sense.role == .isCompany { finding.values = [WordPair("Ja", "company"), WordPair("Nej", "private")] }
      add(finding)
    }
    if !isFilled("active") {
      if let sense = free(.active).first {
        add("active", sense.index)
      } else if let sense = free(.inactive).first {
        add(Finding(fields: [FieldPath(.active)], source: .one(sense.index), transforms: [.not]))
      } else if let sense = free(.status).first {
        add(
          Finding(fields: [FieldPath(.active)], source: .one(sense.index), values: StatusWords.table))
      }
    }
    for sense in free({ if case .contactFlag = $0 { true } else { false } }) {
      guard case .contactFlag(let member)? = sense.role else { continue }
      add("contactPersons[\(max((sense.reading.ordinal ?? 1) - 1, 0))].\(member)", sense.index)
    }
  }

  private mutating func takeFields() {
    let senses = free { if case .field = $0 { true } else { false } }
    var paths: [FieldPath] = []
    for sense in senses {
      guard case .field(let path)? = sense.role, !filled.contains(path), !paths.contains(path) else { continue }
      paths.append(path)
    }
    for path in paths {
      let own = senses.filter { $0.role == .field(path) && contact($0) == nil && isOfCustomer($0, path) }
      guard let first = own.first(where: { $0.fit == .supported }) ?? own.first else { continue }
      if path.description == "subgroups", own.count > 1, let tags = FieldPath("tags"), !paths.contains(tags),
        own[1].reading.parts.isEmpty
      {
        add(Finding(fields: [tags], source: .one(own[1].index)))
      }
      if path.description == "comments", own.count > 1 {
        add(Finding(fields: [path], source: .join(own.map(\.index), separator: "\n")))
      } else {
        add(Finding(fields: [path], source: .one(first.index)))
      }
    }
  }

  /// A language of invoices is the customer's; a comment on a delivery is none.
  private func isOfCustomer(_ sense: ColumnSense, _ path: FieldPath) -> Bool {
    path.description == "language" || path.field.name.hasPrefix("taxReduction")
      || path.description == "orderNumber"
      || sense.reading.blocks.isDisjoint(with: [.delivery, .visiting, .invoice])
  }

  /// What cells prove, under a heading that nobody knows.
  mutating func takeProven() {
    for sense in senses where !taken.contains(sense.index) && sense.role == nil && !sense.reading.isOther {
      guard contact(sense) == nil, sense.reading.blocks.isDisjoint(with: [.delivery, .association]) else { continue }
      switch sense.cells.proof {
      case .identityNumber where !isFilled("identityNumber"): add("identityNumber", sense.index)
      case .vatNumber where !isFilled("vatNumber"): add("vatNumber", sense.index)
      case .email where !isFilled("email"): add("email", sense.index)
      default: break
      }
    }
  }
}
