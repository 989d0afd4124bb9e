import CustomerModel

/// The work behind ``HeadingBand``: whether words over headings are groups, and what they make of the headings.
struct BandReading {
  /// A word that may mean a person, and the headings below it that are taken for the customer's own.
  struct Owned: Sendable, Equatable {
    let word: String
    let headings: [String]
    /// True when the only name of the list stands there, too, which is the customer's.
    let hasOnlyName: Bool
  }

  private let spans: [HeadingBand.Span]
  /// The headings, with the words that are headings themselves.
  let plain: [String]
  /// True when the customer number has its heading among the words: then the headings stand in two rows.
  let isJoined: Bool
  private let columns: [ColumnMapping]
  private let synonyms: HeaderSynonyms
  private let keys: [String]
  /// Which span each column is under; nil before the first.
  private let spanOfColumn: [Int?]

  init(spans: [HeadingBand.Span], headings: [String], mapping: MappingFile) {
    var plain = headings
    // A word over columns without headings of their own is a heading: the two cells are one for the eye.
    var groups = spans.filter { span in
      guard span.columns.allSatisfy({ HeaderKey.of(headings[$0]).isEmpty }) else { return true }
      plain[span.columns.lowerBound] = span.word
      return false
    }
    let mapping = mapping.incoming()
    let lacksNumber = HeaderMatch(mapping, header: headings).source(of: .number) == nil
    if lacksNumber {
      // In headings of two rows a word over a blank is a heading also where the blank cells after it have headings of their own.
      // Unless it is a group's word, it says nothing of those.
      groups = groups.filter { span in
        guard HeaderKey.of(headings[span.columns.lowerBound]).isEmpty else { return true }
        plain[span.columns.lowerBound] = span.word
        return HeadingGroup(span.word).isOfAnother
      }
    }
    isJoined = lacksNumber && HeaderMatch(mapping, header: plain).source(of: .number) != nil
    self.spans = groups
    self.plain = plain
    columns = mapping.columns
    keys = plain.map(HeaderKey.of)
    var spanOfColumn = [Int?](repeating: nil, count: plain.count)
    for (index, span) in groups.enumerated() { for column in span.columns { spanOfColumn[column] = index } }
    self.spanOfColumn = spanOfColumn
    let composed = plain.indices.compactMap { column in
      spanOfColumn[column].map { HeaderKey.of("\(groups[$0].word) \(plain[column])") }
    }
    synonyms = HeaderSynonyms(columns, among: HeadingKeys(keys + composed))
  }

  /// The column that is the customer's own for certain: its number, or else the first name or identity number under no other's word.
  private var ownColumn: Int? {
    if let number = plain.indices.first(where: { field(of: plain[$0])?.field == .number }) { return number }
    let own = plain.indices.filter { column in
      spanOfColumn[column].map { !HeadingGroup(spans[$0].word).isOfAnother } ?? true
    }
    return own.first { field(of: plain[$0])?.field == .customerName }
      ?? own.first { field(of: plain[$0])?.field == .identityNumber }
  }
  /// The span over it: whatever its word, it is the customer's own. Nil when nothing stands over it.
  private var ownSpan: Int? { ownColumn.flatMap { spanOfColumn[$0] } }

  /// True when the words are groups for certain: one of them names another than the customer; or the customer's own word
  /// stands over several columns and another beside it; or they tell apart headings that are alike.
  var isBand: Bool {
    let groups = spans.map { HeadingGroup($0.word) }
    guard let column = ownColumn else { return false }
    let own = spanOfColumn[column]
    if let own, groups[own].isOfAnother { return false }
    if groups.contains(where: \.isOfAnother) { return true }
    guard spans.count > 1 else { return isAloneBesideOwn }
    // A date, a page or a count is of the list as a whole.
    guard !spans.contains(where: { TitleWords.mayTell($0.word) }) else { return false }
    if let own, groups[own] == .customer, filled(spans[own]) > 1 { return true }
    let repeated = Dictionary(grouping: plain.indices.filter { !keys[$0].isEmpty }) { keys[$0] }.values
    return repeated.contains { Set($0.map { spanOfColumn[$0] }).count > 1 }
  }

  /// True when the only word stands behind the customer's own columns, over headings of which the list has no others: a title stands
  /// over the first column.
  private var isAloneBesideOwn: Bool {
    guard let span = spans.first, let own = ownColumn, own < span.columns.lowerBound,
      plain.indices.contains(where: { field(of: plain[$0])?.field == .customerName && $0 < span.columns.lowerBound }),
      !TitleWords.mayTell(span.word)
    else { return false }
    // One column alone may have a remark over it: what a person has is told of, see ``owned``.
    guard filled(span) > 1 else { return HeadingGroup(span.word) == .other && !reachable(span).isEmpty }
    return HeadingGroup(span.word) == .other || HeadingGroup(span.word) == .contactDetails && hasPerson(span)
  }

  /// The words that are no headings, in their order.
  var words: [String] { spans.map(\.word) }

