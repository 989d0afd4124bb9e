import CustomerModel

extension ListReader {
  /// The customer's name: the company's where a row has one, else the person's, who is then its contact.
  mutating func takeNames() {
    let names = free(.name).filter {
      contact($0) == nil && ($0.reading.ordinal ?? 1) == 1 && isOwn($0)
        && ($0.cells.filled > 0 || $0.cells.rows == 0)
    }
    let firsts = free(.firstName).filter { contact($0) == nil && isOwn($0) }
    let lasts = free(.lastName).filter { contact($0) == nil && isOwn($0) }
    let person = firsts.isEmpty || lasts.isEmpty ? [] : [firsts[0].index, lasts[0].index]
    let ranked = names.sorted { (rank($0), $0.index) < (rank($1), $1.index) }
    if !isFilled("name") {
      if let company = ranked.first {
        let other = ranked.dropFirst().first { isOfCompany(company) && isOfPerson($0) }
        if !person.isEmpty {
          add(
            Finding(
              fields: [FieldPath(.customerName)], source: .firstOfOrJoin([company.index], join: person), isShared: true)
          )
          addContact(.join(person, separator: " "))
        } else if let other {
          add(
            Finding(fields: [FieldPath(.customerName)], source: .firstOf([company.index, other.index]), isShared: true))
          addContact(.one(other.index))
        } else {
          add("name", company.index)
        }
      } else if !person.isEmpty {
        // `ContactName` beside first and last names is the customer's, where companies stand in it.
        if let name = contactName, senses[name.column].cells.are(.companyName, percent: 25) {
          remove(name.finding)
          add("name", name.column)
          addContact(.join(person, separator: " "))
        } else {
          add(Finding(fields: [FieldPath(.customerName)], source: .join(person, separator: " ")))
        }
      } else {
        takeLikelyName()
      }
    } else if !person.isEmpty {
      addContact(.join(person, separator: " "))
    }
  }

  private mutating func addContact(_ source: Finding.Source) {
    guard !isFilled("contactPersons[0].name") else { return }
    add(Finding(fields: [FieldPath(.contactName)], source: source, isShared: true))
  }

  private func isOwn(_ sense: ColumnSense) -> Bool {
    sense.reading.blocks.isDisjoint(with: [.invoice, .delivery, .visiting, .mail])
      || sense.reading.blocks.isSuperset(of: [.invoice, .company]) && sense.role == .name && sense.reading.parts.isEmpty
  }

  private func isOfCompany(_ sense: ColumnSense) -> Bool {
    sense.reading.blocks.contains(.company) && !sense.reading.blocks.contains(.customer)
  }

  private func isOfPerson(_ sense: ColumnSense) -> Bool {
    !isOfCompany(sense) && sense.cells.are(.personName, percent: 50)
  }

  private func rank(_ sense: ColumnSense) -> Int {
    let blocks = sense.reading.blocks
    var rank = (sense.fit == .supported ? 0 : 1) + (blocks.contains(.invoice) ? 20 : 0)
    if isOfCompany(sense) {
      rank += 0
    } else if blocks.contains(.customer) {
      rank += sense.reading.parts.isEmpty ? 6 : 2
    } else if blocks.contains(.owner) {
      rank += 8
    } else if blocks.contains(.association) {
      rank += 10
    } else if blocks.contains(.person) {
      rank += 9
    } else {
      rank += 4
    }
    return rank
  }

  /// The first contact person's name, where one column has it.
  private var contactName: (finding: Int, column: Int)? {
    guard let finding = findings.firstIndex(where: { $0.fields == [FieldPath(.contactName)] }),
      case .one(let column) = findings[finding].source
    else { return nil }
    return (finding, column)
  }

  /// Where no heading says that it is of names, one that may say so: who orders, if companies do.
  private mutating func takeLikelyName() {
    guard let name = contactName, senses[name.column].cells.has(.companyName),
      !senses[name.column].cells.are(.personName, percent: 60)
    else { return }
    replaceContact(name.finding, by: name.column)
  }

  private mutating func replaceContact(_ finding: Int, by column: Int) {
    remove(finding)
    add("name", column)
    if let other = free(.name).first(where: { contact($0)?.block == .contact }) {
      add("contactPersons[0].name", other.index)
      return
    }
    if filled.contains(where: { $0.field.isRepeated && $0.position == 0 }) { return }
    // The next person moves up.
    for index in findings.indices {
      guard let path = findings[index].fields.first, path.field.isRepeated, path.position > 0 else { continue }
      move(index, to: FieldPath(path.field, position: path.position - 1))
    }
  }
}
