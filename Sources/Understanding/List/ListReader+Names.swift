import CustomerModel
import Mapping

extension CellLook {
  /// True where all rows are filled, and what others have stands here as well, perhaps longer or shorter: `Ek Bygg` beside
  /// `Ek Bygg AB`.
  fileprivate func isWhole(beside part: CellLook) -> Bool {
    filled == rows && part.filled > 0
      && zip(leading, part.leading).allSatisfy { own, other in
        other.isEmpty || own.isBeginning(of: other) || other.isBeginning(of: own)
      }
  }

  /// True for short names to search by: each begins as the name beside it.
  func areShort(of names: CellLook) -> Bool {
    isUnique && filled > 1
      && zip(leading, names.leading).allSatisfy { own, name in
        own.isEmpty || own.isBeginning(of: name) && own.utf8.count < name.utf8.count
      }
  }
}

extension String {
  /// True for the first letters of a text, however they are written.
  fileprivate func isBeginning(of text: String) -> Bool {
    let (own, other) = (HeaderKey.of(self), HeaderKey.of(text))
    return own.utf8.count >= 3 && other.hasPrefix(own)
  }
}

extension ListReader {
  /// The customer's name: the company's where a row has one, else the person's, who is then its contact.
  mutating func takeNames() {
    var names = free(.name).filter {
      contact($0) == nil && ($0.reading.ordinal ?? 1) == 1 && isOwn($0)
        && ($0.cells.filled > 0 || $0.cells.rows == 0)
    }
    let hasOwn = names.contains { !$0.reading.blocks.contains(.invoice) && !$0.reading.blocks.contains(.unit) }
    func persons(_ role: Role) -> [ColumnSense] {
      let all = free(role).filter { contact($0) == nil }
      let own = all.filter(isOwn)
      // Who gets the invoices is the customer where nobody else is.
      return own.isEmpty && !hasOwn ? all.filter { $0.reading.blocks == [.invoice] } : own
    }
    var firsts = persons(.firstName)
    let lasts = persons(.lastName)
    // `Name, Surname`: the former is the first name.
    if firsts.isEmpty, !lasts.isEmpty,
      let first = names.first(where: { $0.reading.parts == [.name] && $0.index + 1 == lasts[0].index })
    {
      firsts = [first]
      names.removeAll { $0.index == first.index }
    }
    // A last name alone names a person as well, where companies are the others.
    let person =
      lasts.isEmpty || firsts.isEmpty && (names.isEmpty || !names.allSatisfy(isOfCompany))
      ? [] : firsts.prefix(1).map(\.index) + [lasts[0].index]
    var ranked = names.sorted { (rank($0), plainness($0), $0.index) < (rank($1), plainness($1), $1.index) }
    if !person.isEmpty, let first = ranked.first, isOfGroup(first) { ranked.removeFirst() }
    // What has the names of companies where there are some, and others elsewhere, is the name to show.
    if let first = ranked.first, first.cells.filled < first.cells.rows,
      let whole = ranked.dropFirst().firstIndex(where: { $0.cells.isWhole(beside: first.cells) })
    {
      ranked.swapAt(0, whole)
    }
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
        } else if let other = ranked.dropFirst().first(where: {
          $0.cells.filled > company.cells.filled && !isOfPlaces($0)
        }) {
          add(Finding(fields: [FieldPath(.customerName)], source: .firstOf([company.index, other.index])))
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
        takeOnlyNames()
      }
    } else if !person.isEmpty {
      addContact(.join(person, separator: " "))
    }
    takeInvoiceContact()
  }

  /// First and last names of who gets the invoices are a contact person's, beside the customer's name.
  private mutating func takeInvoiceContact() {
    let parts = [Role.firstName, .lastName].compactMap { role in free(role).first { $0.reading.blocks == [.invoice] } }
    guard isFilled("name"), parts.count == 2, !isFilled("contactPersons[0].name") else { return }
    add(Finding(fields: [FieldPath(.contactName)], source: .join(parts.map(\.index), separator: " ")))
  }

  private mutating func addContact(_ source: Finding.Source) {
    guard !isFilled("contactPersons[0].name") else { return }
    add(Finding(fields: [FieldPath(.contactName)], source: source, isShared: true))
  }

  private func isOwn(_ sense: ColumnSense) -> Bool {
    sense.reading.blocks.isDisjoint(with: [.invoice, .delivery, .visiting, .mail])
      || sense.reading.blocks.isSuperset(of: [.invoice, .company]) && sense.role == .name && sense.reading.parts.isEmpty
  }

  /// Names of associations, owners and units are others' than the customers'.
  private func isOfPlaces(_ sense: ColumnSense) -> Bool {
    !sense.reading.blocks.isDisjoint(with: [.association, .owner, .person, .unit])
  }

  private func isOfCompany(_ sense: ColumnSense) -> Bool {
    sense.reading.blocks.contains(.company) && !sense.reading.blocks.contains(.customer)
  }

  /// True where the list has names under a word for invoices: then places have theirs as well.
  private var hasInvoiceNames: Bool {
    senses.contains {
      $0.reading.blocks.contains(.invoice)
        && ($0.role == .name && $0.reading.blocks.contains(.company) || $0.role == .lastName)
    }
  }

  /// True for what stands beside persons in several rows, and is no company by its name: where they belong.
  private func isOfGroup(_ sense: ColumnSense) -> Bool {
    isOfCompany(sense) && sense.reading.parts.isEmpty && !sense.cells.isUnique && !sense.cells.has(.companyName)
  }

  /// True where one column has a name in every row.
  private var hasWholeName: Bool {
    free(.name).contains { contact($0) == nil && isOwn($0) && $0.fit == .supported && $0.cells.filled == $0.cells.rows }
  }

  private func isOfPerson(_ sense: ColumnSense) -> Bool {
    !isOfCompany(sense)
      && sense.cells.are(.personName, percent: sense.reading.blocks.contains(.customer) ? 90 : 50)
  }

  private func rank(_ sense: ColumnSense) -> Int {
    let blocks = sense.reading.blocks
    var rank = (sense.fit == .supported ? 0 : 1) + (blocks.contains(.invoice) ? 20 : 0)
    // Customers have names in nearly every row.
    if sense.cells.filled * 2 < sense.cells.rows || sense.cells.filled < sense.cells.rows && hasWholeName,
      !isOfCompany(sense)
    {
      rank += 10
    }
    if isOfCompany(sense) {
      rank += 0
    } else if blocks.contains(.customer) {
      rank += sense.reading.parts.isEmpty ? 6 : 2
    } else if blocks.contains(.owner) {
      rank += hasOwners ? 8 : 12
    } else if blocks.contains(.unit) {
      rank += hasInvoiceNames ? 40 : 5
    } else if blocks.contains(.association) {
      rank += 10
    } else if blocks.contains(.person) {
      rank += 9
    } else {
      rank += 4
    }
    return rank
  }

  /// `Namn` rather than `Visningsnamn`.
  private func plainness(_ sense: ColumnSense) -> Int { HeaderKey.of(sense.heading).utf8.count > 5 ? 1 : 0 }

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

  /// Where still none has, the only column of names that all differ, under a word that nobody knows.
  private mutating func takeOnlyNames() {
    guard !isFilled("name") else { return }
    let candidates = senses.filter { sense in
      let reading = sense.reading
      let says = !reading.parts.isEmpty || !reading.fields.isEmpty || reading.isOther
      return sense.role == nil && !says && reading.blocks.isSubset(of: [.customer, .visiting, .invoice])
        && !taken.contains(sense.index) && sense.cells.filled == sense.cells.rows && sense.cells.isUnique
        && sense.cells.areNames
    }
    let own = candidates.filter { $0.reading.blocks.contains(.customer) }
    let unread = own.isEmpty ? candidates : own
    if unread.count == 1, unread[0].index < 4 { return add("name", unread[0].index) }
    // Places that have names are the customers where nobody else is.
    let places = free(.name).filter {
      $0.reading.blocks == [.visiting] && $0.reading.parts == [.name] && $0.cells.isFull && $0.cells.isUnique
        && $0.fit == .supported
    }
    if candidates.isEmpty, places.count == 1 { add("name", places[0].index) }
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
