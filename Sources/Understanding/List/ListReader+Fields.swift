import CustomerModel
import Mapping

/// Fields that only customers have.
extension ListReader {
  mutating func takeIdentity() {
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
    takeCoApplicant()
  }

  /// The number of a second owner.
  private mutating func takeCoApplicant() {
    let second = free(.identity).first { sense in
      sense.reading.ordinal == 2 && isOfPerson(sense)
        && sense.reading.blocks.isDisjoint(with: [.guardian, .contact, .title, .invoice])
    }
    if let second { add("taxReduction.coApplicants", second.index) }
  }

  private func isOfPerson(_ sense: ColumnSense) -> Bool {
    sense.reading.parts.contains(.personalIdentity) && !sense.reading.parts.contains(.companyIdentity)
  }

  mutating func takeFlags() {
    if !isFilled("type"),
      let sense = free({ [.type, .isPrivate, .isCompany].contains($0) }).first(where: { !isOfClasses($0) })
    {
      var finding = Finding(fields: [FieldPath(.type)], source: .one(sense.index))
      if sense.role == .type { finding.values = TypeWords.table(for: sense.cells) }
      if sense.role == .isPrivate { finding.values = [WordPair("Ja", "private"), WordPair("Nej", "company")] }
      if sense.role == .isCompany { finding.values = [WordPair("Ja", "company"), WordPair("Nej", "private")] }
      add(finding)
    }
    if !isFilled("active") {
      if let sense = free(.active).first {
        add("active", sense.index)
      } else if let sense = free(.inactive).first, !hasStatus {
        add(
          StatusWords.areBlocks(sense.cells)
            ? Finding(fields: [FieldPath(.active)], source: .one(sense.index), values: StatusWords.blockedTable)
            : Finding(fields: [FieldPath(.active)], source: .one(sense.index), transforms: [.not]))
      } else if let sense = free(.status).first {
        add(
          Finding(
            fields: [FieldPath(.active)], source: .one(sense.index),
            values: StatusWords.areLetters(sense.cells) ? StatusWords.letterTable : StatusWords.table))
      }
    }
    for sense in free({ if case .contactFlag = $0 { true } else { false } }) {
      guard case .contactFlag(let member)? = sense.role else { continue }
      let place = contact(sense).flatMap { key in people.first { $0.key == key }?.place }
      add("contactPersons[\(place ?? max((sense.reading.ordinal ?? 1) - 1, 0))].\(member)", sense.index)
    }
  }

  /// True for B and C that may be classes as well as businesses and consumers: only names tell.
  private func isOfClasses(_ sense: ColumnSense) -> Bool {
    guard let pair = TypeWords.letters(of: sense.cells), pair == ("B", "C") else { return false }
    let names = findings.first { $0.fields == [FieldPath(.customerName)] }?.source.columns.first
    guard let names else { return true }
    let rows = zip(sense.cells.leading, senses[names].cells.leading).map { letter, name in
      (letter.uppercased(), CellKind.kinds(of: name).contains(.companyName))
    }
    return rows.contains { $0.0 == pair.1 && $0.1 } || !rows.contains { $0.0 == pair.0 && $0.1 }
  }

  /// True for a column that says of some customers that they are active, and of others that they are not.
  private var hasStatus: Bool { free(.status).contains { $0.fit == .supported && $0.cells.different > 1 } }

  mutating func takeFields() {
    let senses = free { if case .field = $0 { true } else { false } }
    var paths: [FieldPath] = []
    for sense in senses {
      guard case .field(let path)? = sense.role, !filled.contains(path), !paths.contains(path) else { continue }
      paths.append(path)
    }
    for path in paths {
      let own = senses.filter {
        $0.role == .field(path) && !isSearchName($0) && (contact($0) == nil || Self.isNobodys(path))
          && isOfCustomer($0, path)
      }
      // A flat's number of the authorities has four digits.
      let official = path.description == "taxReduction.apartmentNumber" ? own.first { $0.cells.haveFourDigits } : nil
      guard let first = official ?? own.first(where: { $0.fit == .supported }) ?? own.first else { continue }
      if path.description == "subgroups", own.count > 1, let tags = FieldPath("tags"), !paths.contains(tags),
        own[1].reading.parts.isEmpty
      {
        add(Finding(fields: [tags], source: .one(own[1].index)))
      }
      if path.description == "taxReduction.associationNumber", isOfAssociations, !isFilled("identityNumber"),
        Role.identity.fit(first.cells) > .against
      {
        add("identityNumber", first.index)
      } else if path.description == "comments", own.count > 1 {
        add(Finding(fields: [path], source: .join(own.map(\.index), separator: "\n")))
      } else {
        add(Finding(fields: [path], source: .one(first.index)))
      }
    }
  }

  /// True where associations are the customers: then their number is the customer's.
  private var isOfAssociations: Bool {
    guard let name = findings.first(where: { $0.fields == [FieldPath(.customerName)] }) else { return false }
    return name.source.columns.contains { senses[$0].reading.blocks.contains(.association) }
  }

  /// `Sökord` may be what programs call the short name that customers are searched by.
  private func isSearchName(_ sense: ColumnSense) -> Bool {
    guard case .field(let path)? = sense.role, ["tags", "subgroups", "comments"].contains(path.description) else {
      return false
    }
    let names = findings.first { $0.fields == [FieldPath(.customerName)] }?.source.columns ?? []
    return names.contains { sense.cells.areShort(of: senses[$0].cells) }
  }

  /// True for what is no contact person's, whoever is told beside it.
  private static func isNobodys(_ path: FieldPath) -> Bool {
    ["comments", "orderNumber", "costCenter"].contains(path.description) || path.field.name.hasPrefix("taxReduction")
  }

  /// A language of invoices is the customer's; a comment on a delivery is none.
  private func isOfCustomer(_ sense: ColumnSense, _ path: FieldPath) -> Bool {
    path.description == "language" || path.field.name.hasPrefix("taxReduction")
      || path.description == "orderNumber"
      || sense.reading.blocks.isDisjoint(with: [.delivery, .visiting, .invoice])
  }
}
