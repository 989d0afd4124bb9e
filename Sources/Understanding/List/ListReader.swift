import CustomerModel
import Mapping

/// Gives the columns of one list their fields: each field once, addresses and persons as wholes.
struct ListReader {
  /// What each column is; some are told by the others.
  var senses: [ColumnSense]
  private(set) var findings: [Finding] = []
  var filled: Set<FieldPath> = []
  /// The columns that are taken.
  var taken: Set<Int> = []
  /// Who the contact persons are, with their places.
  var people: [(key: ContactKey, place: Int)] = []

  init(_ senses: [ColumnSense]) { self.senses = senses }

  mutating func run() {
    guard senses.contains(where: { !HeaderKey.of($0.heading).isEmpty }) else { return takeByCells() }
    readCustomers()
    readQualifiers()
    readHouses()
    takeNumber()
    takeContacts()
    takeNames()
    takeWays()
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
      sense.reading.blocks.contains(.company) && !sense.reading.isOther
        && (sense.cells.filled > 0 || sense.cells.rows == 0)
    }
  }

  /// True when some column has the owners: then who uses what they own is another.
  var hasOwners: Bool {
    let hasNames = senses.contains { $0.reading.blocks.contains(.owner) && $0.role == .name && $0.cells.filled > 0 }
    // An owner of whom the list has nothing but the name is none of its customers, where it tells how the others are reached.
    return hasNames && (count(of: .owner) > 1 || count(of: .person) < 3)
  }

  /// How many columns are about somebody.
  private func count(of block: Meaning.Block) -> Int {
    senses.count {
      $0.reading.blocks.contains(block) && ($0.reading.ordinal ?? 1) == 1 && !$0.reading.isOther && $0.role != nil
        && $0.cells.filled > 0
    }
  }

  /// The person that a column is about; nil for the customer's own.
  func contact(_ sense: ColumnSense) -> ContactKey? {
    let blocks = sense.reading.blocks
    let ordinal = sense.reading.ordinal ?? 1
    if blocks.contains(.guardian) { return ContactKey(block: .guardian, ordinal: ordinal) }
    if blocks.contains(.partner) { return ContactKey(block: .partner, ordinal: ordinal) }
    if blocks.contains(.title), let title = sense.reading.titles.last {
      return ContactKey(block: .contact, ordinal: ordinal, title: shortest(title))
    }
    if blocks.contains(.contact) {
      return ContactKey(block: blocks.contains(.invoice) ? .invoice : .contact, ordinal: ordinal)
    }
    if sense.reading.parts.contains(.reference), sense.role == .name {
      return ContactKey(block: blocks.contains(.invoice) ? .invoice : .contact, ordinal: ordinal)
    }
    if blocks.contains(.person), hasCompanies && !blocks.contains(.customer) || hasOwners, !blocks.contains(.company),
      sense.role != .identity
    {
      return ContactKey(block: .person, ordinal: ordinal)
    }
    if ordinal > 1, !blocks.isDisjoint(with: [.owner, .customer, .person]), !blocks.contains(.company) {
      // `Kundnamn 2` goes on with the name, unless persons stand in the first as well. `Tel 2` is another of the same.
      let isPerson =
        sense.role != .name
        ? !sense.reading.endsWithNumber || hasName(ordinal)
        : blocks.contains(.owner) || sense.cells.arePersons && (sense.reading.parts.isEmpty || isOfPersonsToo(sense))
      if isPerson { return ContactKey(block: .owner, ordinal: ordinal) }
    }
    return nil
  }

  /// True where a name has the number, too.
  private func hasName(_ ordinal: Int) -> Bool {
    senses.contains {
      $0.reading.ordinal == ordinal && $0.reading.endsWithNumber && [.name, .firstName, .lastName].contains($0.role)
    }
  }

  /// True where another column of names has persons.
  private func isOfPersonsToo(_ name: ColumnSense) -> Bool {
    senses.contains {
      $0.index != name.index && $0.role == .name && $0.cells.arePersons
        && $0.reading.blocks.isSubset(of: [.customer, .owner, .person])
    }
  }

  /// The shortest way in which the list writes a person's post: `vaktm` of `vaktmastare`.
  private func shortest(_ title: String) -> String {
    senses.lazy.flatMap(\.reading.titles).filter { Self.areSame($0, title) }.min { $0.utf8.count < $1.utf8.count }
      ?? title
  }

  // MARK: The number

  private mutating func takeNumber() {
    guard !isFilled("number") else { return }
    let candidates = free(.number).filter {
      guard $0.cells.rows > 0 else { return true }
      // Codes that only some rows have number something else, unless they are said to be the customer's.
      let isOwn =
        $0.cells.filled * 10 >= $0.cells.rows * 9 || !$0.reading.blocks.isDisjoint(with: [.customer, .company])
      // What programs number records by is no customer's number, unless it is said to be.
      let isRecords = $0.reading.blocks.isEmpty && $0.cells.areKeysOfRecords
      return contact($0) == nil && $0.cells.filled > 0 && isOwn && !isRecords
    }
    if let best = candidates.min(by: { rankOfNumber($0) < rankOfNumber($1) }) { return add("number", best.index) }
    // Programs that call all whom they know contacts number those.
    let numbered = senses.first {
      $0.role == nil && $0.reading.blocks == [.contact] && $0.reading.parts == [.id]
        && !$0.cells.are(.phone, percent: 20)
        && $0.reading.unknown.isEmpty && !$0.reading.isOther && Role.number.fit($0.cells) == .supported
    }
    if let numbered, !numbersPersons, !numbered.cells.examples.contains(where: \.isMixed) {
      return add("number", numbered.index)
    }
    takeReference()
    if let numbered, !numbersPersons { add("number", numbered.index) }
  }

  /// True where persons stand by first and last names beside companies: then a number of contacts is theirs, not the company's.
  private var numbersPersons: Bool {
    hasCompanies && senses.contains { $0.role == .lastName } && senses.contains { $0.role == .firstName }
  }

  /// Where nothing else numbers the customers, a reference does that is another for each.
  private mutating func takeReference() {
    let references = senses.filter {
      $0.isReference && $0.reading.unknown.isEmpty && !$0.reading.isOther
        && $0.cells.isFull
        && $0.cells.filled > 1 && $0.cells.are(.withDigit, percent: 100) && Role.number.fit($0.cells) == .supported
    }
    if references.count == 1 { add("number", references[0].index) }
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
    // Letters among digits are a record's.
    if !sense.cells.are(.digits), sense.cells.has(.withDigit), sense.cells.examples.contains(where: \.isMixed) {
      rank += 6
    }
    // What nobody can read aloud is a program's.
    if sense.cells.examples.allSatisfy({ $0.utf8.count > 14 }) { rank += 20 }
    return rank
  }
}

extension String {
  /// True for letters behind digits, which numbers of customers do not have: `00f1-22a`.
  fileprivate var isMixed: Bool {
    guard let digit = utf8.firstIndex(where: { (0x30...0x39).contains($0) }) else { return false }
    return self[digit...].unicodeScalars.contains { $0.properties.isAlphabetic }
  }
}

extension ColumnSense {
  /// True for a heading that says nothing but `Referens`, perhaps the customer's.
  fileprivate var isReference: Bool {
    let says = reading.known.contains { $0.contains("ref") || $0.contains("viit") }
    return says && reading.fields.allSatisfy { $0.description == "orderNumber" }
      && reading.parts.allSatisfy { $0 == .reference }
      && reading.blocks.isSubset(of: [.contact, .customer])
  }
}