  /// What is taken for the customer's own below words that may mean a person, since no name stands there.
  var owned: [Owned] {
    spans.indices.compactMap { index in
      let span = spans[index]
      guard index != ownSpan, isOfContact(span) && !hasPerson(span) || isRemark(span) else { return nil }
      let headings = reachable(span)
      return headings.isEmpty
        ? nil
        : Owned(
          word: span.word, headings: headings.map { plain[$0].trimmingBlanks },
          hasOnlyName: span.columns.contains(where: isName))
    }
  }

  /// The columns below a word by which a person is reached as well as a customer.
  private func reachable(_ span: HeadingBand.Span) -> [Int] {
    span.columns.filter { column in
      field(of: plain[column]).map { ["email", "phone", "mobile"].contains($0.field.name) } ?? false
    }
  }

  /// True for a word that nobody knows when it is the only one and stands over one column: it may be a group's or a remark.
  private func isRemark(_ span: HeadingBand.Span) -> Bool {
    spans.count == 1 && filled(span) == 1 && HeadingGroup(span.word) == .other
  }

  private func isName(_ column: Int) -> Bool { field(of: plain[column])?.field == .customerName }

  private func filled(_ span: HeadingBand.Span) -> Int { span.columns.count { !keys[$0].isEmpty } }

  /// The headings as their groups make them, and those that no field takes therefore.
  func headings() -> (names: [String], leftOut: [String]) {
    var names = plain
    var leftOut: [String] = []
    let groups = self.groups
    for column in plain.indices {
      guard let span = spanOfColumn[column], span != ownSpan else { continue }
      guard !keys[column].isEmpty else { continue }
      let composed = "\(spans[span].word) \(plain[column].trimmingBlanks)"
      guard let path = field(of: plain[column]) else {
        // Nothing takes the plain heading; together with the word it may say more.
        if groups[span].isOfAnother || isKnown(composed) { names[column] = composed }
        continue
      }
      let hasName = spans[span].columns.contains(where: isName)
      guard let wanted = groups[span].path(for: path, hasName: hasName) else {
        names[column] = composed
        if !isKnown(composed) { leftOut.append(composed) }
        continue
      }
      if wanted == path { continue }
      if field(of: composed) == wanted {
        names[column] = composed
      } else if fillsOneField(plain[column]) {
        names[column] = wanted.description
      } else {
        names[column] = composed
        leftOut.append(composed)
      }
    }
    return (names, leftOut)
  }

  /// What each span is about, as far as its columns tell more than its word.
  private var groups: [HeadingGroup] {
    var groups = spans.map { HeadingGroup($0.word) }
    let hasVisits = groups.contains(.visitingAddress)
    let hasInvoices =
      groups.contains(.invoiceAddress)
      || plain.indices.contains { column in
        let group = spanOfColumn[column].map { groups[$0] } ?? .customer
        return group == .customer && field(of: plain[column])?.field.name == "invoiceAddress.line1"
      }
    var taken: Set<HeadingGroup> = []
    for index in groups.indices {
      switch groups[index] {
      // A word that may mean a person or how to reach the customer: a person has a name.
      case .contactPerson(0) where isOfContact(spans[index]) && !hasPerson(spans[index]): groups[index] = .customer
      case .other where isRemark(spans[index]): groups[index] = .customer
      case .contactDetails:
        // With a name among them they are a person's.
        let isPerson = hasPerson(spans[index])
        groups[index] = isPerson && index != ownSpan ? .contactPerson(0) : .customer
      // Where nothing else is the visiting address, that of deliveries serves, as in the mappings.
      case .deliveryAddress: groups[index] = hasVisits ? .other : .visitingAddress
      // The only address of a list is the customer's main one.
      case .mailAddress where !hasInvoices: groups[index] = .invoiceAddress
      default: break
      }
      // Of two groups of the same the first counts.
      if groups[index].isOfAnother, !taken.insert(groups[index]).inserted { groups[index] = .other }
    }
    return groups
  }

  private func isOfContact(_ span: HeadingBand.Span) -> Bool {
    ["kontakt", "kontakter", "contact", "contacts"].contains(HeaderKey.of(span.word))
  }

  /// True when a name, or something of a contact person's own, stands below. The only name of a list is the customer's.
  private func hasPerson(_ span: HeadingBand.Span) -> Bool {
    let hasOther = plain.indices.contains { !span.columns.contains($0) && isName($0) }
    return span.columns.contains { column in
      isName(column) && hasOther || field(of: plain[column])?.field.isRepeated == true
    }
  }

  func isKnown(_ heading: String) -> Bool {
    synonyms.claims[HeaderKey.of(heading)] != nil || Headings.path(named: heading) != nil
  }

  /// The field that a heading is of by itself; the first of those that a split fills; nil when there is none.
  private func field(of heading: String) -> FieldPath? {
    guard let claim = bestClaim(of: heading) else { return Headings.path(named: heading) }
    return columns[claim.entry].fields.first
  }

  /// False for the heading of a column that is split among fields, or joined with another to fill one.
  private func fillsOneField(_ heading: String) -> Bool {
    guard let entry = bestClaim(of: heading).map({ columns[$0.entry] }) else { return true }
    if case .join = entry.source { return false }
    return entry.fields.count == 1
  }

  private func bestClaim(of heading: String) -> HeaderSynonyms.Claim? {
    synonyms.claims[HeaderKey.of(heading)]?.min { ($0.rank, $0.entry) < ($1.rank, $1.entry) }
  }
}
