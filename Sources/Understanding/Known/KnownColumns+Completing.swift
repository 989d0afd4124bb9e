import CustomerModel
import Mapping

extension KnownColumns {
  /// What the reading of the whole list adds to what the mapping knows. An address or a person of which the mapping knows a part
  /// is completed where the mapping has it.
  mutating func completed(by findings: [Finding]) -> [Finding] {
    let places = self.places(findings)
    let others = persons(findings, besides: places)
    var added: [Finding] = []
    var filled = self.filled
    var taken = self.taken
    for finding in findings {
      if let place = finding.fields.first?.place, others.contains(place) { continue }
      guard var finding = moved(finding, places) else { continue }
      if finding.fields.allSatisfy({ !filled.contains($0) }) {
        if !finding.isShared { finding.source = finding.source.without(taken) ?? finding.source }
        guard finding.isShared || taken.isDisjoint(with: finding.source.columns) else { continue }
      } else {
        guard finding.fields.count == 1, let own = source(of: finding.fields[0]), own.fields.count == 1,
          own.found.entry != nil
        else { continue }
        let more = Set(finding.source.columns).subtracting(own.columns)
        guard !more.isEmpty, Set(own.columns).isSubset(of: finding.source.columns),
          finding.isShared || taken.isDisjoint(with: more)
        else { continue }
        drop(own)
      }
      added.append(finding)
      filled.formUnion(finding.fields)
      taken.formUnion(finding.source.columns)
    }
    return added
  }

  /// Where the mapping has the addresses and persons that the reading puts elsewhere: by their columns that both know.
  func places(_ findings: [Finding]) -> [String: String] {
    var places: [String: String] = [:]
    for finding in findings {
      for column in finding.source.columns {
        guard let place = finding.fields.first?.place,
          let own = known.first(where: { $0.columns.contains(column) })?.fields.first?.place
        else { continue }
        if places[place] == nil { places[place] = own }
      }
    }
    return places
  }

  /// The persons who would go where the mapping has another's name: nothing of them is taken.
  private func persons(_ findings: [Finding], besides places: [String: String]) -> Set<String> {
    Set(
      findings.compactMap { finding in
        guard let path = finding.fields.first, path.field == .contactName, let place = path.place,
          let wanted = places[place], wanted != place, taken.isDisjoint(with: finding.source.columns),
          filled.contains(path.at(wanted))
        else { return nil }
        return place
      })
  }

  /// The finding at its place in the mapping; nil where the mapping has another there.
  func moved(_ finding: Finding, _ places: [String: String]) -> Finding? {
    guard let place = finding.fields.first?.place else { return finding }
    guard let wanted = places[place] else {
      // Of an address that the mapping has from other columns nothing is taken.
      return filled.contains { $0.place == place } ? nil : finding
    }
    var moved = finding
    moved.fields = finding.fields.map { $0.at(wanted) }
    return moved
  }
}

extension FieldPath {
  /// The address or the person that a field is of: `visitingAddress`, `contactPersons[1]`; nil for any other.
  var place: String? {
    let text = description
    guard let dot = text.lastIndex(of: ".") else { return nil }
    let place = text[..<dot]
    return place.hasSuffix("Address") || field.isRepeated ? String(place) : nil
  }

  /// The same of another address or person; the field itself where those have none.
  func at(_ place: String) -> FieldPath {
    guard let own = self.place else { return self }
    return FieldPath(place + description.dropFirst(own.count)) ?? self
  }
}

extension Finding.Source {
  /// What is left without some columns; nil for nothing, and for what needs all of them.
  func without(_ columns: Set<Int>) -> Finding.Source? {
    switch self {
    case .firstOf(let own):
      let left = own.filter { !columns.contains($0) }
      return left.isEmpty ? nil : left.count == 1 ? .one(left[0]) : .firstOf(left)
    default: return nil
    }
  }
}
