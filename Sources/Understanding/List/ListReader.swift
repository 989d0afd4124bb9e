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
    readQualifiers()
    readHouses()
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
      sense.reading.blocks.contains(.company) && !sense.reading.isOther
        && (sense.cells.filled > 0 || sense.cells.rows == 0)
    }
  }

  /// True when some column has the owners: then who uses what they own is another.
  private var hasOwners: Bool {
    senses.contains { $0.reading.blocks.contains(.owner) && $0.role == .name && $0.cells.filled > 0 }
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
      return ContactKey(block: .contact, ordinal: ordinal)
    }
    if blocks.contains(.person), hasCompanies || hasOwners, !blocks.contains(.company), sense.role != .identity {
      return ContactKey(block: .person, ordinal: ordinal)
    }
    if ordinal > 1, !blocks.isDisjoint(with: [.owner, .customer, .person]), !blocks.contains(.company) {
      let isPerson = sense.role != .name || blocks.contains(.owner) || sense.cells.arePersons
      if isPerson { return ContactKey(block: .owner, ordinal: ordinal) }
    }
    return nil
  }

  /// The shortest way in which the list writes a person's post: `vaktm` of `vaktmastare`.
  private func shortest(_ title: String) -> String {
    senses.lazy.flatMap(\.reading.titles).filter { Self.areSame($0, title) }.min { $0.utf8.count < $1.utf8.count }
      ?? title
  }

  // MARK: The number

  private mutating func takeNumber() {
    guard !isFilled("number") else { return }
    let candidates = free(.number).filter { contact($0) == nil && $0.cells.filled > 0 || $0.cells.rows == 0 }
    if let best = candidates.min(by: { rankOfNumber($0) < rankOfNumber($1) }) { return add("number", best.index) }
    // Programs that call all whom they know contacts number those.
    let numbered = senses.first {
      $0.role == nil && $0.reading.blocks == [.contact] && $0.reading.parts == [.id]
        && !$0.cells.are(.phone, percent: 20)
        && $0.reading.unknown.isEmpty && !$0.reading.isOther && Role.number.fit($0.cells) == .supported
    }
    if let numbered { add("number", numbered.index) }
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
    // What nobody can read aloud is a program's.
    if sense.cells.examples.allSatisfy({ $0.utf8.count > 14 }) { rank += 20 }
    return rank
  }
}
