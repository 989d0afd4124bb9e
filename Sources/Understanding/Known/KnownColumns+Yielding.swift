import CustomerModel
import Mapping

extension KnownColumns {
  /// Leaves fields to the reading of the whole list, where that has them from columns that are surely better: companies rather than persons
  /// as the customers' names, the customers' numbers rather than those of rows, an address for all rather than one for invoices.
  mutating func yield(to reader: ListReader) {
    func read(_ path: FieldPath) -> ColumnSense? {
      reader.findings.first { $0.fields == [path] }?.source.columns.first.map { reader.senses[$0] }
    }
    func own(_ path: FieldPath) -> (Known, ColumnSense)? {
      source(of: path).flatMap { known in known.columns.first.map { (known, reader.senses[$0]) } }
    }
    let name = FieldPath(.customerName)
    if let (known, sense) = own(name), let better = read(name),
      known.columns.allSatisfy({ !reader.senses[$0].cells.has(.companyName) }),
      sense.index != better.index, better.cells.are(.companyName, percent: 25)
    {
      drop(known)
      if let contact = source(of: FieldPath(.contactName)) { drop(contact) }
    }
    // A name that every row has rather than one that some have.
    if let (known, sense) = own(name), known.columns.count == 1, let better = read(name), !sense.cells.isFull,
      better.cells.isFull, sense.index != better.index
    {
      drop(known)
    }
    if let tags = FieldPath("tags"), let (known, sense) = own(tags), sense.cells.has(.withDigit),
      reader.findings.contains(where: {
        $0.fields.first?.description == "orderNumber" && $0.source.columns == known.columns
      })
    {
      drop(known)
    }
    if let (known, sense) = own(FieldPath(.number)), let better = read(FieldPath(.number)), sense.index != better.index,
      better.fit == .supported, better.reading.blocks.contains(.customer), sense.reading.blocks.isEmpty
    {
      drop(known)
    }
    if let path = FieldPath("email"), let (known, sense) = own(path), let better = read(path),
      sense.index != better.index,
      sense.reading.blocks.contains(.invoice), better.reading.blocks.isEmpty
    {
      drop(known)
    }
    yieldInvoiceAddress(to: reader)
    yieldParts(to: reader)
    yieldPersons(to: reader)
  }

  /// The first contact person is who bears the list's names, where the reading has the mapping's first as a later one.
  private mutating func yieldPersons(to reader: ListReader) {
    let first = "contactPersons[0]"
    let hasFirst = reader.findings.contains { finding in
      finding.fields.first == FieldPath(.contactName) && taken.isDisjoint(with: finding.source.columns)
    }
    guard hasFirst else { return }
    for own in known where own.fields.first?.place == first {
      let read = reader.findings.first { $0.source.columns == own.columns }?.fields.first?.place
      if let read, read != first, read.hasPrefix("contactPersons") { drop(own) }
    }
  }

  /// Leaves parts of addresses that are others by their cells: towns are no streets, the number of a house none of customers. What
  /// stands beside the street of one address is of no other.
  private mutating func yieldParts(to reader: ListReader) {
    for own in known where own.columns.count == 1 {
      let sense = reader.senses[own.columns[0]]
      guard let path = own.fields.first else { continue }
      let read = reader.findings.first { $0.source.columns.contains(sense.index) }?.fields.first?.description ?? ""
      let isTown = path.description.hasSuffix(".line1") && read.hasSuffix(".city") && sense.fit < .supported
      let isHouse = path.field == .number && sense.role == .houseNumber
      if isTown || isHouse { drop(own) }
    }
    // A street alone goes with the only postal code and town.
    if let visiting = FieldPath("visitingAddress.line1").flatMap({ source(of: $0) }),
      !filled.contains(where: { $0.description == "invoiceAddress.line1" || $0.description == "visitingAddress.city" }),
      let street = visiting.columns.first,
      reader.findings.contains(where: {
        $0.source.columns == [street] && $0.fields.first?.description == "invoiceAddress.line1"
      })
    {
      drop(visiting)
    }
    for own in known {
      guard let place = own.fields.first?.place, place.hasSuffix("Address"),
        let street = FieldPath("\(place).line1").flatMap({ source(of: $0) })?.columns.first,
        let block = reader.senses[street].addressBlock
      else { continue }
      let blocks = own.columns.compactMap { reader.senses[$0].addressBlock }
      if !blocks.isEmpty, !blocks.contains(block) { drop(own) }
    }
  }

  /// `Street` is the invoice address until another address says that it is for invoices.
  private mutating func yieldInvoiceAddress(to reader: ListReader) {
    let invoice = reader.findings.filter { $0.fields.first?.place == "invoiceAddress" }
    let isKnown = invoice.contains { !taken.isDisjoint(with: $0.source.columns) }
    let saysSo = invoice.contains { $0.source.columns.contains { reader.senses[$0].reading.blocks.contains(.invoice) } }
    guard saysSo, !isKnown else { return }
    for own in known
    where own.fields.first?.place == "invoiceAddress"
      && own.columns.allSatisfy({ column in
        reader.findings.contains { $0.source.columns.contains(column) }
      })
    {
      drop(own)
    }
  }
}
